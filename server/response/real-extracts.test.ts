// The main job on a real extract, with invented stations: every stop is one the vehicle can reach, and every hose leg
// can be walked.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Table, TableRequest } from '../osrm-client/client.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import { askWhole, hanoi, readHouses } from './real-city-for-test.ts';
import type { ResponseResult } from './schema.ts';
import { findBarred, findUndrivable, type DrawnWay } from './undrivable-for-test.ts';
import { findUnwalkable, type LaidHose } from './unwalkable-for-test.ts';

const units = `id,call_sign,station_id,vehicle_class
1,XE 01,A,large
2,XE 02,B,small
3,MÔ TÔ 3,B,motorbike
`;

async function askTable(
  { routers }: MiniCity,
  vehicleClass: string,
  asked: TableRequest,
): Promise<Table> {
  for (let again = 0; again < 20; again++) {
    const table = await routers.table(vehicleClass, asked);
    if (table.kind === 'table') return table;
  }
  throw new Error(`no table of ${vehicleClass}`);
}

/** A router counts in tenths of a second, and each piece of a way by itself: the same way in two pieces may take longer. */
const roundingSeconds = 1;

/** What a stop is chosen by: any that gives water comes before any that does not. */
function costOf(unit: ResponseResult['units'][0] | undefined): number {
  if (unit?.secondsToCrew == null) return Infinity;
  return unit.secondsToWater ?? 1e6 + unit.secondsToCrew;
}

/** Spread over the extract, the same in every run. */
function pointsOf(count: number): { lon: number; lat: number }[] {
  return Array.from({ length: count }, (_, i) => ({
    lon: 105.822 + 0.03 * ((i * 0.618) % 1),
    lat: 21.005 + 0.035 * ((i * 0.382) % 1),
  }));
}

/** Some at a time, as a server is asked. */
async function forEachOf<T>(items: T[], check: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const item of left) await check(item);
    }),
  );
}

/** The way ends where the unit stops, and its hose begins there; true of what is not drawn. */
function isJoined({ drive, stop, hose }: ResponseResult['units'][0]): boolean {
  if (!drive?.geometry || !stop || !hose) return true;
  const metersFrom = (position: number[] | undefined): number =>
    metersBetween([position?.[0] ?? 0, position?.[1] ?? 0], [stop.lon, stop.lat]);
  const [hoseStart] = hose.geometry.coordinates;
  return metersFrom(drive.geometry.coordinates.at(-1)) < 16 && metersFrom(hoseStart) < 0.1;
}

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

  it('stops on roads wide enough for the class, leads it there along roads that let it pass, lays hose from there where people can walk, and is never slower than on the nearest road, at 500 places', async () => {
    const houses = await readHouses(city, 250);
    const points = pointsOf(500 - houses.length).map((asked) => ({ asked, roadId: null }));
    const { rows: classes } = await city.database.pool.query<{ code: string; meters: number }>(
      'select code, max(width_m + width_margin_m) as meters from vehicle_classes group by code',
    );
    const needed = new Map(classes.map(({ code, meters }) => [code, meters]));
    const slower: unknown[] = [];
    const wrong: unknown[] = [];
    const hoses: LaidHose[] = [];
    let compared = 0;
    const ways: DrawnWay[] = [];
    await forEachOf([...houses, ...points], async ({ asked, roadId }) => {
      const { destination, units: ranked } = await askWhole(city, asked);
      const { lon, lat } = destination.door;
      for (const unit of ranked) {
        const line = unit.drive?.geometry?.coordinates as Position[] | undefined;
        if (line) ways.push({ vehicleClass: unit.vehicleClass, line });
        if (!isJoined(unit)) wrong.push({ asked, apart: unit });
      }
      const engines = ranked.filter(({ role, stop }) => role === 'water' && stop);
      if (engines.length === 0) return;
      const unitIds = engines.map(({ unitId }) => unitId);
      const naive = await askWhole(city, { ...asked, unitIds, stop: { lon, lat } });
      for (const unit of engines) {
        const naiveUnit = naive.units.find(({ unitId }) => unitId === unit.unitId);
        const [best, other] = [costOf(unit), costOf(naiveUnit)];
        compared += other < Infinity ? 1 : 0;
        if (best > other + roundingSeconds)
          slower.push({ asked, id: unit.unitId, best, naive: other });
        const isWide = unit.stop!.road!.widthMeters >= needed.get(unit.vehicleClass)! - 0.01;
        hoses.push({
          line: unit.hose!.geometry.coordinates as Position[],
          door: [lon, lat],
          roadId,
        });
        if (!isWide) wrong.push({ asked, id: unit.unitId, road: unit.stop!.road });
      }
    });
    expect(wrong).toEqual([]);
    const { pool } = city.database;
    expect(await findUnwalkable(pool, hoses)).toEqual([]);
    const straight = hoses.map((hose) => ({ ...hose, line: [hose.line[0]!, hose.door] }));
    expect((await findUnwalkable(pool, straight)).length).toBeGreaterThan(50);
    expect(ways.length).toBeGreaterThan(1_000);
    expect(await findUndrivable(pool, ways)).toEqual([]);
    expect(await findBarred(pool, ways)).toEqual([]);
    // Both find something where there is something to find: large engines on the ways of motorbikes.
    const larger = ways
      .filter(({ vehicleClass }) => vehicleClass === 'motorbike')
      .map(({ line }) => ({ vehicleClass: 'large', line }));
    expect((await findUndrivable(pool, larger)).length).toBeGreaterThan(50);
    expect((await findBarred(pool, larger)).length).toBeGreaterThan(0);
    expect(slower).toEqual([]);
    expect(compared).toBeGreaterThan(800);
  }, 300_000);

  it('gives drive times on its own graph that agree with the router at 500 places, nine of ten within 15 %', async () => {
    const differences: number[] = [];
    await forEachOf(pointsOf(500), async ({ lon, lat }) => {
      const classes = ['large', 'small'];
      const request = { door: [lon, lat] satisfies Position, roadId: null, classes };
      for (const { vehicleClass, starts, stops } of await city.roadGraph.call('stops', request)) {
        const [stop] = stops;
        if (!stop) continue;
        const stationIds = [...starts.keys()];
        const graph = await city.roadGraph.call('driveSeconds', {
          vehicleClass,
          stationIds,
          stops: [stop.at],
        });
        const router = await askTable(city, vehicleClass, {
          sources: [...starts.values()].map((position) => ({ position })),
          destinations: [{ position: stop.point }],
        });
        for (const row of stationIds.keys()) {
          const [ours, theirs] = [graph[row]![0], router.durations[row]![0]];
          // Where it takes half a minute, one delay at a turn is most of the difference.
          if (ours == null || theirs == null || theirs <= 30) continue;
          // Not their ratio: half far too fast and half far too slow would have a good median of it.
          differences.push(Math.abs(ours / theirs - 1));
        }
      }
    });
    differences.sort((a, b) => a - b);
    const ofShare = (share: number) => differences[Math.floor(share * differences.length)]!;
    expect(differences.length).toBeGreaterThan(1_500);
    expect(ofShare(0.5)).toBeLessThan(0.15);
    expect(ofShare(0.9)).toBeLessThan(0.15);
  }, 120_000);
});
