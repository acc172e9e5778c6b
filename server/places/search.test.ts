import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { addHouse, addStreet, inventCity, type InventedCity } from './invented-city-for-test.ts';

let database: TestDatabase;
let city: InventedCity;

beforeAll(async () => {
  database = await createTestDatabase();
  city = await inventCity(database.pool);
}, 60_000);

afterAll(() => database.drop());

describe('finds a house however its address is written', () => {
  test.each([
    'so 5 ngach 29/70 khuong ha',
    'Số 5 ngách 29/70 phố Khương Hạ',
    'Số 5 ngách 29/70 phố Khương Hạ'.normalize('NFD'),
    'SỐ 5 NGÁCH 29/70 KHƯƠNG HẠ',
    '5 Ng. 29/70 K.Hạ',
    'số 5, ngách 70, ngõ 29 Khương Hạ, Thanh Xuân, HN',
    'soos 5 ngachs 29/70 khuwowng haj',
    'cháy ở số năm ngách bảy mươi ngõ hai chín Khương Hạ anh ơi',
    '5/29/70 khương hạ',
    '29/70/5 khuong ha',
    '5 ngach 29/70 khuong h',
    '5 ngach29/70 khuomg ha',
  ])('%s', async (q) => {
    expect(await city.findFirst(q)).toBe('exact: 5 ngách 29/70 phố Khương Hạ');
  });

  test.each([
    ['62 ngoc ha', 'exact: 62 phố Ngọc Hà'],
    ['62 ngoc h', 'exact: 62 phố Ngọc Hà'],
    ['62 ngoc', 'exact: 62 phố Ngọc Hà'],
    ['104 ngọc hà', 'exact: 102-104 phố Ngọc Hà'],
    ['124 ngọc hà', 'exact: 120;124 phố Ngọc Hà'],
    ['39a ngách 29/70 khương hạ', 'exact: 39A ngách 29/70 phố Khương Hạ'],
    ['1234 Market St', 'exact: 1234 Market Street'],
    ['1234 market', 'exact: 1234 Market Street'],
    ['37 ngách 29/70', 'exact: 37 ngách 29/70 phố Khương Hạ'],
    ['so 3 ngo 119 pho trung kinh', 'exact: 37 ngách 29/70 phố Khương Hạ'],
  ])('%s', async (q, expected) => {
    expect(await city.findFirst(q)).toBe(expected);
  });
});

test('an alley with two mouths is found from the other street too', async () => {
  expect(await city.findFirst('37 ngách 29/70 Trung Kính')).toBe(
    'exact: 37 ngách 29/70 phố Khương Hạ',
  );
});

describe('near matches say that they are near', () => {
  test('a missing number gives its neighbours on the same side of the street', async () => {
    const results = await city.find('66 ngoc ha');
    expect(results.map(({ match, label }) => `${match}: ${label}`)).toEqual([
      'nearest-number: 68 phố Ngọc Hà',
      'nearest-number: 62 phố Ngọc Hà',
      'street: Phố Ngọc Hà',
    ]);
  });

  test('an alley stands for a house that it does not have; a wider alley for one that is unknown', async () => {
    expect(await city.findFirst('ngach 29/70 khuong ha')).toBe('alley: Ngách 29/70 phố Khương Hạ');
    const results = await city.find('37 ngach 29/71 khuong ha');
    expect(results.every(({ match }) => match !== 'exact')).toBe(true);
    expect(results[0]).toMatchObject({ match: 'alley', label: 'Ngõ 29 phố Khương Hạ' });
  });

  test('a house opposite is only near', async () => {
    expect(await city.findFirst('đối diện số 62 ngọc hà')).toBe('nearest-number: 62 phố Ngọc Hà');
  });

  test('a slip of the finger is found, below the exact name', async () => {
    const [typo] = await city.find('62 ngoc hs');
    const [exact] = await city.find('62 ngoc ha');
    expect(typo?.label).toBe('62 phố Ngọc Hà');
    expect(typo?.confidence).toBeLessThan(exact?.confidence ?? 0);
  });

  test('an alley path being typed offers the alleys that begin so', async () => {
    expect(await city.findFirst('ngach 29/7')).toBe('alley: Ngách 29/70 phố Khương Hạ');
  });
});

describe('never picks silently', () => {
  test('a bare slash path keeps every reading that exists', async () => {
    const results = await city.find('37/29/70 khuong ha');
    expect(results[0]).toMatchObject({ id: `address:${city.house37}`, match: 'exact' });
    const { readings } = (await (
      await city.app.request('/api/places/readings?q=37/29/70%20khuong%20ha')
    ).json()) as { readings: { house_number: string | null }[] };
    expect(readings.map((reading) => reading.house_number)).toEqual(['37', '70', '37', null]);
  });

  test('one number on two stretches and two streets gives three results told apart', async () => {
    const results = await city.find('15 tran phu');
    expect(results.filter(({ match }) => match === 'exact')).toHaveLength(3);
    expect(results.map(({ context }) => context)).toContain('Phường Ngọc Hà');
    expect(results.map(({ context }) => context)).toContain('Phường Khương Đình');
  });

  test('houses that share number, street and ward say which house they stand beside', async () => {
    const twins = await city.find('7 ngo 29 khuong ha');
    expect(twins.map(({ hint }) => hint)).toEqual(
      expect.arrayContaining([
        { code: 'beside-number', name: '37' },
        { code: 'beside-number', name: '9' },
      ]),
    );
  });

  test('the place being looked at breaks the tie; a named ward does too', async () => {
    const [nearest] = await city.find('15 tran phu', '&near=105.805,21.04');
    expect(nearest?.lat).toBeCloseTo(21.0401);
    const [inWard] = await city.find('15 tran phu, phuong ngoc ha');
    expect(inWard?.context).toBe('Phường Ngọc Hà');
  });

  test('a number without a street is no exact answer, however many houses have it', async () => {
    const results = await city.find('so 15');
    expect(results.map(({ match }) => match)).toEqual([
      'number-only',
      'number-only',
      'number-only',
    ]);
  });

  test('limit is obeyed', async () => {
    expect(await city.find('15 tran phu', '&limit=1')).toHaveLength(1);
  });
});

test('landmarks and named buildings are found by their names', async () => {
  expect(await city.findFirst('cho khuong ha')).toBe('landmark: Chợ Khương Hạ');
  expect(await city.findFirst('hoàng thành')).toBe('building: Toà nhà Hoàng Thành');
  expect(await city.findFirst('khương hạ')).toBe('street: Phố Khương Hạ');
});

test('what is not there gives an empty list with what was understood', async () => {
  const body = await (await city.app.request('/api/places?q=5%20qqqqqq')).json();
  expect(body).toEqual({ q: '5 qqqqqq', understood: 'số 5, qqqqqq', results: [] });
});

test('a new street is found after a reload', async () => {
  const street = await addStreet(database.pool, { type: 'pho', name: 'Huế', lat: 21.005 });
  const number8 = { number: '8', street, way: 'phố Huế', lon: 105.82, lat: 21.005 };
  await addHouse(database.pool, number8);
  await city.placeSearch.reload();
  expect(await city.findFirst('8 hue')).toBe('exact: 8 phố Huế');
});
