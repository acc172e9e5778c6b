// What a real OSRM says, and one that says the same with a lie in it.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOsrmData } from '../../data-import/osrm/build.ts';
import { layOutRoads, positionAt } from '../../data-import/osrm/mini-dataset-for-test.ts';
import { createTestDatabase } from '../../sql/test-database.ts';
import type { TableEnd } from './client.ts';
import { osrmBinForTest, startOsrmForTest, type OsrmProcess } from './osrm-for-test.ts';
import { createRouters, type Routers } from './routers.ts';

type Snapped = { location: [number, number]; distance: number };
type Answer = {
  durations: (number | null)[][];
  sources: Snapped[];
  routes: { duration: number; distance: number; geometry: string; legs: Leg[] }[];
  waypoints: Snapped[];
};
type Leg = { annotation?: unknown; steps: { distance: number }[] };
type Lie = (answer: Answer) => void;

const [from, to, other] = [positionAt([0, 7]), positionAt([500, 490]), positionAt([100, 0])];
const near = (x: number, y: number): TableEnd => ({
  position: positionAt([x, y]),
  snapMaxMeters: 20,
});

const folder = mkdtempSync(join(tmpdir(), 'firepoint-untrue-'));
let osrm: OsrmProcess;
let liar: Server;
let routers: Routers;
let lie: Lie;

async function pass(url: string, response: ServerResponse): Promise<void> {
  const truth = await fetch(osrm.url + url);
  const answer = (await truth.json()) as Answer;
  if (truth.ok && !url.startsWith('/nearest')) lie(answer);
  response.statusCode = truth.status;
  response.end(JSON.stringify(answer));
}

beforeAll(async () => {
  const database = await createTestDatabase();
  const osmFile = await layOutRoads(database.pool, folder, {
    nodes: { a: [0, 0], b: [500, 0], c: [500, 500] },
    roads: [{ highway: 'residential', name: 'Phố A', nodes: ['a', 'b', 'c'] }],
  });
  const built = await buildOsrmData({
    database: database.pool,
    osmFile,
    dataFolder: folder,
    osrmBin: osrmBinForTest(),
    log: () => {},
  });
  await database.drop();
  osrm = await startOsrmForTest(join(folder, 'osrm', built!.classes['large']!));
  liar = createServer((request, response) => void pass(request.url!, response));
  liar.listen(0, '127.0.0.1');
  await new Promise((resolve) => liar.once('listening', resolve));
}, 60_000);
afterAll(async () => {
  liar.close();
  await osrm.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  const url = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
  routers = createRouters({ urls: { large: url }, probeMillis: 60_000, timeoutMillis: 2_000 });
  await routers.probe();
});
afterEach(() => routers.close());

const eachTime = (change: (seconds: number) => number) => (answer: Answer) => {
  answer.durations = answer.durations.map((row) =>
    row.map((seconds) => (seconds === null ? null : change(seconds))),
  );
};

const askTable = (offMap = false) =>
  routers.table('large', {
    sources: [near(0, 7), near(500, 490)],
    destinations: [near(500, 490), near(100, 0), ...(offMap ? [near(100, 400)] : [])],
  });

const askRoute = () => routers.route('large', { from, to, withNodes: true });

const unbelieved = { kind: 'unavailable', why: 'bad-answer' };

describe('a table of OSRM', () => {
  it.each<[string, Lie]>([
    ['negative', eachTime((seconds) => -seconds)],
    ['nothing', eachTime(() => 0)],
    ['a twentieth of what they are', eachTime((seconds) => seconds / 20)],
    ['too short for one of the ways', ({ durations }) => void (durations[0]![0] = 5)],
  ])('is not believed where its times are %s', async (_name, told) => {
    lie = told;
    expect(await askTable()).toEqual(unbelieved);
    expect(await askTable(true)).toEqual(unbelieved);
    expect(routers.status()).toEqual({ large: 'graph' });
  });

  it.each<[string, Lie]>([
    ['fewer places than were asked about', ({ sources }) => void sources.pop()],
    ['a distance that is negative', ({ sources }) => void (sources[0]!.distance = -1)],
  ])('is not believed where it snaps %s', async (_name, told) => {
    lie = told;
    expect(await askTable(true)).toEqual(unbelieved);
  });

  it('is believed where no time passes between places that are the same, or snap to the same', async () => {
    lie = () => {};
    const table = await routers.table('large', {
      sources: [near(100, 15), near(0, 0)],
      destinations: [near(100, 15), near(100, -15), near(0, 0), near(-15, 0)],
    });
    if (table.kind !== 'table') throw new Error(table.kind);
    const [first, second] = table.durations;
    expect(first!.slice(0, 2)).toEqual([0, 0]);
    expect(second!.slice(2)).toEqual([0, 0]);
  });
});

const eachRoute = (change: (route: Answer['routes'][number]) => void) => (answer: Answer) =>
  answer.routes.forEach(change);

describe('a way of OSRM', () => {
  it.each<[string, Lie]>([
    ['takes less than no time', eachRoute((route) => void (route.duration *= -1))],
    ['takes no time', eachRoute((route) => void (route.duration = 0))],
    ['has a negative length', eachRoute((route) => void (route.distance *= -1))],
    ['is shorter than the straight line', eachRoute((route) => void (route.distance = 100))],
    ['is longer than its line', eachRoute((route) => void (route.distance *= 1.5))],
    ['is drawn elsewhere', eachRoute((route) => void (route.geometry = '@@@@'))],
    ['has no line', eachRoute((route) => void (route.geometry = ''))],
    ['has no legs', eachRoute((route) => void (route.legs = []))],
    ['has no steps', eachRoute(({ legs }) => void (legs[0]!.steps = []))],
    ['has a step backwards', eachRoute(({ legs }) => void (legs[0]!.steps[0]!.distance *= -1))],
    ['does not say its nodes', eachRoute(({ legs }) => void delete legs[0]!.annotation)],
    ['begins elsewhere', ({ waypoints }) => void (waypoints[0]!.location = other)],
    ['ends elsewhere', ({ waypoints }) => void (waypoints[1]!.location = other)],
    ['lies further off than it says', ({ waypoints }) => void (waypoints[0]!.distance = 300)],
    ['is none', (answer) => void (answer.routes = [])],
  ])('is not believed where it %s', async (_name, told) => {
    lie = told;
    expect(await askRoute()).toEqual(unbelieved);
    expect(routers.status()).toEqual({ large: 'graph' });
  });

  it('of another place than was asked about is not believed', async () => {
    const theirs = await fetch(
      `${osrm.url}/route/v1/driving/${other.join()};${to.join()}?overview=full&geometries=polyline6&steps=true&annotations=nodes,distance`,
    );
    const stolen = (await theirs.json()) as Answer;
    lie = (answer) => void Object.assign(answer, stolen);
    expect(await askRoute()).toEqual(unbelieved);
  });

  it('is believed from far off the road, and where it leads nowhere', async () => {
    lie = () => {};
    const far = await routers.route('large', { from: positionAt([100, -2_000]), to });
    expect(far).toMatchObject({ kind: 'route', fromSnapMeters: expect.closeTo(2_000, -2) });
    const still = await routers.route('large', { from: other, to: other, withNodes: true });
    expect(still).toMatchObject({ kind: 'route', seconds: 0, meters: 0 });
    expect(routers.status()).toEqual({ large: 'osrm' });
  });
});
