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
import { startRoadGraph, type RoadGraphClient } from './road-graph.ts';

let database: TestDatabase;
let graph: RoadGraphClient;
const folder = mkdtempSync(join(tmpdir(), 'firepoint-graph-'));
const door = { door: at(50, 5), roadId: null, classes: ['large'] };
/** Nearly an endless loop: quickly sent, as it is one place many times over, and long at work. */
const place = { node: 0 };
const endless = Array.from({ length: 500_000 }, () => place);

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
    const { answer, millis } = await timed(graph.ask('plan', door, 100));
    expect(answer).toEqual({ kind: 'away', why: 'loading' });
    expect(millis).toBeLessThan(400);
  });

  it('answers from the old city while a new one is being loaded', async () => {
    await open().reload();
    const loading = graph.reload();
    const during = await graph.ask('plan', door, 2_000);
    expect(during.kind).toBe('answer');
    await loading;
    expect((await graph.ask('plan', door, 2_000)).kind).toBe('answer');
  });

  it('is late, and not waited for, while its thread is busy with something else', async () => {
    await open().reload();
    const long = graph.ask('water', endless, 50);
    const { answer, millis } = await timed(graph.ask('plan', door, 200));
    expect(answer).toEqual({ kind: 'away', why: 'late' });
    expect(millis).toBeLessThan(1_000);
    await long;
  });

  it('gets a new thread when the old one is stuck, and answers again', async () => {
    await open(500).reload();
    const [stuck, behind] = await Promise.all([
      graph.ask('water', endless, 5_000),
      graph.ask('plan', door, 5_000),
    ]);
    expect([stuck, behind].map(({ kind }) => kind)).toEqual(['away', 'away']);
    const deadline = performance.now() + 20_000;
    let again = await graph.ask('plan', door, 400);
    while (again.kind === 'away' && performance.now() < deadline) {
      await sleep(50);
      again = await graph.ask('plan', door, 400);
    }
    expect(again.kind).toBe('answer');
  });
});
