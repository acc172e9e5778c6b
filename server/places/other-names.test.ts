import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { addHouse, addStreet, inventCity, type InventedCity } from './invented-city-for-test.ts';

let database: TestDatabase;
let city: InventedCity;

beforeAll(async () => {
  database = await createTestDatabase();
  city = await inventCity(database.pool);
  const { pool } = database;
  const street = await addStreet(pool, { type: 'pho', name: 'Nguyễn Lân', lat: 21.012 });
  for (const number of ['8', '10'])
    await addHouse(pool, {
      number,
      street,
      way: 'phố Nguyễn Lân',
      lon: 105.81 + Number(number) / 1e4,
      lat: 21.0121,
    });
  const addOther = (values: unknown[]) =>
    pool.query(
      `insert into way_aliases (street_id, alley_id, kind, text, street_type, street_name, street_key, path_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values,
    );
  const { rows } = await pool.query<{ id: number }>(
    `select id from alleys where path_key = '29/70'`,
  );
  await addOther([street, null, 'old', 'Ngõ 29 Khương Hạ', 'pho', 'Khương Hạ', 'khuong ha', '155']);
  await addOther([street, null, 'alt', 'Phố Chợ Cũ', 'pho', 'Chợ Cũ', 'cho cu', '']);
  await addOther([street, null, 'old', 'Phố Ngọc Hà', 'pho', 'Ngọc Hà', 'ngoc ha', '']);
  await addOther([null, rows[0]!.id, 'alt', 'Ngõ Trại Cá', 'ngo', 'Trại Cá', 'trai ca', '']);
}, 60_000);

afterAll(() => database.drop());

describe('a street or alley under another name', () => {
  test.each([
    ['phố chợ cũ', 'street: Phố Nguyễn Lân', { code: 'other-name', name: 'Phố Chợ Cũ' }],
    ['pho cho c', 'street: Phố Nguyễn Lân', { code: 'other-name', name: 'Phố Chợ Cũ' }],
    ['ngõ 155 khương hạ', 'street: Phố Nguyễn Lân', { code: 'old-name' }],
    ['8 ngõ 155 khương hạ', 'exact: 8 phố Nguyễn Lân', { code: 'old-name' }],
    ['10 phố chợ cũ', 'exact: 10 phố Nguyễn Lân', { code: 'other-name' }],
    ['ngõ trại cá', 'alley: Ngách 29/70 phố Khương Hạ', { name: 'Ngõ Trại Cá' }],
    ['37 ngõ trại cá', 'exact: 37 ngách 29/70 phố Khương Hạ', { code: 'other-name' }],
  ])('is found by “%s”, which says so', async (q, label, hint) => {
    const [first] = await city.find(q);
    expect(`${first?.match}: ${first?.label}`).toBe(label);
    expect(first?.hint).toMatchObject(hint);
  });

  test('comes after the street that bears the name now', async () => {
    const found = await city.find('phố ngọc hà');
    expect(found.map(({ label, hint }) => [label, hint?.code ?? null]).slice(0, 2)).toEqual([
      ['Phố Ngọc Hà', null],
      ['Phố Nguyễn Lân', 'old-name'],
    ]);
  });
});
