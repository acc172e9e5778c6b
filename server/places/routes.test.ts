import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { inventCity, type InventedCity } from './invented-city-for-test.ts';

let database: TestDatabase;
let city: InventedCity;

beforeAll(async () => {
  database = await createTestDatabase();
  city = await inventCity(database.pool);
}, 60_000);

afterAll(() => database.drop());

describe('the place card', () => {
  test('tells street, alley path and ward of a house', async () => {
    const response = await city.app.request(`/api/places/address:${city.house37}`);
    expect(await response.json()).toMatchObject({
      kind: 'address',
      houseNumber: '37',
      street: 'phố Khương Hạ',
      alleyPath: ['29', '70'],
      ward: 'Phường Khương Đình',
      synthetic: true,
      retiredAt: null,
      building: null,
    });
  });

  test('of a retired house still answers, with its date', async () => {
    const card = await (await city.app.request(`/api/places/address:${city.retiredHouse}`)).json();
    expect(card).toMatchObject({ houseNumber: '99', retiredAt: expect.stringMatching(/^20\d\d-/) });
  });

  test.each(['street:1', 'alley:1', 'building:1', 'landmark:1'])('of %s answers', async (id) => {
    const response = await city.app.request(`/api/places/${id}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id });
  });

  test('of an unknown place is a 404', async () => {
    expect((await city.app.request('/api/places/address:999999')).status).toBe(404);
  });
});

describe('the houses nearby', () => {
  test('are listed nearest first, with how many the circle holds', async () => {
    const card = await (await city.app.request(`/api/places/address:${city.house37}`)).json();
    const at = `${card.lon},${card.lat}`;
    const all = await (await city.app.request(`/api/places/nearby?at=${at}&meters=500`)).json();
    expect(all.places).toContainEqual(
      expect.objectContaining({ id: `address:${city.house37}`, meters: 0 }),
    );
    const meters = all.places.map((place: { meters: number }) => place.meters);
    expect(meters).toEqual(meters.toSorted((a: number, b: number) => a - b));
    expect(all.places.map(({ id }: { id: string }) => id)).not.toContain(
      `address:${city.retiredHouse}`,
    );
    const first = await (
      await city.app.request(`/api/places/nearby?at=${at}&meters=500&limit=1`)
    ).json();
    expect(first.places).toHaveLength(1);
    expect(first.total).toBe(all.total);
    expect(all.total).toBeGreaterThan(1);
  });

  test('are none far from the city', async () => {
    const answer = await city.app.request('/api/places/nearby?at=10,10&meters=2000');
    expect(await answer.json()).toEqual({ total: 0, places: [] });
  });
});

test.each([
  '/api/places/nearby',
  '/api/places/nearby?at=105',
  '/api/places/nearby?at=105,21&meters=0',
  '/api/places/nearby?at=105,21&meters=5000',
  '/api/places',
  '/api/places?q=',
  '/api/places?q=%20%20',
  '/api/places?q=62%00ngoc',
  '/api/places/readings?q=%00',
  `/api/places?q=${'a'.repeat(201)}`,
  '/api/places?q=a&limit=0',
  '/api/places?q=a&limit=51',
  '/api/places?q=a&limit=x',
  '/api/places?q=a&near=1',
  '/api/places?q=a&near=181,0',
  '/api/places?q=a&near=0,91',
  '/api/places/readings',
  '/api/places/nonsense',
  '/api/places/user:1',
])('%s is refused with a clear 400', async (path) => {
  const response = await city.app.request(path);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'invalid-input' } });
});

test.each(["'; drop table streets; --", '%', '_', '\\', '🔥', '1/'.repeat(99), 'ngõ '.repeat(49)])(
  'odd text "%s" is answered',
  async (q) => {
    expect(Array.isArray(await city.find(q))).toBe(true);
  },
);
