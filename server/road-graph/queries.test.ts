import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { readBarriers } from './queries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('a barrier of the map is of the family of the obstacles that may be reported in its place', async () => {
  await database.pool.query(
    `insert into barriers (osm_node_id, kind, geom)
     select n, kind, st_point(105.8, 21, 4326)
     from unnest(array['bollard', 'gate', 'height_restrictor', 'wall', 'log']) with ordinality k (kind, n)`,
  );
  const families = (await readBarriers(database.pool)).map(({ kind, family }) => [kind, family]);
  expect(Object.fromEntries(families)).toEqual({
    bollard: 'passage',
    gate: 'passage',
    height_restrictor: 'height',
    wall: '',
    // As what is not listed.
    log: 'passage',
  });
  const { rows } = await database.pool.query<{ family: string; kinds: string[] }>(
    `select family, array_agg(kind order by kind) as kinds from obstacle_kinds group by family order by family`,
  );
  expect(rows).toEqual([
    { family: '', kinds: ['low_cable', 'market', 'narrow_spot', 'stairs'] },
    { family: 'height', kinds: ['height_bar'] },
    { family: 'passage', kinds: ['block', 'bollard', 'gate', 'locked_gate', 'removable_bollard'] },
  ]);
});
