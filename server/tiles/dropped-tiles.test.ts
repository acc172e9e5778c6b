// Every tile that a change alters is dropped: compared tile by tile, before and after, on a small invented city.

import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { readChanges, type ReadingMark } from '../data-changes/queries.ts';
import { readCatalog } from './catalog.ts';
import { boxWkt, insertInventedCity, lineWkt, pointWkt } from './invented-city.ts';
import { tileAt } from './read-mvt-for-test.ts';
import { represent } from './representation.ts';
import { createTileCache } from './tile-cache.ts';

let db: TestDatabase;
let feed: pg.Client;
let mark: ReadingMark;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
  await db.pool.query(
    `insert into stations (id, name, source, register_id, geom) overriding system value values (2, 'Đội 2', 'test', 's2', $1)`,
    [pointWkt(-400, -300)],
  );
  feed = new pg.Client({ connectionString: db.url });
  await feed.connect();
  ({ mark } = await readChanges(feed, null));
}, 60_000);
afterAll(async () => {
  await feed.end();
  await db.drop();
});

const themes = ['base', 'water_points', 'stations'];
const reach = { 10: 1, 14: 1, 16: 2, 17: 4 };

/** The hash of each tile around the centre. */
async function readTiles(): Promise<Map<string, string>> {
  const tiles = new Map<string, string>();
  for (const theme of themes)
    for (const [zoom, around] of Object.entries(reach)) {
      const { z, x, y } = tileAt(Number(zoom));
      const { rows } = await db.pool.query<{ key: string; hash: string }>(
        `select format('${theme}/%s/%s/%s', $1::integer, x, y) as key, md5(tiles.${theme}($1, x, y)) as hash
         from generate_series($2::integer - $4, $2 + $4) x, generate_series($3::integer - $4, $3 + $4) y`,
        [z, x, y, around],
      );
      for (const { key, hash } of rows) tiles.set(key, hash);
    }
  return tiles;
}

const changes: [what: string, sql: string, values: unknown[]][] = [
  [
    'a hydrant moves',
    `update water_points set geom = $1 where register_id = 'fresh'`,
    [pointWkt(300, 250)],
  ],
  [
    'a hydrant fails',
    `update water_points set status = 'out-of-order' where register_id = 'stale'`,
    [],
  ],
  [
    'a limit of the code list changes',
    `update parameters set value = '1' where parameter = 'water_test_valid'`,
    [],
  ],
  [
    'an alley gets another name',
    `update alleys set path = '{29,72}', label = 'Ngách 29/72' where id = 2`,
    [],
  ],
  [
    'a road is measured',
    `update roads set width_m = 1.4, width_provenance = 'measured' where osm_way_id = 4`,
    [],
  ],
  ['a road is retired', `update roads set retired_at = now() where osm_way_id = 2`, []],
  [
    'a road is new',
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values (9, 'primary', true, true, 9, 'tagged', 40, '{8,9}', $1)`,
    [lineWkt([-400, -350], [380, 360])],
  ],
  ['a building moves', 'update buildings set geom = $1 where id = 2', [boxWkt(-220, 180, 20, 8)]],
  [
    'a house gets another number',
    `update addresses set house_number = '999' where building_id = 3`,
    [],
  ],
  [
    'a second house comes to a building',
    `insert into addresses (house_number, number_value, alley_id, label, building_id, building_link, point, door, door_provenance, source)
     values ('77', 77, 1, 'Số 77', 4, 'nearest', $1, $1, 'none', 'test')`,
    [pointWkt(260, -180)],
  ],
  [
    'a house is linked to another building',
    `update addresses set building_id = 7 where building_id = 1`,
    [],
  ],
  [
    'a unit goes to another station',
    `update units set station_id = 2 where call_sign = 'XE 01'`,
    [],
  ],
  ['a unit is retired', `update units set retired_at = now() where call_sign = 'XE 02'`, []],
  ['a ward gets another name', `update admin_units set name = 'Khương Trung' where code = '1'`, []],
  [
    'a lake shrinks',
    'update water_bodies set geom = $1 where osm_id = 1',
    [boxWkt(-300, -300, 90, 90)],
  ],
  ['a landmark is gone', `update landmarks set retired_at = now() where osm_id = 1`, []],
];

test.each(changes)(
  '%s: the tiles that show it are dropped, and few others',
  async (_what, sql, values) => {
    const before = await readTiles();
    const cache = createTileCache({ maxBytes: 50_000_000 });
    const { tilesets } = await readCatalog(db.pool);
    for (const [theme, { reads }] of tilesets) cache.setReads(theme, reads);
    for (const [key, hash] of before) await cache.read(key, () => represent('test', hash));

    await db.pool.query(sql, values);
    const reading = await readChanges(feed, mark);
    mark = reading.mark;
    expect(reading.changes?.isGap).toBe(false);
    cache.drop(reading.changes!);

    const after = await readTiles();
    const altered = [...after]
      .filter(([key, hash]) => before.get(key) !== hash)
      .map(([key]) => key);
    expect(altered.length).toBeGreaterThan(0);
    expect(altered.filter((key) => cache.peek(key) !== undefined)).toEqual([]);
    const dropped = [...before.keys()].filter((key) => cache.peek(key) === undefined);
    const theme = altered[0]!.split('/')[0]!;
    expect(dropped.filter((key) => !key.startsWith(`${theme}/`))).toEqual([]);
  },
  60_000,
);
