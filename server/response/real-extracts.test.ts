// The main job on two real extracts, with invented stations: every stop is one the vehicle can
// reach, every hose leg can be walked, and nearest water is what a brute-force search finds.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Table, TableRequest } from '../osrm-client/client.ts';
import { findWaterBySlowSearch, readSlowCity, type SlowCity } from './brute-water-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';
import { findBarred, findUndrivable, type DrawnWay } from './undrivable-for-test.ts';
import { findUnwalkable, type LaidHose } from './unwalkable-for-test.ts';

const extract = (path: string) =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const hanoi = extract('hanoi-core/hanoi-core.osm.pbf');
const sanFrancisco = extract('sf-downtown/sf-downtown-clipped.osm.pbf');

const units = `id,call_sign,station_id,vehicle_class
1,XE 01,A,large
2,XE 02,B,small
3,MÔ TÔ 3,B,motorbike
`;

/** A machine that has too much to do may answer without some part; then it is asked again. */
async function askWhole(city: MiniCity, asked: object): Promise<ResponseResult> {
  for (let again = 0; again < 20; again++) {
    const { body } = await city.respond(asked);
    if (!body.degraded) return body;
  }
  throw new Error(`only degraded answers to ${JSON.stringify(asked)}`);
}

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

type House = { asked: { placeId: string }; door: Position; roadId: string | null };
type Point = { asked: { lon: number; lat: number }; door: Position; roadId: null };

/** Some addresses, each with its door and the road that it names. */
async function readHouses({ database }: MiniCity, count: number): Promise<House[]> {
  const { rows } = await database.pool.query<{
    place: string;
    lon: number;
    lat: number;
    road: string | null;
  }>(
    `select 'address:' || id as place, st_x(door) as lon, st_y(door) as lat,
       access_road_id::text as road
     from addresses where retired_at is null order by md5(id::text) limit $1`,
    [count],
  );
  return rows.map(({ place, lon, lat, road }) => ({
    asked: { placeId: place },
    door: [lon, lat],
    roadId: road,
  }));
}

const classes = ['large', 'small'];
const reachMeters = 400;

/** Houses, and points along footways, where engines stop away from the door. */
async function listPlaces(city: MiniCity): Promise<(House | Point)[]> {
  const { rows } = await city.database.pool.query<{ lon: number; lat: number }>(
    `select st_x(p) as lon, st_y(p) as lat
     from (select id, st_lineinterpolatepoint(geom, 0.5) as p from roads
           where retired_at is null and foot and not motor order by md5(id::text) limit 60) f`,
  );
  const points = rows.map(({ lon, lat }): Point => ({
    asked: { lon, lat },
    door: [lon, lat],
    roadId: null,
  }));
  return [...(await readHouses(city, 60)), ...points];
}

/** To a metre; neither has any in reach, where both have none. */
function isAsFar(ours: number | undefined, theirs: number | undefined): boolean {
  if (ours === undefined || theirs === undefined) return ours === theirs;
  return Math.abs(ours - theirs) <= 1;
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

    describe('with all of its hydrants tested', () => {
      let slow: SlowCity;
      beforeAll(async () => {
        const { pool } = city.database;
        await pool.query(`update water_points set status = 'working', tested_on = current_date`);
        await city.reloadGraph();
        slow = await readSlowCity(pool);
      }, 60_000);

      it('finds the usable hydrant nearest to a door that a search by brute force finds, as far by hose', async () => {
        const differences: unknown[] = [];
        let found = 0;
        for (const { asked, door, roadId } of await listPlaces(city)) {
          const { water } = (await askWhole(city, asked)).destination;
          const [ours] = water.points;
          const [theirs] = findWaterBySlowSearch(slow, { at: door, roadId }, water.reachMeters);
          found += theirs ? 1 : 0;
          if (!isAsFar(ours?.hoseMeters, theirs?.meters))
            differences.push({ asked, ours: [ours?.id, ours?.hoseMeters], theirs });
        }
        expect(differences).toEqual([]);
        expect(found).toBeGreaterThan(100);
      }, 120_000);

      it('counts for each stop with the usable hydrant that such a search finds from there', async () => {
        const differences: unknown[] = [];
        let [found, apart] = [0, 0];
        for (const { door, roadId } of await listPlaces(city)) {
          const asked = { door, roadId: roadId === null ? null : Number(roadId), classes };
          const plans = await city.roadGraph.call('stops', asked);
          const stops = plans.flatMap((plan) => plan.stops);
          // Most classes stop at the same places, with the same water there.
          const each = new Map(stops.map((stop) => [`${stop.point} ${stop.supply?.meters}`, stop]));
          for (const { point, supply, reason } of each.values()) {
            const [theirs] = findWaterBySlowSearch(slow, { at: point, roadId: null }, reachMeters);
            found += theirs ? 1 : 0;
            apart += theirs && reason.code !== 'at-door' ? 1 : 0;
            if (!isAsFar(supply?.meters, theirs?.meters))
              differences.push({ point, reason, ours: supply, theirs });
          }
        }
        expect(differences).toEqual([]);
        expect(found).toBeGreaterThan(100);
        // At a door it is the water of the door; elsewhere what the city knows of every node.
        expect(apart).toBeGreaterThan(30);
      }, 120_000);
    });
  },
);
