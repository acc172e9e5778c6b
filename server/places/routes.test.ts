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

const readRetired = async () =>
  (await city.app.request(`/api/places/address:${city.retiredHouse}`)).json();
const addHouseBeside = async (number: string, meters: number): Promise<number> => {
  const { rows } = await database.pool.query<{ id: number }>(
    `insert into addresses (house_number, number_value, street_id, label, building_link, point, door, door_provenance, source)
     select $2, $3, street_id, $2 || ' phố Ngọc Hà', 'none', p.at, p.at, 'named-way', 'osm'
     from addresses, lateral (select st_translate(point, $4 / 104000.0, 0) as at) p where id = $1 returning id`,
    [city.retiredHouse, number, Number.parseInt(number, 10), meters],
  );
  return rows[0]!.id;
};
const removeHouse = (id: number) =>
  database.pool.query('delete from addresses where id = $1', [id]);

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
      retirement: null,
      building: null,
    });
  });

  test('of a retired house still answers, with its date', async () => {
    const card = await (await city.app.request(`/api/places/address:${city.retiredHouse}`)).json();
    expect(card).toMatchObject({ houseNumber: '99', retiredAt: expect.stringMatching(/^20\d\d-/) });
  });

  describe('of a retired house', () => {
    test('names the import that no longer had it, where one is known', async () => {
      expect(await readRetired()).toMatchObject({ retirement: { batch: null, replacedBy: null } });
      const { rows } = await database.pool.query<{ id: number }>(
        `insert into import_batches (kind, file_name, file_sha256, status, finished_at)
         select 'city', 'newer.osm.pbf', '', 'applied', retired_at from addresses where id = $1 returning id`,
        [city.retiredHouse],
      );
      expect((await readRetired()).retirement.batch).toEqual({
        id: rows[0]!.id,
        kind: 'city',
        fileName: 'newer.osm.pbf',
      });
    });

    test('names the house of the same number and path, else the one at the same spot', async () => {
      const beside = await addHouseBeside('101', 5);
      expect((await readRetired()).retirement.replacedBy).toEqual({
        id: `address:${beside}`,
        label: '101 phố Ngọc Hà',
        meters: 5,
        why: 'same-spot',
      });
      const same = await addHouseBeside('99', 300);
      expect((await readRetired()).retirement.replacedBy).toMatchObject({
        id: `address:${same}`,
        why: 'same-address',
      });
      await removeHouse(same);
      await removeHouse(beside);
      const far = await addHouseBeside('103', 40);
      expect((await readRetired()).retirement.replacedBy).toBeNull();
      await removeHouse(far);
    });
  });

  test.each([
    ['street', 'streets'],
    ['alley', 'alleys'],
    ['building', 'buildings'],
    ['landmark', 'landmarks'],
  ])('of a retired %s answers too', async (kind, table) => {
    await database.pool.query(`update ${table} set retired_at = now() where id = 1`);
    const card = await (await city.app.request(`/api/places/${kind}:1`)).json();
    expect(card).toMatchObject({ id: `${kind}:1`, retirement: { replacedBy: null } });
    await database.pool.query(`update ${table} set retired_at = null where id = 1`);
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
