import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCorrectionsBench, way, type CorrectionsBench } from './corrections-for-test.ts';

let bench: CorrectionsBench;

beforeAll(async () => {
  bench = await openCorrectionsBench();
}, 60_000);

afterAll(() => bench.database.drop());

const good = { by: 'Lan', target: `way:${way}`, field: 'width_m', value: 3 };

test.each([
  [{ ...good, value: 0.2 }],
  [{ ...good, value: 61 }],
  [{ ...good, value: '3' }],
  [{ ...good, value: null }],
  [{ ...good, provenance: 'guessed' }],
  [{ ...good, target: 'address:1' }],
  [{ ...good, target: `way:${way}; drop table corrections` }],
  [{ ...good, target: 'way:9999999999999999' }],
  [{ ...good, by: ' ' }],
  [{ ...good, by: 'a\u0000b' }],
  [{ ...good, by: 'a'.repeat(81) }],
  [{ ...good, note: 'line\nbreak' }],
  [{ ...good, observedOn: '2999-01-01' }],
  [{ ...good, observedOn: '2026-02-30' }],
  [{ ...good, field: 'name', value: 'x' }],
  [{ ...good, field: 'max_height_m', value: 0 }],
  [{ ...good, target: 'address:1', field: 'house_number', value: '—' }],
  [{ ...good, target: 'address:1', field: 'house_number', value: '1'.repeat(31) }],
  [{ ...good, target: 'address:1', field: 'door', value: { lon: 181, lat: 0 } }],
  [{ ...good, target: 'address:1', field: 'door', value: { lon: 105 } }],
  [{ ...good, field: 'obstacle', value: 'bollard' }],
  [{ ...good, field: 'obstacle', value: { kind: "x'; drop table roads" } }],
  [{ ...good, field: 'obstacle', value: { kind: 'market', from: '25:00', to: '08:00' } }],
  [{ ...good, field: 'obstacle', value: { kind: 'market', from: '05:00' } }],
  [{ ...good, field: 'obstacle', value: { kind: 'market', from: '05:00', to: '05:00' } }],
  [{ ...good, field: 'obstacle', value: { kind: 'bollard', lon: 105.8 } }],
  [{ ...good, field: 'obstacle', value: { kind: 'bollard', lon: 105.8, lat: 21, x: 1 } }],
  ['{'],
  ['[]'],
  [{}],
])('%j is refused with a clear 400, and nothing changes', async (body) => {
  const answer = await bench.post('', body);
  expect(answer.status).toBe(400);
  expect(answer.body.error?.message.length).toBeGreaterThan(5);
  expect(await bench.readRoad()).toMatchObject({ width_m: 2.5 });
});

test('a number out of bounds is refused with the bound, for a screen to say in its language', async () => {
  const low = await bench.post('', { ...good, value: 0.2 });
  const high = await bench.post('', { ...good, field: 'max_height_m', value: 99 });
  expect(low.body.error).toMatchObject({ details: [{ path: 'value', minimum: 0.3 }] });
  expect(high.body.error).toMatchObject({ details: [{ path: 'value', maximum: 30 }] });
});

describe('what is not there', () => {
  test('is a 404 that helps', async () => {
    const noWay = await bench.post('', { ...good, target: 'way:99' });
    expect(noWay.status).toBe(404);
    expect(noWay.body.error?.message).toMatch(/way id 99/);
    const noHouse = await bench.post('', {
      ...good,
      target: 'address:99999',
      field: 'house_number',
      value: '1',
    });
    expect(noHouse.body.error?.message).toMatch(/api\/places/);
    expect((await bench.post('/99999/withdraw', { by: 'Lan' })).status).toBe(404);
  });

  test('any more says since when', async () => {
    const { status, body } = await bench.post('', {
      ...good,
      target: `address:${bench.city.retiredHouse}`,
      field: 'house_number',
      value: '1',
    });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      code: 'target-retired',
      message: expect.stringMatching(/since 20\d\d-\d\d-\d\d.*api\/places\/address/),
    });
  });

  test('cannot be withdrawn twice', async () => {
    const { id } = await bench.enter(good);
    await bench.withdraw(id);
    expect((await bench.post(`/${id}/withdraw`, { by: 'Minh' })).status).toBe(409);
  });
});

test('odd texts are stored as they are', async () => {
  const by = `Robert'); drop table corrections; -- 🔥`;
  const entered = await bench.enter({ ...good, by });
  expect(entered.by).toBe(by);
  await bench.withdraw(entered.id);
});

test('a correction during an import says so instead of hanging', async () => {
  const importing = await bench.database.pool.connect();
  try {
    await importing.query('begin; lock table corrections in share row exclusive mode');
    const { status, body } = await bench.post('', good);
    expect(status).toBe(503);
    expect(body.error?.message).toMatch(/import/);
  } finally {
    await importing.query('rollback');
    importing.release();
  }
}, 15_000);
