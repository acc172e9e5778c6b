// What a browser gets from a real server, whichever way a tile is answered: made, or from memory.

import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { startServerForTest, untilFollowing, type ServerProcess } from './server-for-test.ts';
import { insertInventedCity } from './tiles/invented-city.ts';
import { tileAt } from './tiles/read-mvt-for-test.ts';

let db: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
  server = await startServerForTest(db.url);
  await untilFollowing(server);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await db.drop();
});

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd', 'user-agent': 'test' };

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer };

async function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: 'GET' | 'HEAD'; headers?: object } = {},
): Promise<Answer> {
  const answer = await request(server.url + path, { method, headers: { ...browser, ...headers } });
  const body = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, body };
}

/** Headers that may differ between two answers of the same tile. */
const own = ['x-cache', 'x-request-id', 'date', 'ratelimit-remaining', 'ratelimit-reset'];
const framing = ['content-length', 'transfer-encoding', 'connection', 'keep-alive'];

function common(headers: Answer['headers']): [string, unknown][] {
  return Object.entries(headers)
    .filter(([name]) => !own.includes(name) && !framing.includes(name))
    .toSorted(([one], [other]) => one.localeCompare(other));
}

const { z, x, y } = tileAt(16);

describe('a tile from memory', () => {
  test('is answered with the same headers and bytes as one that is made', async () => {
    const made = await ask(`/tiles/base/${z}/${x}/${y}`);
    const kept = await ask(`/tiles/base/${z}/${x}/${y}.mvt`);
    expect([made.headers['x-cache'], kept.headers['x-cache']]).toEqual(['MISS', 'HIT']);
    expect(common(kept.headers)).toEqual(common(made.headers));
    expect(kept.headers['content-security-policy']).toContain("default-src 'self'");
    expect(kept.headers['x-content-type-options']).toBe('nosniff');
    expect(kept.body).toEqual(made.body);
    expect(kept.headers['content-length']).toBe(String(kept.body.byteLength));
  });

  test('is 304 to whoever has it, without a body for HEAD, and plain to whoever refuses gzip', async () => {
    const path = `/tiles/base/${z}/${x}/${y}`;
    const whole = await ask(path);
    const etag = whole.headers['etag'] as string;
    const again = await ask(path, { headers: { 'if-none-match': `"x", W/${etag}` } });
    expect(again).toMatchObject({ status: 304, headers: { etag, 'x-cache': 'HIT' } });
    expect(again.body).toHaveLength(0);
    const head = await ask(path, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, headers: { etag, 'x-cache': 'HIT' } });
    expect(head.body).toHaveLength(0);
    const plain = await ask(path, { headers: { 'accept-encoding': 'br, gzip;q=0' } });
    expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding', 'x-cache': 'HIT' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['etag']).not.toBe(etag);
    expect(plain.body).toEqual(gunzipSync(whole.body));
  });

  test('with nothing in it is 204, made or kept', async () => {
    const made = await ask('/tiles/base/16/0/0');
    const kept = await ask('/tiles/base/16/0/0');
    expect([made.status, kept.status, kept.headers['x-cache']]).toEqual([204, 204, 'HIT']);
    expect(common(kept.headers)).toEqual(common(made.headers));
  });

  test('is never taken for another path', async () => {
    await ask(`/tiles/base/${z}/${x}/${y}`);
    for (const path of [`/tiles//base/${z}/${x}/${y}`, `/tiles/base/${z}/${x}/${y}/`, '/tiles/']) {
      const { status, headers } = await ask(path);
      expect([status, headers['x-cache']]).toEqual([404, undefined]);
    }
  });
});

test('tiles from memory count as much as others, and are refused to whoever asks for too many', async () => {
  const strict = await startServerForTest(db.url, { REQUESTS_PER_MINUTE: '1' });
  const statuses: number[] = [];
  const remaining: unknown[] = [];
  for (let n = 0; n < 12; n += 1) {
    const answer = await request(`${strict.url}/tiles/base/${z}/${x}/${y}`, { headers: browser });
    await answer.body.dump();
    statuses.push(answer.statusCode);
    remaining.push(answer.headers['ratelimit-remaining']);
  }
  expect(remaining.slice(0, 4)).toEqual(['9', '8', '7', '6']);
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
  await strict.stop();
}, 60_000);
