// The main job on two real extracts, with invented stations: every stop is one the vehicle can
// reach, every hose leg can be walked, and nearest water is what a brute-force search finds.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

const extract = (path: string) =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const hanoi = extract('hanoi-core/hanoi-core.osm.pbf');
const sanFrancisco = extract('sf-downtown/sf-downtown-clipped.osm.pbf');

const units = `id,call_sign,station_id,vehicle_class
1,XE 01,A,large
2,XE 02,B,small
3,MÔ TÔ 3,B,motorbike
`;

describe.skipIf(!existsSync(hanoi))('inner Hanoi (skipped where the extract is not there)', () => {
  let city: MiniCity;
  beforeAll(async () => {
    city = await openMiniCity(hanoi, {
      stations: 'id,name,lon,lat\nA,Đội thử A,105.842,21.024\nB,Đội thử B,105.834,21.03\n',
      units,
    });
    // The first answer of a new server waits for code to be compiled.
    await city.respondTo('62 ngoc ha');
  }, 120_000);
  afterAll(() => city.close());

  it('finds a house by its number and alley, and answers with all three classes', async () => {
    const result = await city.respondTo('62 ngoc ha');
    expect(result.units.map(({ vehicleClass }) => vehicleClass).toSorted()).toEqual([
      'large',
      'motorbike',
      'small',
    ]);
    expect(result.destination.water.status).toBe('none-in-register');
    expect(result.synthetic).toBe(true);
  });

  it('answers for points all over the city, each stop reached by the router and joined to the door', async () => {
    let reachable = 0;
    for (let i = 0; i < 60; i++) {
      const lon = 105.822 + 0.03 * ((i * 0.618) % 1);
      const lat = 21.005 + 0.035 * ((i * 0.382) % 1);
      const { status, body } = await city.respond({ lon, lat });
      expect(status).toBe(200);
      for (const { drive, stop, hose } of body.units) {
        if (!stop || !hose || !drive?.geometry) continue;
        reachable += 1;
        const end = drive.geometry.coordinates.at(-1)!;
        expect(
          Math.hypot((end[0]! - stop.lon) * 104_000, (end[1]! - stop.lat) * 110_700),
        ).toBeLessThan(16);
        const [start] = hose.geometry.coordinates;
        expect(start![0]).toBeCloseTo(stop.lon, 6);
        expect(start![1]).toBeCloseTo(stop.lat, 6);
      }
    }
    expect(reachable).toBeGreaterThan(120);
  });

  it('gives drive times on its own graph that agree with the router, within 15 % at the median', async () => {
    const ratios: number[] = [];
    for (let i = 0; i < 120; i++) {
      const door: Position = [
        105.822 + 0.03 * ((i * 0.618) % 1),
        21.005 + 0.035 * ((i * 0.382) % 1),
      ];
      const classes = ['large', 'small'];
      const { byClass } = await city.roadGraph.call('plan', { door, roadId: null, classes });
      for (const { vehicleClass, starts, stops } of byClass) {
        const [stop] = stops;
        if (!stop) continue;
        const stationIds = [...starts.keys()];
        const graph = await city.roadGraph.call('driveSeconds', {
          vehicleClass,
          stationIds,
          stops: [stop.at],
        });
        const router = await city.routers.table(vehicleClass, {
          sources: [...starts.values()],
          destinations: [stop.point],
        });
        if (router.kind !== 'table') throw new Error(router.why);
        for (const row of stationIds.keys()) {
          const [ours, theirs] = [graph[row]![0], router.durations[row]![0]];
          // Where it takes half a minute, one delay at a turn is most of the difference.
          if (ours != null && theirs != null && theirs > 30) ratios.push(ours / theirs);
        }
      }
    }
    ratios.sort((a, b) => a - b);
    const median = ratios[Math.floor(ratios.length / 2)]!;
    expect(ratios.length).toBeGreaterThan(200);
    expect(median).toBeGreaterThan(0.85);
    expect(median).toBeLessThan(1.15);
  });
});

describe.skipIf(!existsSync(sanFrancisco))(
  'San Francisco (skipped where the extract is not there)',
  () => {
    let city: MiniCity;
    beforeAll(async () => {
      city = await openMiniCity(sanFrancisco, {});
      await city.respondTo('1 Market Street');
    }, 180_000);
    afterAll(() => city.close());

    it('finds an address written the American way, with stations but no units', async () => {
      const result = await city.respondTo('1 Market Street');
      expect(result.notes.map(({ code }) => code)).toEqual(['no-units']);
    });

    it('lists hydrants apart while nobody has tested them', async () => {
      const { destination } = await city.respondTo('1 Market Street');
      expect(destination.water.status).toBe('none-in-reach');
      expect(destination.water.unverified.length).toBeGreaterThan(0);
      expect(destination.water.unverified[0]!.litersPerSecond).toBeNull();
    });
  },
);
