// Closures that cannot be written now: nobody else waits for them, and whoever drew one hears it in time.

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openPool } from '../../sql/pool.ts';
import { startPeer, type Peer } from '../broken-peer-for-test.ts';
import type { ErrorBody } from '../errors.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult } from '../response/schema.ts';
import { nearBridge } from './closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from './river-town-for-test.ts';

/** No answer may take longer; nor may whoever draws a closure wait so much longer to hear that it is not entered. */
const mostAnswerMillis = 1_500;
const mostRefusalMillis = 2_700;
const connections = 3;

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
}, 120_000);
afterAll(() => city.close());

/** The same city, its changes on connections of their own, through a peer that can be hurt. */
let served: Awaited<ReturnType<typeof serveCity>>;
let peer: Peer;
let writes: ReturnType<typeof openPool>;
beforeEach(async () => {
  const url = new URL(city.database.url);
  peer = await startPeer(Number(url.port));
  url.port = String(peer.port);
  writes = openPool(url.href, { max: connections, onIdleError: () => undefined });
  served = await serveCity(city.database, city.osrm, undefined, { writes });
}, 60_000);
afterEach(async () => {
  await served.close();
  await peer.close();
  await writes.end();
  await city.database.pool.query('delete from closures');
});

async function send(path: string, method: string, body: unknown) {
  const started = performance.now();
  const answer = await served.app.request(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  return { status: answer.status, body: said, millis: performance.now() - started };
}

function drawClosure() {
  const drawn = { geometry: nearBridge, effect: 'impassable', reason: 'ngập', by: 'Lan' };
  return send('/api/closures', 'POST', drawn);
}

const refusedInTime = { said: '503 database-down', isInTime: true };

function describeRefusal({ status, body, millis }: Awaited<ReturnType<typeof send>>) {
  const said = `${status} ${(body as ErrorBody).error?.code}`;
  return { said, isInTime: millis < mostRefusalMillis };
}

async function countWritten(): Promise<number> {
  const { rows } = await city.database.pool.query<{ count: number }>(
    'select count(*) from closures',
  );
  return rows[0]!.count;
}

it('answers do not wait behind closures that hold every connection of the changes', async () => {
  const [lon, lat] = at(600, 600);
  const ask = () => send('/api/response', 'POST', { lon, lat });
  const isDegraded = async () => ((await ask()).body as ResponseResult).degraded;
  // The first answers of a new server are slow.
  await expect.poll(isDegraded, { timeout: 10_000 }).toBe(false);
  const lock = await city.database.pool.connect();
  await lock.query('begin; lock table closures in exclusive mode');
  const drawing = Array.from({ length: 4 * connections }, drawClosure);
  await expect.poll(() => writes.waitingCount).toBeGreaterThan(0);
  const beside = await ask();
  expect(beside.millis).toBeLessThan(mostAnswerMillis);
  expect(beside.status).toBe(200);
  const { notes, degraded } = beside.body as ResponseResult;
  // Nothing of it is only what was last known.
  expect(notes.map(({ code }) => code)).not.toContain('last-known');
  expect(degraded).toBe(false);
  for (const sent of await Promise.all(drawing))
    expect(describeRefusal(sent)).toEqual(refusedInTime);
  await lock.query('rollback');
  lock.release();
  await expect
    .poll(() => [writes.waitingCount, writes.totalCount - writes.idleCount])
    .toEqual([0, 0]);
  // Who was told that it is not entered does not find it in force later.
  expect(await countWritten()).toBe(0);
}, 30_000);

it('a closure that is drawn or withdrawn while the database stands still is refused in time', async () => {
  const { body } = await drawClosure();
  peer.hurt('silent');
  expect(describeRefusal(await drawClosure())).toEqual(refusedInTime);
  const { id } = body as { id: number };
  const withdrawn = await send(`/api/closures/${id}`, 'DELETE', { by: 'Lan' });
  expect(describeRefusal(withdrawn)).toEqual(refusedInTime);
}, 30_000);
