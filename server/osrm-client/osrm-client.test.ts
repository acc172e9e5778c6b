import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildOsrmData } from '../../data-import/osrm/build.ts';
import {
  layOutRoads,
  positionAt,
  type MiniRoads,
} from '../../data-import/osrm/mini-dataset-for-test.ts';
import { createTestDatabase } from '../../sql/test-database.ts';
import { createOsrmClient, type TableEnd } from './client.ts';
import { osrmBinForTest, startOsrmForTest, type OsrmProcess } from './osrm-for-test.ts';
import { createRouters, type Routers } from './routers.ts';
import { OsrmRejection } from './transport.ts';

// Two streets that do not meet.
const world: MiniRoads = {
  nodes: { a: [0, 0], b: [500, 0], c: [500, 500], x: [0, 2000], y: [500, 2000] },
  roads: [
    { highway: 'residential', name: 'Phố A', nodes: ['a', 'b', 'c'] },
    { highway: 'residential', name: 'Phố X', nodes: ['x', 'y'] },
  ],
};
const from = positionAt([0, 0]);
const to = positionAt([500, 490]);
const island = positionAt([250, 2000]);

function end(x: number, y: number): TableEnd {
  return { position: positionAt([x, y]), snapMaxMeters: 20 };
}

const folder = mkdtempSync(join(tmpdir(), 'firepoint-osrm-client-'));
let dataset: string;
let osrm: OsrmProcess;
let routers: Routers | undefined;
let changes: string[];

beforeAll(async () => {
  const database = await createTestDatabase();
  const built = await buildOsrmData({
    database: database.pool,
    osmFile: await layOutRoads(database.pool, folder, world),
    dataFolder: folder,
    osrmBin: osrmBinForTest(),
    log: () => {},
  });
  dataset = join(folder, 'osrm', built!.classes['large']!);
  await database.drop();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  osrm = await startOsrmForTest(dataset);
  changes = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await routers?.close();
  routers = undefined;
  await osrm.stop();
});

/** Routers of one class; `probeMillis` far away so that only the test's own requests count. */
async function open(url: string, probeMillis = 60_000): Promise<Routers> {
  routers = createRouters({
    urls: { large: url },
    probeMillis,
    onChange: (vehicleClass, router) => changes.push(`${vehicleClass} ${router}`),
  });
  await routers.probe();
  return routers;
}

async function timed<T>(work: Promise<T>): Promise<{ answer: T; millis: number }> {
  const startedAt = performance.now();
  const answer = await work;
  return { answer, millis: performance.now() - startedAt };
}

describe('the OSRM client', () => {
  it('answers a route with its line, its steps and how far off the road its ends lie', async () => {
    const client = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
    const route = await client.route({ from: positionAt([100, 7]), to });
    if (route.kind !== 'route') throw new Error(route.kind);
    expect(route.meters).toBeCloseTo(890, -1);
    expect(route.fromSnapMeters).toBeCloseTo(7, 0);
    expect(route.toSnapMeters).toBeLessThan(1);
    const corner = positionAt([500, 0]).map((degrees) => expect.closeTo(degrees, 5));
    expect(route.geometry.coordinates).toEqual([expect.anything(), corner, expect.anything()]);
    expect(route.steps.map(({ code }) => code)).toEqual(['depart', 'arrive']);
    expect(route.steps.map(({ heading }) => heading)).toEqual([90, undefined]);
    await client.close();
  });

  it('takes "there is no way" for an answer', async () => {
    const client = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
    expect(await client.route({ from, to: island })).toEqual({ kind: 'no-route' });
    const table = await client.table({
      sources: [{ position: from }, { position: island }],
      destinations: [{ position: to }],
    });
    expect(table.durations).toEqual([[expect.closeTo(119, -1)], [null]]);
    await client.close();
  });

  it('asks for a table of ten stations and 300 stops in one request', async () => {
    const client = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
    const destinations = Array.from({ length: 300 }, (_, i) => ({ position: positionAt([i, 3]) }));
    const sources = Array.from({ length: 10 }, (_, i) => ({ position: positionAt([500, i]) }));
    const table = await client.table({ sources, destinations });
    expect(table.durations).toHaveLength(10);
    expect(table.durations.every((row) => row.length === 300)).toBe(true);
    await client.close();
  });

  it('gives no times from and to what is off the map, and those of the others', async () => {
    const client = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
    const onMap = await client.table({ sources: [end(0, 7)], destinations: [end(500, 490)] });
    expect(onMap).toMatchObject({ isSourceOnMap: [true], isDestinationOnMap: [true] });
    const [[seconds]] = onMap.durations as [[number]];
    expect(seconds).toBeCloseTo(119, -1);
    const table = await client.table({
      sources: [end(0, 7), end(250, 30)],
      destinations: [end(500, 490), end(400, 900)],
    });
    expect(table).toEqual({
      kind: 'table',
      durations: [
        [seconds, null],
        [null, null],
      ],
      isPartlyClosed: [
        [false, false],
        [false, false],
      ],
      isSourceOnMap: [true, false],
      isDestinationOnMap: [true, false],
    });
    await client.close();
  });

  it('outlives the 512 requests after which OSRM closes a connection', async () => {
    const { route } = await open(osrm.url);
    for (let i = 0; i < 1_100; i++) expect((await route('large', { from, to })).kind).toBe('route');
  });
});

describe('when OSRM fails', () => {
  it('says unavailable within the deadline once it was killed, and recovers when it is back', async () => {
    // Outside the range from which the system hands out ports, so that it is still free later.
    await osrm.stop();
    osrm = await startOsrmForTest(dataset, 18_000 + (process.pid % 10_000));
    const { route, status, probe } = await open(osrm.url);
    expect(status()).toEqual({ large: 'osrm' });
    await osrm.stop();
    const whys: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { answer, millis } = await timed(route('large', { from, to }));
      whys.push(answer.kind === 'unavailable' ? answer.why : answer.kind);
      expect(millis).toBeLessThan(400);
    }
    // Each request fails twice, and the third failure in a row opens the breaker.
    expect(whys).not.toContain('route');
    expect(whys[2]).toBe('circuit-open');
    expect(status()).toEqual({ large: 'graph' });
    osrm = await startOsrmForTest(dataset, osrm.port);
    // As when a machine's clock is set right: that must not leave OSRM unused for the hour.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    await probe();
    expect(status()).toEqual({ large: 'osrm' });
    expect((await route('large', { from, to })).kind).toBe('route');
    expect(changes).toEqual(['large osrm', 'large graph', 'large osrm']);
  }, 15_000);

  it('answers within one second while it is frozen, and at once after three attempts', async () => {
    const { route, table } = await open(osrm.url);
    await osrm.freeze();
    const both = await timed(
      Promise.all([
        route('large', { from, to }),
        table('large', { sources: [{ position: from }], destinations: [{ position: to }] }),
      ]),
    );
    expect(both.answer).toEqual([
      { kind: 'unavailable', why: 'timeout' },
      { kind: 'unavailable', why: 'timeout' },
    ]);
    expect(both.millis).toBeLessThan(1_000);
    await route('large', { from, to });
    const fourth = await timed(route('large', { from, to }));
    expect(fourth.answer).toEqual({ kind: 'unavailable', why: 'circuit-open' });
    expect(fourth.millis).toBeLessThan(50);
  });

  it('notices its death without any traffic', async () => {
    const { status } = await open(osrm.url, 100);
    await osrm.stop();
    await sleep(400);
    expect(status()).toEqual({ large: 'graph' });
    expect(changes).toEqual(['large osrm', 'large graph']);
  });

  it('does not take a refused request for a failure', async () => {
    const client = createOsrmClient({ url: osrm.url, timeoutMillis: 2_000 });
    await expect(client.route({ from, to: [500, 500] })).rejects.toThrow(OsrmRejection);
    await client.close();
    const { route, status } = await open(osrm.url);
    for (let i = 0; i < 4; i++)
      expect(await route('large', { from, to: [500, 500] })).toEqual({
        kind: 'unavailable',
        why: 'rejected',
      });
    expect(status()).toEqual({ large: 'osrm' });
  });

  it('takes another server’s answer for no answer', async () => {
    const stranger = createServer((_, response) => response.end('<html>welcome</html>'));
    stranger.listen(0, '127.0.0.1');
    await new Promise((resolve) => stranger.once('listening', resolve));
    const { route, status } = await open(
      `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`,
    );
    expect(await route('large', { from, to })).toEqual({ kind: 'unavailable', why: 'bad-answer' });
    expect(status()).toEqual({ large: 'graph' });
    stranger.close();
  });

  it('has no router for a class without data', async () => {
    const { route } = await open(osrm.url);
    expect(await route('small', { from, to })).toEqual({ kind: 'unavailable', why: 'no-router' });
  });
});

describe('new routing data', () => {
  it('is taken into use under load without losing a request', async () => {
    const { route, setUrls } = await open(osrm.url);
    const end = new AbortController();
    let answered = 0;
    const lost: unknown[] = [];
    const ask = async (): Promise<void> => {
      while (!end.signal.aborted) {
        const answer = await route('large', { from, to });
        if (answer.kind === 'route') answered += 1;
        else lost.push(answer);
      }
    };
    const load = Promise.all(Array.from({ length: 8 }, ask));
    for (let i = 0; i < 5; i++) {
      await sleep(50);
      const next = await startOsrmForTest(dataset);
      await setUrls({ large: next.url });
      await osrm.stop('SIGTERM');
      osrm = next;
    }
    end.abort();
    await load;
    expect(lost).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    expect(changes).toEqual(['large osrm']);
  }, 15_000);
});
