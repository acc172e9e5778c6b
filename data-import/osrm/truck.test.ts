import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOsrmClient, type OsrmClient, type Route } from '../../server/osrm-client/client.ts';
import {
  osrmBinForTest,
  startOsrmForTest,
  type OsrmProcess,
} from '../../server/osrm-client/osrm-for-test.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import type { Meters } from '../osm/local-meters.ts';
import { buildOsrmData } from './build.ts';
import { layOutRoads, positionAt, type MiniRoads } from './mini-dataset-for-test.ts';

// A main street of 2 km from west to east; each case is a side street of its own.
const world: MiniRoads = {
  nodes: {
    m0: [0, 0], m200: [200, 0], m300: [300, 0], m400: [400, 0], m500: [500, 0], m600: [600, 0],
    m700: [700, 0], m800: [800, 0], m900: [900, 0], m1000: [1000, 0], m1100: [1100, 0],
    m1200: [1200, 0], m1300: [1300, 0], m1400: [1400, 0], m1500: [1500, 0], m2000: [2000, 0],
    hem: [200, 150],
    ngo: [300, 150],
    trapTop: [400, 200], trapEast: [600, 200],
    lowTop: [700, 200], lowEast: [800, 200],
    freeTop: [900, 200],
    gate: [1000, 100], gateTop: [1000, 200],
    bollard: [1100, 100], bollardTop: [1100, 200],
    privateTop: [1200, 200],
    emergencyTop: [1300, 200],
    weakTop: [1400, 200],
    unknownTop: [1500, 200],
    footTop: [500, -150], stairsTop: [600, -150],
  }, // prettier-ignore
  barriers: { gate: 'gate', bollard: 'bollard' },
  roads: [
    {
      highway: 'residential',
      name: 'Phố Chính',
      nodes: ['m0', 'm200', 'm300', 'm400', 'm500', 'm600', 'm700', 'm800', 'm900', 'm1000'],
    },
    {
      highway: 'residential',
      name: 'Phố Chính',
      nodes: ['m1000', 'm1100', 'm1200', 'm1300', 'm1400', 'm1500', 'm2000'],
    },
    { highway: 'service', name: 'Hẻm 3', nodes: ['m200', 'hem'], width: 1.2 },
    { highway: 'service', name: 'Ngõ 29', nodes: ['m300', 'ngo'], width: 2.5 },
    { highway: 'residential', nodes: ['trapTop', 'm400'], oneway: 1 },
    { highway: 'residential', nodes: ['m600', 'trapEast', 'trapTop'] },
    { highway: 'residential', name: 'Gầm Cầu', nodes: ['m700', 'lowTop'], maxHeight: 3 },
    { highway: 'residential', nodes: ['m800', 'lowEast', 'lowTop'] },
    { highway: 'residential', nodes: ['m900', 'freeTop'] },
    { highway: 'residential', nodes: ['m1000', 'gate', 'gateTop'] },
    { highway: 'residential', nodes: ['m1100', 'bollard', 'bollardTop'] },
    { highway: 'service', nodes: ['m1200', 'privateTop'], tags: { access: 'private' } },
    { highway: 'service', nodes: ['m1300', 'emergencyTop'], tags: { access: 'emergency' } },
    { highway: 'residential', nodes: ['m1400', 'weakTop'], maxWeight: 10 },
    { highway: 'residential', nodes: ['m1500', 'unknownTop'], isUnknown: true },
    { highway: 'footway', nodes: ['m500', 'footTop'], motor: false, width: 1.5 },
    { highway: 'steps', nodes: ['m600', 'stairsTop'], motor: false, width: 1.5 },
  ],
};

const station: Meters = [10, 0];
let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'firepoint-truck-'));
const processes: OsrmProcess[] = [];
const clients: Record<string, OsrmClient> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  const built = await buildOsrmData({
    database: database.pool,
    osmFile: await layOutRoads(database.pool, folder, world),
    dataFolder: folder,
    osrmBin: osrmBinForTest(),
    log: () => {},
  });
  for (const [code, dataset] of Object.entries(built!.classes)) {
    const osrm = await startOsrmForTest(join(folder, 'osrm', dataset));
    processes.push(osrm);
    clients[code] = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
  }
}, 60_000);

afterAll(async () => {
  for (const client of Object.values(clients)) await client.close();
  for (const osrm of processes) await osrm.stop();
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** Fails when the end lies off the roads of the class: then OSRM would route to somewhere else. */
async function drive(
  vehicleClass: string,
  to: Meters,
  from: Meters = station,
): Promise<Extract<Route, { kind: 'route' }>> {
  const route = await clients[vehicleClass]!.route({ from: positionAt(from), to: positionAt(to) });
  if (route.kind !== 'route') throw new Error(`no route for ${vehicleClass}`);
  expect(route.toSnapMeters).toBeLessThan(1);
  return route;
}

async function metersToRoad(vehicleClass: string, at: Meters): Promise<number> {
  const nearest = await clients[vehicleClass]!.nearest(positionAt(at));
  return nearest.kind === 'road' ? nearest.meters : Infinity;
}

describe('a fire engine’s roads', () => {
  it('closes a hẻm of 1.2 m to engines and opens it to the motorbike', async () => {
    expect(await metersToRoad('large', [200, 150])).toBeGreaterThan(90);
    expect(await metersToRoad('small', [200, 150])).toBeGreaterThan(90);
    const { meters, steps } = await drive('motorbike', [200, 150]);
    expect(meters).toBeCloseTo(340, -1);
    expect(steps.map(({ code, modifier, roadName }) => [code, modifier, roadName])).toEqual([
      ['depart', null, 'Phố Chính'],
      ['turn', 'left', 'Hẻm 3'],
      ['arrive', null, 'Hẻm 3'],
    ]);
  });

  it('lets the small engine with its margin into a ngõ of 2.5 m, and not the large one', async () => {
    expect((await drive('small', [300, 150])).meters).toBeCloseTo(440, -1);
    expect(await metersToRoad('large', [300, 150])).toBeGreaterThan(90);
  });

  it('goes the long way round rather than against a one-way street', async () => {
    const trapped: Meters = [400, 20];
    expect((await drive('large', trapped)).meters).toBeCloseTo(590 + 200 + 200 + 180, -1);
    expect((await drive('large', station, trapped)).meters).toBeCloseTo(20 + 390, -1);
  });

  it('sends only the engine that is too high round a low bridge', async () => {
    expect((await drive('small', [700, 190])).meters).toBeCloseTo(690 + 190, -1);
    expect((await drive('large', [710, 200])).meters).toBeCloseTo(790 + 200 + 90, -1);
  });

  it('keeps the heavy engine off a weak bridge', async () => {
    expect((await drive('small', [1400, 190])).meters).toBeCloseTo(1390 + 190, -1);
    expect(await metersToRoad('large', [1400, 190])).toBeGreaterThan(90);
  });

  it('opens a gate at the cost of its delay', async () => {
    const free = await drive('large', [900, 200]);
    const gated = await drive('large', [1000, 200]);
    const driving = gated.meters / (30 / 3.6) - free.meters / (30 / 3.6);
    expect(gated.seconds - free.seconds).toBeCloseTo(driving + 20, 0);
  });

  it('stops engines at a bollard, and lets the motorbike by', async () => {
    const behind = { from: positionAt(station), to: positionAt([1100, 190]) };
    expect(await clients['large']!.route(behind)).toEqual({ kind: 'no-route' });
    expect(await clients['small']!.route(behind)).toEqual({ kind: 'no-route' });
    expect((await drive('motorbike', [1100, 190])).meters).toBeCloseTo(1280, -1);
    expect((await drive('large', [1100, 95])).meters).toBeCloseTo(1185, -1);
  });

  it('uses private and emergency ways', async () => {
    expect((await drive('large', [1200, 190])).meters).toBeCloseTo(1380, -1);
    expect((await drive('large', [1300, 190])).meters).toBeCloseTo(1480, -1);
  });

  it('takes the motorbike along footways but never down steps', async () => {
    expect((await drive('motorbike', [500, -140])).meters).toBeCloseTo(630, -1);
    expect(await metersToRoad('large', [500, -140])).toBeGreaterThan(90);
    expect(await metersToRoad('motorbike', [600, -140])).toBeGreaterThan(90);
  });

  it('knows no way that the database does not know', async () => {
    expect(await metersToRoad('large', [1500, 190])).toBeGreaterThan(90);
  });

  it('drives as fast as the database says for the class, and loses little at turns', async () => {
    const straight = await drive('large', [1910, 0]);
    expect(straight.seconds).toBeCloseTo(1900 / (30 / 3.6), 0);
    expect((await drive('motorbike', [1910, 0])).seconds).toBeCloseTo(straight.seconds / 1.2, 0);
    const turned = await drive('large', [900, 200]);
    expect(turned.seconds - turned.meters / (30 / 3.6)).toBeCloseTo(2, 0);
  });
});
