// The graph's thread on a small invented city, hurt in the ways a thread can be.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importCity } from '../../data-import/osm/import-city.ts';
import { writeMiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { findLongWork } from './busy-for-test.ts';
import { startRoadGraph, type RoadGraphClient } from './road-graph.ts';

let database: TestDatabase;
let graph: RoadGraphClient;
const folder = mkdtempSync(join(tmpdir(), 'firepoint-graph-'));
const door = { door: at(50, 5), roadId: null };

beforeAll(async () => {
  database = await createTestDatabase();
  const file = join(folder, 'city.osm');
  writeMiniWorld(file, {
    nodes: { a: [0, 0], b: [500, 0] },
    ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố A', width: '6' } }],
  });
  const target = { databaseUrl: database.url, dataFolder: folder, log: () => undefined };
  await importCity({ ...target, file, synthetic: true });
}, 60_000);
afterEach(() => graph.close());
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function open(callMillis = 60_000): RoadGraphClient {
  const patience = { callMillis, loadMillis: 60_000 };
  graph = startRoadGraph(database.url, pino({ level: 'silent' }), patience);
  return graph;
}

async function timed<T>(work: Promise<T>): Promise<{ answer: T; millis: number }> {
  const started = performance.now();
  return { answer: await work, millis: performance.now() - started };
}

describe('the road graph', () => {
  it('is said to be loading, in time, while it loads', async () => {
    open();
    const { answer, millis } = await timed(graph.ask('door', door, 100));
    expect(answer).toEqual({ kind: 'away', why: 'loading' });
    expect(millis).toBeLessThan(400);
  });

  it('answers from the old city while a new one is being loaded', async () => {
    await open().reload();
    const loading = graph.reload();
    const during = await graph.ask('door', door, 2_000);
    expect(during.kind).toBe('answer');
    await loading;
    expect((await graph.ask('door', door, 2_000)).kind).toBe('answer');
  });

  it('follows a changed road in place, and a new one by loading the city anew', async () => {
    const client = open();
    const before = await client.reload();
    const nameOfRoad = async () => (await client.call('door', door)).access?.road.name;
    const change = async (sql: string) => {
      const { rows } = await database.pool.query<{ id: number }>(sql);
      return client.follow([{ table: 'roads', boxes: null, rowIds: rows.map(({ id }) => id) }]);
    };
    expect(await nameOfRoad()).toBe('Phố A');
    const renewed = await change(`update roads set street_id = null, name = 'Phố B' returning id`);
    expect(await nameOfRoad()).toBe('Phố B');
    expect(BigInt(renewed.version)).toBeGreaterThan(BigInt(before.version));
    const other = await change(
      `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
       select -1, class, motor, foot, width_m, width_provenance, speed_kmh, array[-1, -2], st_translate(geom, 0, 0.001)
       from roads limit 1 returning id`,
    );
    expect([renewed.roads, other.roads]).toEqual([1, 2]);
    expect(client.status()).toEqual(other);
  });

  it('loads the city anew for a change of what it is not told row by row', async () => {
    const client = open();
    await client.reload();
    await database.pool.query(`update roads set street_id = null, name = 'Phố C'`);
    await client.follow([{ table: 'roads', boxes: null, rowIds: null }]);
    expect((await client.call('door', door)).access?.road.name).toBe('Phố C');
  });

  it('is late, and not waited for, while its thread is busy with something else', async () => {
    await open().reload();
    const long = graph.ask('water', await findLongWork(graph, 1_000), 50);
    const { answer, millis } = await timed(graph.ask('door', door, 200));
    expect(answer).toEqual({ kind: 'away', why: 'late' });
    expect(millis).toBeLessThan(1_000);
    await long;
  });

  it('does not know what closures close when its thread ends before it said so, but that is no failure', async () => {
    await open().reload();
    const endless = await findLongWork(graph, 3_000);
    await graph.close();
    const client = open(500);
    expect(await client.closeRoads([])).toBeNull();
    await client.reload();
    expect(await client.closeRoads([])).toEqual([]);
    const stuck = client.ask('water', endless, 5_000);
    await sleep(50);
    expect(await client.closeRoads([])).toBeNull();
    expect((await stuck).kind).toBe('away');
  });

  it('is not stuck while it works off what many asked, one after another', async () => {
    await open().reload();
    const work = await findLongWork(graph, 300);
    await graph.close();
    await open(1_200).reload();
    const asked = await Promise.all([...Array(6)].map(() => graph.ask('water', work, 30_000)));
    expect(asked.map(({ kind }) => kind)).toEqual(asked.map(() => 'answer'));
  });

  it('does not begin on what nobody waits for any more', async () => {
    await open().reload();
    const work = await findLongWork(graph, 500);
    const long = graph.ask('water', work, 30_000);
    const late = [...Array(20)].map(() => graph.ask('water', work, 50));
    await Promise.all([long, ...late]);
    const { answer, millis } = await timed(graph.ask('door', door, 5_000));
    expect(answer.kind).toBe('answer');
    expect(millis).toBeLessThan(3_000);
    expect(await graph.ask('door', door, 0)).toEqual({ kind: 'away', why: 'late' });
  });

  it('gets a new thread when the old one is stuck, and answers again', async () => {
    await open().reload();
    const endless = await findLongWork(graph, 3_000);
    await graph.close();
    await open(500).reload();
    const [stuck, behind] = await Promise.all([
      graph.ask('water', endless, 5_000),
      graph.ask('door', door, 5_000),
    ]);
    expect([stuck, behind].map(({ kind }) => kind)).toEqual(['away', 'away']);
    const deadline = performance.now() + 20_000;
    let again = await graph.ask('door', door, 400);
    while (again.kind === 'away' && performance.now() < deadline) {
      await sleep(50);
      again = await graph.ask('door', door, 400);
    }
    expect(again.kind).toBe('answer');
  });
});
