// A dispatcher is never left without an answer: router, road graph and database are hurt one after
// another and together, on an invented town on both banks of a river.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MiniWorld } from '../../../data-import/osm/mini-world.ts';
import { at } from '../../../geo/graph/graph-for-test.ts';
import { openPool } from '../../../sql/pool.ts';
import { startPeer, type Harm, type Peer } from '../../broken-peer-for-test.ts';
import { stickRoadGraphs } from '../../road-graph/stuck-for-test.ts';
import { startDeadline } from '../deadline.ts';
import type { DriveTimes } from '../drive-times.ts';
import { openMiniCity, serveCity, type MiniCity } from '../mini-city-for-test.ts';
import type { ResponseResult } from '../schema.ts';
import { settleTimes } from '../settle-times.ts';

/** The river flows 200 m south of the street; the only bridge is at its east end. */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    middle: [450, 0],
    mouth: [300, 0],
    end: [300, 120],
    east: [900, 0],
    bridgeEnd: [900, -400],
    southWest: [0, -400],
    riverWest: [-800, -200],
    riverEast: [1_700, -200],
  },
  ways: [
    {
      nodes: ['west', 'mouth', 'middle', 'east'],
      tags: { highway: 'secondary', name: 'Phố Bắc', width: '9' },
    },
    {
      nodes: ['east', 'bridgeEnd'],
      tags: { highway: 'secondary', name: 'Cầu Sông Thử', width: '9', bridge: 'yes' },
    },
    {
      nodes: ['bridgeEnd', 'southWest'],
      tags: { highway: 'secondary', name: 'Phố Nam', width: '9' },
    },
    {
      nodes: ['mouth', 'end'],
      tags: { highway: 'service', name: 'Ngõ 29 Phố Bắc', width: '1.2' },
    },
    { nodes: ['riverWest', 'riverEast'], tags: { waterway: 'river', name: 'Sông Thử' } },
  ],
  areas: [
    {
      corners: [
        [303, 80],
        [309, 80],
        [309, 84],
        [303, 84],
      ],
      tags: { building: 'house', 'addr:housenumber': '8', 'addr:street': 'Ngõ 29 Phố Bắc' },
    },
  ],
};

const lonLat = (east: number, north: number) =>
  at(east, north)
    .map((degrees) => degrees.toFixed(7))
    .join(',');
const tables = {
  stations: `id,name,lon,lat\nA,Đội Bắc,${lonLat(5, 5)}\nB,Đội Nam,${lonLat(100, -395)}\n`,
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,XE BẮC,A,large',
    '2,XE NAM,B,large',
    '3,MÔ TÔ,A,motorbike',
  ].join('\n'),
};
const house = '8 ngõ 29 phố Bắc';
/** No answer may take longer, whatever is broken. */
const mostMillis = 1_500;

let city: MiniCity;
let placeId: string;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
  placeId = (await city.respondTo(house)).destination.place!.id;
}, 120_000);
afterAll(() => city.close());

/** The same city behind peers that can be hurt. */
type Served = Awaited<ReturnType<typeof serveCity>>;
let served: Served;
let database: Peer;
let pool: ReturnType<typeof openPool>;
let routers: Record<string, Peer>;

beforeEach(async () => {
  const url = new URL(city.database.url);
  database = await startPeer(Number(url.port));
  url.port = String(database.port);
  pool = openPool(url.href, { max: 4, onIdleError: () => undefined });
  routers = {};
  for (const [code, { port }] of Object.entries(city.osrm)) routers[code] = await startPeer(port);
  const osrm = Object.fromEntries(
    Object.entries(routers).map(([code, { port }]) => [
      code,
      { ...city.osrm[code]!, port, url: `http://127.0.0.1:${port}` },
    ]),
  );
  served = await serveCity({ url: url.href, pool, drop: () => Promise.resolve() }, osrm);
}, 60_000);
afterEach(async () => {
  await served.close();
  await Promise.all([database, ...Object.values(routers)].map((peer) => peer.close()));
  await pool.end();
});

async function askInOwnTime(body: unknown = { placeId }) {
  const answer = await served.app.request('/api/response', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as ResponseResult };
}

/** Asks, and fails when it takes too long. */
async function ask(body?: unknown): Promise<{ status: number; body: ResponseResult }> {
  const started = performance.now();
  const result = await askInOwnTime(body);
  expect(performance.now() - started).toBeLessThan(mostMillis);
  return result;
}

/** The first answers of a new server are slow, and a breaker closes only at the next probe. */
async function askUntilWell(): Promise<ResponseResult> {
  for (let tries = 0; ; tries++) {
    const { body } = await askInOwnTime();
    if (body.units.every(({ drive }) => drive?.router === 'osrm')) return body;
    if (tries === 100) throw new Error(`never well again: ${routersOf(body).join(', ')}`);
    await sleep(100);
    await served.routers.probe();
  }
}

const hurtRouters = (harm: Harm) => Object.values(routers).forEach((peer) => peer.hurt(harm));

/** For longer than anybody waits. */
const stick = () => stickRoadGraphs(2_000);

const routersOf = ({ units }: ResponseResult) => units.map(({ drive }) => drive?.router);
const codesOf = ({ notes }: ResponseResult) => notes.map(({ code }) => code);

describe('a router that is hurt', () => {
  it.each<Harm>(['silent', 'slow', 'garbled', 'cut', 'refusing'])(
    'and %s leaves the road graph to answer, at once and again, and is used when it is well',
    async (harm) => {
      const before = await askUntilWell();
      expect(before.degraded).toBe(false);
      hurtRouters(harm);
      for (let time = 0; time < 3; time++) {
        const { body } = await ask();
        expect(routersOf(body)).toEqual(['graph', 'graph', 'graph']);
        expect(body.degraded).toBe(true);
        expect(body.units[0]!.stop).toEqual(before.units[0]!.stop);
        expect(body.units[0]!.hose).toEqual(before.units[0]!.hose);
      }
      hurtRouters('none');
      await askUntilWell();
    },
    60_000,
  );
});

describe('a road graph that is stuck', () => {
  it('leaves the router to time the way to where the house meets its road', async () => {
    await askInOwnTime();
    const stuck = await stick();
    const { body } = await ask();
    expect(codesOf(body)).toEqual(['graph-away']);
    expect(body.degraded).toBe(true);
    const [first, second, last] = body.units;
    expect([first!.callSign, second!.callSign, last!.callSign]).toEqual([
      'XE BẮC',
      'XE NAM',
      'MÔ TÔ',
    ]);
    expect(first!.drive).toMatchObject({ router: 'osrm', geometry: { type: 'LineString' } });
    expect(first!.stop!.reason.code).toBe('known-access');
    expect(first!.stop!.lon).toBeCloseTo(at(300, 0)[0], 5);
    expect(first!.stop!.road).toMatchObject({ name: 'Ngõ 29 phố Bắc', widthMeters: 1.2 });
    expect([first!.hose, first!.water, first!.secondsToWater]).toEqual([null, null, null]);
    // The turns are the router's, and nobody looked whether the engine fits there.
    expect(first!.notes.map(({ code }) => code)).toEqual([
      'not-planned',
      'may-not-fit',
      'way-not-checked',
    ]);
    expect(body.destination.water.status).toBe('not-planned');
    await stuck.end;
  }, 60_000);

  it('with a router that is silent leaves the table, which knows the way over the bridge', async () => {
    await served.driveTables.make();
    const planned = (await ask()).body;
    hurtRouters('silent');
    const stuck = await stick();
    const { body } = await ask();
    expect(routersOf(body)).toEqual(['table', 'table', 'table']);
    expect(body.degraded).toBe(true);
    for (const unit of body.units) {
      const before = planned.units.find(({ unitId }) => unitId === unit.unitId)!;
      // Half a cell of 250 m at 26 km/h, at either end.
      expect(Math.abs(unit.drive!.seconds - before.drive!.seconds)).toBeLessThan(45);
    }
    expect(body.notRanked).toEqual([]);
    await stuck.end;
  }, 60_000);

  it('without a table leaves the straight line, for those on this bank of the river only', async () => {
    await pool.query('delete from drive_tables');
    await askInOwnTime();
    hurtRouters('silent');
    const stuck = await stick();
    const { body } = await ask();
    expect(body.units.map(({ callSign }) => callSign)).toEqual(['XE BẮC', 'MÔ TÔ']);
    expect(routersOf(body)).toEqual(['straight-line', 'straight-line']);
    // 300 m east, 80 m north: 310 m, times 1.4, at 20 km/h.
    expect(body.units[0]!.drive!.seconds).toBeCloseTo((310 * 1.4) / (20 / 3.6), -1);
    expect(body.notRanked.map(({ callSign, why }) => [callSign, why])).toEqual([
      ['XE NAM', { code: 'across-river', params: { river: 'Sông Thử' } }],
    ]);
    await stuck.end;
  }, 60_000);

  it('leaves the router’s times as they are where roads were corrected, marked as not checked', async () => {
    await askInOwnTime();
    const { roadGraph } = served;
    const sources = { roadGraph, minute: null, deadline: startDeadline(mostMillis) };
    const times: DriveTimes[] = [
      { router: 'osrm', seconds: [120, null], why: null },
      { router: 'table', seconds: [90, 80], why: null },
    ];
    const asked = { stations: [], stops: [], times };
    expect((await settleTimes(sources, 'large', asked))[0]).toMatchObject({ isUnchecked: false });
    const stuck = await stick();
    expect(await settleTimes(sources, 'large', asked)).toEqual([
      { seconds: [120, null], settled: new Set(), isUnchecked: true },
      { seconds: [90, 80], settled: new Set(), isUnchecked: false },
    ]);
    await stuck.end;
  }, 60_000);
});

describe('a database that is away', () => {
  it.each<Harm>(['silent', 'refusing'])(
    'and %s is done without for a place that was asked about before, and says how old that is',
    async (harm) => {
      const before = (await ask()).body;
      database.hurt(harm);
      const { status, body } = await ask();
      expect(status).toBe(200);
      expect(body.units.map(({ secondsToWater }) => secondsToWater)).toEqual(
        before.units.map(({ secondsToWater }) => secondsToWater),
      );
      expect(codesOf(body)).toContain('last-known');
      expect(body.degraded).toBe(true);
      // A point needs no register.
      const [lon, lat] = at(600, 10);
      expect((await ask({ lon, lat })).body.units.length).toBe(3);
    },
  );

  it.each<Harm>(['silent', 'refusing'])(
    'and %s is said plainly, and at once, for a place that was never asked about',
    async (harm) => {
      database.hurt(harm);
      const { status, body } = await ask();
      expect(status).toBe(503);
      expect(JSON.stringify(body)).toContain('database-down');
    },
  );

  it('together with router and road graph still gives the table for a place asked about before', async () => {
    await served.driveTables.make();
    await askInOwnTime();
    database.hurt('silent');
    hurtRouters('silent');
    const stuck = await stick();
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(routersOf(body)).toEqual(['table', 'table', 'table']);
    await stuck.end;
  }, 60_000);
});
