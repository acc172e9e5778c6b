// Denser than any city: every theme of the static tiles filled up around one point.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { readTile } from './queries.ts';
import { readMvt, tileAt } from './read-mvt-for-test.ts';

const limitBytes = 500_000;
let db: TestDatabase;

// 40,000 tube houses of 4 x 14 m, each with a number, 250 m² of ground per 4 houses: one z14 tile
// holds them all, a z16 tile about 3,500.
const houses = `
  with houses as (
    select n, 105.8 - 0.0095 + (n % 200) * 0.0000475 * 2 as west, 21.0 - 0.009 + (n / 200) * 0.00009 as south
    from generate_series(0, 39999) n),
  built as (
    insert into buildings (osm_type, osm_id, floors, name, use, geom)
    select 'w', n, 1 + n % 7, case when n % 10 = 0 then 'Nhà nghỉ Hoa Hồng ' || n end, 'residential',
      st_multi(st_rotate(st_makeenvelope(west, south, west + 0.00004, south + 0.00008, 4326), 0.2,
        st_setsrid(st_point(west, south), 4326)))
    from houses returning id, osm_id, geom)
  insert into addresses (house_number, number_value, label, building_id, building_link, point, door, door_provenance, source)
  select (1 + osm_id % 400)::text || case when osm_id % 3 = 0 then 'A' else '' end, 1 + osm_id % 400, 'x', id,
    'contained', st_centroid(geom), st_centroid(geom), 'nearest-way', 'test'
  from built`;

const alleys = `
  with lines as (
    select n, 105.79 + (n % 80) * 0.00025 as west, 20.991 + (n / 80) * 0.00036 as south
    from generate_series(0, 3999) n),
  named as (
    insert into alleys (type, level, number, path, path_key, label, link)
    select 'ngách', 2, n::text, array['100', n::text], '100/' || n, 'Ngách 100/' || n || ' Phố Chợ Khâm Thiên', 'name'
    from lines returning id, number)
  insert into roads (osm_way_id, class, name, alley_id, alley_level, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
  select n, 'residential', 'Ngách 100/' || n || ' Phố Chợ Khâm Thiên', named.id, 2, true, true, 1 + n % 9 * 0.3, 'assumed', 8,
    array[n, n + 1], st_setsrid(st_makeline(array[st_point(west, south), st_point(west + 0.0001, south + 0.00002),
      st_point(west + 0.00015, south - 0.00003), st_point(west + 0.00024, south)]), 4326)
  from lines join named on named.number = lines.n::text`;

const landmarks = `
  insert into landmarks (kind, name, name_key, osm_type, osm_id, geom)
  select 'cafe', 'Quán cà phê Hoa Sữa ' || n, 'x', 'n', n,
    st_setsrid(st_point(105.79 + (n % 70) * 0.0003, 20.99 + (n / 70) * 0.0003), 4326)
  from generate_series(1, 5000) n`;

beforeAll(async () => {
  db = await createTestDatabase();
  for (const statement of [houses, alleys, landmarks]) await db.pool.query(statement);
  await db.pool.query('analyze');
}, 120_000);
afterAll(() => db.drop());

test('no tile of the densest quarter is larger than 500 kB', async () => {
  const sizes: Record<number, number> = {};
  for (const z of [12, 13, 14, 15, 16, 17])
    sizes[z] = (await readTile(db.pool, { name: 'base', comment: '' }, tileAt(z))).length;
  for (const size of Object.values(sizes)) expect(size).toBeLessThan(limitBytes);
  // The budget is there to be used: a nearly empty tile would pass the limit too.
  expect(sizes[14]).toBeGreaterThan(200_000);
}, 60_000);

test('5,000 houses and more in a z14 tile are still a city, and all are there from z16', async () => {
  const far = tileAt(14);
  const near = tileAt(16);
  const read = async (at: typeof far) =>
    readMvt(await readTile(db.pool, { name: 'base', comment: '' }, at), at);
  expect((await read(far))['buildings']?.length).toBeGreaterThan(5_000);
  const { rows } = await db.pool.query<{ count: number }>(
    'select count(*) from buildings where geom_3857 && st_tileenvelope($1, $2, $3)',
    [near.z, near.x, near.y],
  );
  const close = await read(near);
  expect(close['buildings']?.length).toBeGreaterThanOrEqual(rows[0]?.count ?? Infinity);
  expect(close['house_numbers']?.length).toBeGreaterThanOrEqual((rows[0]?.count ?? Infinity) * 0.8);
});
