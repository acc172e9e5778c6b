// Who asks for a place or for phones has an answer in time as well, while the database is away.

import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../geo/graph/graph-for-test.ts';
import { openPool } from '../sql/pool.ts';
import { startPeer, type Harm, type Peer } from './broken-peer-for-test.ts';
import type { Contacts } from './contacts/schema.ts';
import type { ErrorBody } from './errors.ts';
import type { PlaceResults } from './places/schema.ts';
import { openMiniCity, serveCity, type MiniCity } from './response/mini-city-for-test.ts';

const [lon, lat] = at(300, 0);
const contactsHere = `/api/contacts?lon=${lon}&lat=${lat}`;
const search = `/api/places?q=${encodeURIComponent('8 Phố Bắc')}`;
/** No answer may take longer. */
const mostMillis = 1_500;
/** But for the hint of what a set leaves uncovered, which comes beside one. */
const mostHintMillis = 3_300;

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [600, 0] },
      ways: [{ nodes: ['west', 'east'], tags: { highway: 'residential', name: 'Phố Bắc' } }],
      areas: [
        {
          corners: [
            [303, 8],
            [309, 8],
            [309, 14],
            [303, 14],
          ],
          tags: { building: 'house', 'addr:housenumber': '8', 'addr:street': 'Phố Bắc' },
        },
      ],
    },
    {
      contacts: `id,kind,name,phone,lon,lat,ward,equipment\n1,public-fire-point,Điểm gần,024 1,${at(350, 2).join(',')},,\n`,
    },
  );
}, 120_000);
afterAll(() => city.close());

/** The same city behind a database that can be hurt. */
let served: Awaited<ReturnType<typeof serveCity>>;
let database: Peer;
let pool: ReturnType<typeof openPool>;
beforeEach(async () => {
  const url = new URL(city.database.url);
  database = await startPeer(Number(url.port));
  url.port = String(database.port);
  pool = openPool(url.href, { max: 4, onIdleError: () => undefined });
  served = await serveCity({ url: url.href, pool, drop: () => Promise.resolve() }, city.osrm);
}, 60_000);
afterEach(async () => {
  await served.close();
  await database.close();
  await pool.end();
});

async function ask(
  path: string,
  { most = mostMillis, ...init }: RequestInit & { most?: number } = {},
): Promise<{ status: number; body: unknown }> {
  const started = performance.now();
  const answer = await served.app.request(path, init);
  const body: unknown = await answer.json();
  expect(performance.now() - started).toBeLessThan(most);
  return { status: answer.status, body };
}

/** The first answers of a new server are slow. */
async function askUntilWell(path: string): Promise<unknown> {
  const answers: unknown[] = [];
  const isWell = async (): Promise<boolean> => {
    const answer = await served.app.request(path);
    answers.push(await answer.json());
    // The same twice: nothing of it was late.
    return answer.status === 200 && isDeepStrictEqual(answers.at(-1), answers.at(-2));
  };
  await expect.poll(isWell, { timeout: 20_000 }).toBe(true);
  return answers.at(-1);
}

async function refusal(...asked: Parameters<typeof ask>): Promise<string> {
  const { status, body } = await ask(...asked);
  return `${status} ${(body as ErrorBody).error.code}`;
}

describe.each<Harm>(['silent', 'refusing'])('a database that is %s', (harm) => {
  it('is said plainly, and at once, to who looks for a place or opens its card', async () => {
    const { id } = ((await askUntilWell(search)) as PlaceResults).results[0]!;
    database.hurt(harm);
    const nearby = `/api/places/nearby?at=${lon},${lat}`;
    for (const path of [search, `/api/places/${id}`, nearby])
      expect(await refusal(path)).toBe('503 database-down');
  });

  it('is said plainly within three seconds to who asks what a set leaves uncovered', async () => {
    const asked = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ unitIds: ['unit:1'] }),
      most: mostHintMillis,
    };
    expect(await refusal('/api/uncovered', asked)).toBe('404 no-such-unit');
    database.hurt(harm);
    expect(await refusal('/api/uncovered', asked)).toBe('503 database-down');
  }, 20_000);

  it('is done without for the phones of a place that was asked about before, with their age', async () => {
    const before = (await askUntilWell(contactsHere)) as Contacts;
    expect(before.onFoot.map(({ phone }) => phone)).toEqual(['024 1']);
    expect(before.ageSeconds).toBeUndefined();
    database.hurt(harm);
    const { status, body } = await ask(contactsHere);
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, ageSeconds: expect.any(Number) as number });
    const [otherLon, otherLat] = at(100, 0);
    expect(await refusal(`/api/contacts?lon=${otherLon}&lat=${otherLat}`)).toBe(
      '503 database-down',
    );
  });
});
