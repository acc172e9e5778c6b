import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readObstacles } from '../road-graph/queries.ts';
import { openCorrectionsBench, way, type CorrectionsBench } from './corrections-for-test.ts';
import type { Correction } from './schema.ts';

let database: CorrectionsBench['database'];
let city: CorrectionsBench['city'];
let app: CorrectionsBench['app'];
let post: CorrectionsBench['post'];
let enter: CorrectionsBench['enter'];
let withdraw: CorrectionsBench['withdraw'];
let readRoad: CorrectionsBench['readRoad'];
let countVersions: CorrectionsBench['countVersions'];

beforeAll(async () => {
  ({ database, city, app, post, enter, withdraw, readRoad, countVersions } =
    await openCorrectionsBench());
}, 60_000);

afterAll(() => database.drop());

async function readHouse() {
  const { rows } = await database.pool.query(
    `select house_number, number_value, label, door_provenance, access_road_id, st_x(door) as lon from addresses where id = $1`,
    [city.house37],
  );
  return rows[0] as Record<string, unknown>;
}

describe('a measured width', () => {
  test('is in force at once, with author and day, and goes back to what the map says', async () => {
    const entered = await enter({
      target: `way:${way}`,
      field: 'width_m',
      value: 3.4,
      observedOn: '2026-03-01',
      note: 'at the pole',
    });
    expect(entered).toMatchObject({
      target: `way:${way}`,
      label: 'ngõ 29',
      value: 3.4,
      imported: null,
      provenance: 'measured',
      state: 'applied',
      by: 'Lan',
      verified: false,
      observedOn: '2026-03-01',
      carriedBy: [`way:${way}`],
    });
    expect(await readRoad()).toMatchObject({ width_m: 3.4, width_provenance: 'measured' });
    expect(await withdraw(entered.id)).toMatchObject({
      state: 'withdrawn',
      withdrawnBy: 'Minh',
      withdrawNote: 'a slip',
      carriedBy: [],
    });
    expect(await readRoad()).toMatchObject({ width_m: 2.5, width_provenance: 'assumed' });
  });

  test('gives way to a newer one, and comes back when that is withdrawn', async () => {
    const first = await enter({ target: `way:${way}`, field: 'width_m', value: 3 });
    const second = await enter({ target: `way:${way}`, field: 'width_m', value: 30 });
    // The 2.5 m are only assumed.
    expect(second.imported).toBeNull();
    const refused = await post(`/${first.id}/withdraw`, { by: 'Minh' });
    expect(refused.body.error).toMatchObject({
      code: 'superseded',
      message: expect.stringContaining(String(second.id)),
    });
    await withdraw(second.id);
    expect(await readRoad()).toMatchObject({ width_m: 3, width_provenance: 'measured' });
    await withdraw(first.id);
    expect(await readRoad()).toMatchObject({ width_m: 2.5, width_provenance: 'assumed' });
  });

  test('leaves limits of height and weight alone, which are corrections of their own', async () => {
    const height = await enter({ target: `way:${way}`, field: 'max_height_m', value: 2.8 });
    const weight = await enter({ target: `way:${way}`, field: 'max_weight_t', value: 5 });
    expect(await readRoad()).toMatchObject({ max_height_m: 2.8, max_weight_t: 5, width_m: 2.5 });
    const gone = await enter({ target: `way:${way}`, field: 'max_height_m', value: null });
    expect(await readRoad()).toMatchObject({ max_height_m: null, max_weight_t: 5 });
    for (const { id } of [gone, height, weight]) await withdraw(id);
    expect(await readRoad()).toMatchObject({ max_height_m: null, max_weight_t: null });
  });
});

describe('an obstacle', () => {
  const bollard = { kind: 'bollard', lon: 105.801, lat: 21.002 };

  test('stands on its road from now on, and is taken back', async () => {
    const entered = await enter({ target: `way:${way}`, field: 'obstacle', value: bollard });
    expect(entered).toMatchObject({
      field: 'obstacle',
      value: bollard,
      imported: null,
      label: 'ngõ 29',
      lon: 105.801,
      lat: 21.002,
      state: 'applied',
      carriedBy: [`way:${way}`],
    });
    expect(await readObstacles(database.pool)).toMatchObject([
      { kind: 'bollard', motor: false, at: [105.801, 21.002], hours: null },
    ]);
    expect(await readRoad()).toMatchObject({ width_m: 2.5, width_provenance: 'assumed' });
    await withdraw(entered.id);
    expect(await readObstacles(database.pool)).toEqual([]);
  });

  test('is said once of one place, and another stands beside it', async () => {
    const target = `way:${way}`;
    const first = await enter({ target, field: 'obstacle', value: bollard });
    const again = await enter({ target, field: 'obstacle', value: bollard, note: 'still there' });
    const cable = { kind: 'low_cable', lon: 105.801, lat: 21.0025, clearMeters: 2.6 };
    const other = await enter({ target, field: 'obstacle', value: cable });
    const market = { kind: 'market', from: '05:00', to: '08:00' };
    const third = await enter({ target, field: 'obstacle', value: market });
    const standing = await readObstacles(database.pool);
    expect(
      standing.map(({ kind, maxHeightMeters, hours }) => [kind, maxHeightMeters, hours]),
    ).toEqual([
      ['bollard', null, null],
      ['low_cable', 2.6, null],
      ['market', null, { fromMinute: 300, toMinute: 480 }],
    ]);
    const answer = await app.request(`/api/corrections?target=${target}`);
    const { corrections } = (await answer.json()) as { corrections: Correction[] };
    expect(corrections.map(({ id }) => id)).toEqual([third.id, other.id, again.id]);
    expect((await post(`/${first.id}/withdraw`, { by: 'Minh' })).body.error?.code).toBe(
      'superseded',
    );
    for (const { id } of [third, other, again]) await withdraw(id);
    await withdraw(first.id);
    expect(await readObstacles(database.pool)).toEqual([]);
  });

  test.each([
    [{ kind: 'dragon', lon: 105.801, lat: 21.002 }, /no kind dragon.*obstacle-kinds/],
    [{ kind: 'bollard' }, /stands at a point/],
    [{ kind: 'low_cable', lon: 105.801, lat: 21.002 }, /clear height/],
    [{ kind: 'bollard', lon: 105.801, lat: 21.002, clearMeters: 2 }, /no clearMeters/],
    [{ kind: 'bollard', lon: 105.801, lat: 21.002, from: '05:00', to: '08:00' }, /all day/],
    [{ kind: 'market', lon: 105.801, lat: 21.002 }, /whole way/],
    [{ kind: 'bollard', lon: 21.002, lat: 75 }, /\d+ m from ngõ 29.*swapped/],
  ])('%j is refused, saying what to mend', async (value, message) => {
    const { status, body } = await post('', {
      by: 'Lan',
      target: `way:${way}`,
      field: 'obstacle',
      value,
    });
    expect(status).toBe(422);
    expect(body.error?.message).toMatch(message);
  });
});

describe('a corrected house number', () => {
  test('changes the number, its order and the label, and goes back', async () => {
    const target = `address:${city.house37}`;
    const entered = await enter({ target, field: 'house_number', value: '39B' });
    expect(entered).toMatchObject({ imported: '37', value: '39B', carriedBy: [target] });
    expect(await readHouse()).toMatchObject({
      house_number: '39B',
      number_value: 39,
      label: '39B ngách 29/70 phố Khương Hạ',
    });
    await withdraw(entered.id);
    expect(await readHouse()).toMatchObject({
      house_number: '37',
      number_value: 37,
      label: '37 ngách 29/70 phố Khương Hạ',
    });
  });

  test('is found, and the number of the map still finds the house, saying so', async () => {
    await city.placeSearch.reload();
    const before = await city.findFirst('37 ngách 29/70 khương hạ');
    const target = `address:${city.house37}`;
    const { id } = await enter({ target, field: 'house_number', value: '41' });
    const [first] = await city.find('41 ngách 29/70 khương hạ');
    expect(first).toMatchObject({ id: target, match: 'exact', hint: null });
    const [former] = await city.find('37 ngách 29/70 khương hạ');
    expect(former).toMatchObject({
      id: target,
      label: '41 ngách 29/70 phố Khương Hạ',
      match: 'exact',
      hint: { code: 'former-number', name: '37' },
    });
    expect(former!.confidence).toBeLessThan(first!.confidence);
    await withdraw(id);
    expect(await city.findFirst('37 ngách 29/70 khương hạ')).toBe(before);
  });

  test('is refused where another row of the same place has it', async () => {
    const { rows } = await database.pool.query<{ id: number }>(
      `select id from addresses where house_number = '12'`,
    );
    const { status, body } = await post('', {
      by: 'Lan',
      target: `address:${rows[0]!.id}`,
      field: 'house_number',
      value: '5',
    });
    expect(status).toBe(409);
    expect(body.error?.message).toMatch(/number 5/);
  });
});

describe('a corrected door', () => {
  test('is surveyed, reaches the road anew, and goes back', async () => {
    const before = await readHouse();
    const value = { lon: 105.8015, lat: 21.002 };
    const entered = await enter({ target: `address:${city.house37}`, field: 'door', value });
    expect(entered).toMatchObject({ value, imported: { lon: 105.802, lat: 21.002 } });
    const after = await readHouse();
    expect(after).toMatchObject({ lon: 105.8015, door_provenance: 'surveyed' });
    expect(after['access_road_id']).not.toBeNull();
    await withdraw(entered.id);
    expect(await readHouse()).toEqual(before);
  });

  test('far from its house is refused, saying how far', async () => {
    const { status, body } = await post('', {
      by: 'Lan',
      target: `address:${city.house37}`,
      field: 'door',
      value: { lon: 21, lat: 75 },
    });
    expect(status).toBe(422);
    expect(body.error?.message).toMatch(/\d+ m .* swapped/);
  });
});

test('every writing announces new data to the servers', async () => {
  const before = await countVersions();
  const entered = await enter({ target: `way:${way}`, field: 'width_m', value: 4 });
  expect(await countVersions()).toBeGreaterThan(before);
  await withdraw(entered.id);
  expect(await countVersions()).toBeGreaterThan(before + 1);
});

describe('the list', () => {
  test('tells of each state, page by page, and as CSV that no spreadsheet runs', async () => {
    const entered = await enter({
      target: `way:${way}`,
      field: 'width_m',
      value: 5,
      by: '=HYPERLINK("x")',
      note: 'a "quoted", note',
    });
    const read = async (query: string) =>
      (await (await app.request(`/api/corrections?${query}`)).json()) as {
        total: number;
        corrections: Correction[];
      };
    const current = await read('');
    expect(current).toMatchObject({ total: 1, corrections: [{ id: entered.id }] });
    const all = await read('state=all');
    expect(all.total).toBe(entered.id);
    const page = await read(`state=all&limit=2&before=${entered.id}`);
    expect(page.corrections.map(({ id }) => id)).toEqual([entered.id - 1, entered.id - 2]);
    expect((await read('state=unmatched')).corrections).toEqual([]);
    expect((await read('state=to-check')).corrections).toEqual([]);
    const reason = 'partly 40 way:30';
    await database.pool.query('update corrections set reason = $2 where id = $1', [
      entered.id,
      reason,
    ]);
    expect((await read('state=to-check')).corrections).toMatchObject([{ id: entered.id, reason }]);
    const csv = await app.request('/api/corrections.csv');
    expect(csv.headers.get('content-type')).toMatch(/text\/csv/);
    const bytes = Buffer.from(await csv.arrayBuffer());
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFid,state,target/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines[1]).toContain('"a ""quoted"", note"');
    await withdraw(entered.id);
  });
});
