import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveCity } from '../response/mini-city-for-test.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import type { Wind } from './schema.ts';

let database: TestDatabase;
let city: Awaited<ReturnType<typeof serveCity>>;
beforeAll(async () => {
  database = await createTestDatabase();
  city = await serveCity(database, {});
}, 60_000);
afterAll(async () => {
  await city.close();
  await database.drop();
});
beforeEach(() => database.pool.query('truncate wind_observations'));

async function report(body: unknown) {
  const answer = await city.app.request('/api/wind', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

async function read(): Promise<Wind | null> {
  const answer = await city.app.request('/api/wind');
  return ((await answer.json()) as { wind: Wind | null }).wind;
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

describe('the wind of a feed', () => {
  it('is the newest that was observed, whatever came last', async () => {
    await report({ fromDegrees: 45, speedMps: 3, observedAt: ago(60), source: 'Láng' });
    await report({ fromDegrees: 90, observedAt: ago(600), source: 'Hà Đông' });
    expect(await read()).toMatchObject({
      fromDegrees: 45,
      speedMps: 3,
      source: 'Láng',
      isStale: false,
    });
  });

  it('may be as good as none', async () => {
    const calm = { fromDegrees: 1e-320, speedMps: 1e-50, source: 'Láng' };
    expect((await report(calm)).status).toBe(201);
    expect(await read()).toMatchObject({ fromDegrees: 0, speedMps: 0 });
  });

  it('of a clock that was set back since counts as seen now, and gives way to what was', async () => {
    await database.pool.query(
      `insert into wind_observations (from_degrees, observed_at, source) values (1, now() + interval '5 h', 'Láng')`,
    );
    const observedAt = async () => Date.parse((await read())!.observedAt);
    await expect.poll(observedAt, { timeout: 10_000 }).toBeLessThanOrEqual(Date.now() + 10_000);
    await report({ fromDegrees: 2, source: 'Hà Đông' });
    expect(await read()).toMatchObject({ fromDegrees: 2 });
  });

  it('is said to be old, and then forgotten', async () => {
    expect(await read()).toBeNull();
    await report({ fromDegrees: 360, observedAt: ago(30_000), source: 'Láng' });
    expect(await read()).toBeNull();
    await report({ fromDegrees: 360, observedAt: ago(7_200), source: 'Láng' });
    const wind = await read();
    expect(wind).toMatchObject({ fromDegrees: 0, speedMps: null, isStale: true });
    expect(wind!.ageSeconds).toBeGreaterThan(7_100);
  });

  it.each([
    [{ fromDegrees: 361, source: 'Láng' }, 'fromDegrees'],
    [{ fromDegrees: 10, source: ' ' }, 'source'],
    [{ fromDegrees: 10, source: 'Láng', speedMps: -1 }, 'speedMps'],
    [{ fromDegrees: 10, source: 'Láng', observedAt: '2999-01-01T00:00:00Z' }, 'observedAt'],
    [{ fromDegrees: 10, source: 'Láng', observedAt: '0001-01-01T00:00:00Z' }, 'observedAt'],
    [
      { fromDegrees: 10, source: 'Láng', observedAt: '2025-01-01T00:00:00Z' },
      'more than a day back',
    ],
    [{ fromDegrees: 10, source: 'a\0b' }, 'source'],
    [{ fromDegrees: 10, source: 'a\uD800' }, 'source'],
    [{ fromDegrees: 10, source: 'a\nb' }, 'source'],
    [{ fromDegrees: 10, source: 'Láng', gusts: 3 }, 'gusts'],
  ])('%j is refused with the field that is wrong', async (body, field) => {
    const { status, text } = await report(body);
    expect([status, text.includes(field)]).toEqual([400, true]);
    expect(await read()).toBeNull();
  });
});
