// The check of the hoses finds what it is there for: on two invented streets with houses between them.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Position } from '../../geo/position.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { findUnwalkable } from './unwalkable-for-test.ts';

let database: TestDatabase;
/** Row ids of the southern street and of the northern one, 100 m beyond; a path joins them in the east. */
let south: string;
let north: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const streets: [string, Position[]][] = [
    ['residential', [at(0, 0), at(200, 0)]],
    ['residential', [at(0, 100), at(200, 100)]],
    ['footway', [at(200, 0), at(200, 100)]],
  ];
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     select n, class, class <> 'footway', true, 4, 'assumed', 20, '{1,2}',
       st_setsrid(st_geomfromgeojson(line), 4326)
     from unnest($1::text[], $2::text[]) with ordinality as p (class, line, n)
     returning id::text`,
    [
      streets.map(([kind]) => kind),
      streets.map(([, coordinates]) => JSON.stringify({ type: 'LineString', coordinates })),
    ],
  );
  [south, north] = [rows[0]!.id, rows[1]!.id];
});
afterAll(() => database.drop());

const around = [at(100, 0), at(200, 0), at(200, 100), at(100, 100)];
const door = at(100, 90);

test.each<[string, Position[], number]>([
  ['along the streets and straight from the last one to the door', [...around, door], 0],
  ['along the streets alone, to a door that stands on the last one', around, 0],
  ['straight through the houses from the stop to the door', [at(100, 0), door], 1],
  ['across from one street to the other', [at(100, 0), at(100, 100), door], 1],
  ['to the door from too far along its street', [...around.slice(0, 3), door], 1],
  ['to a place that is not near the door', around.slice(0, 3), 1],
])('a hose %s', async (_, line, found) => {
  expect(await findUnwalkable(database.pool, [{ line, door, roadId: null }])).toHaveLength(found);
});

test('a hose to a door whose address names the street further away may leave that one for it', async () => {
  const named = { line: [at(50, 0), at(100, 0), door], door, roadId: south };
  expect(await findUnwalkable(database.pool, [named])).toEqual([]);
  const other = { ...named, roadId: north };
  expect(await findUnwalkable(database.pool, [named, other])).toEqual([
    { from: at(100, 0), to: door },
  ]);
});
