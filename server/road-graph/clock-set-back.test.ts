// Routing data, and what people entered, from before the database's clock was set back.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { enterCorrection, withdrawCorrection } from '../corrections/enter-correction.ts';
import { bringBackCorrections, isCorrectionAhead } from '../database-clock/queries.ts';
import { readChangedRoads, readRouterFacts } from './queries.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values (9, 'residential', true, true, 5, 'tagged', 20, '{41,42}',
       st_makeline(st_point(105.821, 21.001, 4326), st_point(105.821, 21.003, 4326)))`,
  );
}, 60_000);
afterAll(() => database.drop());
beforeEach(() => database.pool.query('delete from router_builds'));

async function buildAhead(version: string, ahead: string, widthMeters: number): Promise<void> {
  await database.pool.query(
    `insert into router_builds (version, facts_at, built_at, made_of)
     values ($1, now() + $2::interval, now() + $2::interval,
       jsonb_set(router_facts(), '{classes,large,widthMeters}', to_jsonb($3::float8)))`,
    [version, ahead, widthMeters],
  );
}

/** Once they are in use. */
const settle = () =>
  database.pool.query(`update router_builds set built_at = now() - interval '1 h'`);

const enterWidth = () =>
  enterCorrection(database.pool, {
    by: 'Lan',
    target: 'way:9',
    provenance: 'measured',
    field: 'width_m',
    value: 3,
  });

const countInDoubt = async () => (await readChangedRoads(database.pool, 60)).size;

it('a correction from after the clock was set back is not taken for one that the routing data know', async () => {
  await buildAhead('1', '5 h', 2.1);
  expect(await isCorrectionAhead(database.pool)).toBe(true);
  await bringBackCorrections(database.pool);
  const { id } = await enterWidth();
  await settle();
  expect(await countInDoubt()).toBe(1);
  expect(await isCorrectionAhead(database.pool)).toBe(false);
  await withdrawCorrection(database.pool, id, { by: 'Lan' });
});

it('a road is in doubt of which the routing data may hold what was taken back before the clock was set back', async () => {
  const { id } = await enterWidth();
  await withdrawCorrection(database.pool, id, { by: 'Lan' });
  await database.pool.query(
    `update corrections set entered_at = now() + interval '3 h', state_since = now() + interval '5 h'
     where id = $1`,
    [id],
  );
  await buildAhead('1', '4 h', 2.1);
  await bringBackCorrections(database.pool);
  await settle();
  expect(await countInDoubt()).toBe(1);
});

it('of routing data from before the clock was set back the last built are in use', async () => {
  await buildAhead('1', '4 h', 2.1);
  await buildAhead('2', '5 h', 2.2);
  await bringBackCorrections(database.pool);
  await settle();
  const facts = await readRouterFacts(database.pool, 60);
  expect(facts?.classes['large']?.widthMeters).toBe(2.2);
});
