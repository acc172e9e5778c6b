import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { enterCorrection, withdrawCorrection } from '../corrections/enter-correction.ts';
import { graphTables, loadCityGraph, renewCityGraph } from './load-city.ts';
import { haveCodesTurned } from './as-of.ts';
import { readBarriers, readChangedRoads, readObstacles, readRouterFacts } from './queries.ts';

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
    { family: 'height', kinds: ['height_bar', 'no_height_bar'] },
    {
      family: 'passage',
      kinds: ['block', 'bollard', 'gate', 'locked_gate', 'no', 'removable_bollard'],
    },
  ]);
});

/** As a build does that was put in force so many seconds ago, of roads as they were a day before. */
async function putInForce(version: string, secondsAgo: number, widthMeters: number): Promise<void> {
  await database.pool.query(
    `insert into router_builds (version, facts_at, built_at, made_of)
     values ($1, now() - interval '1 day', now() - make_interval(secs => $2),
       jsonb_set(router_facts(), '{classes,large,widthMeters}', to_jsonb($3::float8)))`,
    [version, secondsAgo, widthMeters],
  );
}

it('routing data are taken to be in use a minute after they were put in force, those before until then', async () => {
  const width = async () =>
    (await readRouterFacts(database.pool, 60))?.classes['large']?.widthMeters;
  expect(await width()).toBeUndefined();
  // Where there were none, these are the ones.
  await putInForce('1', 0, 2.1);
  expect(await width()).toBe(2.1);
  await database.pool.query(`update router_builds set built_at = now() - interval '1 hour'`);
  await putInForce('2', 30, 2.2);
  expect(await width()).toBe(2.1);
  const city = await loadCityGraph(database.pool);
  await database.pool.query(`update router_builds set built_at = built_at - interval '1 minute'`);
  expect(await width()).toBe(2.2);
  // The graph hears of it without being loaded anew.
  const change = { table: 'router_builds', boxes: null, rowIds: null };
  const renewed = await renewCityGraph(database.pool, city, [change]);
  expect(city.routerFacts?.classes['large']?.widthMeters).toBe(2.1);
  expect(renewed?.routerFacts?.classes['large']?.widthMeters).toBe(2.2);
});

it('a limit or obstacle is known as who entered it said, also where that alone is otherwise later', async () => {
  const { pool } = database;
  await pool.query(
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, max_weight_t, speed_kmh, node_ids, geom)
     values (7, 'residential', true, true, 5, 'tagged', 10, 20, '{21,22}',
       st_makeline(st_point(105.801, 21.001, 4326), st_point(105.801, 21.003, 4326)))`,
  );
  const cable = { kind: 'low_cable', lon: 105.801, lat: 21.002, clearMeters: 3.5 };
  const guess = { by: 'Lan', target: 'way:7', provenance: 'assumed' } as const;
  await enterCorrection(pool, { ...guess, field: 'max_height_m', value: 3.4 });
  await enterCorrection(pool, { ...guess, field: 'obstacle', value: cable });
  const city = await loadCityGraph(pool);
  expect(city.graph.roads[0]).toMatchObject({
    maxHeightMeters: expect.closeTo(3.4),
    heightProvenance: 'assumed',
  });
  // That limit is of the map.
  expect(city.graph.roads[0]).not.toHaveProperty('weightProvenance');
  expect([...city.graph.nodeBarriers.values()]).toMatchObject([
    { kind: 'low_cable', clearProvenance: 'assumed' },
  ]);
  const { rows: before } = await pool.query<{ id: number }>(
    'select max(id) as id from row_changes',
  );
  await enterCorrection(pool, {
    ...guess,
    provenance: 'measured',
    field: 'max_height_m',
    value: 3.4,
  });
  const { rows } = await pool.query<{ table: string; rowIds: number[] | null }>(
    'select table_name as table, row_ids as "rowIds" from row_changes where id > $1',
    [before[0]!.id],
  );
  const renewed = await renewCityGraph(
    pool,
    city,
    rows.map((row) => ({ ...row, boxes: null })),
  );
  expect(renewed?.graph.roads[0]).toMatchObject({ heightProvenance: 'measured' });
  expect(city.graph.roads[0]).toMatchObject({ heightProvenance: 'assumed' });
});

it('a barrier, or what was reported, costs who walks and who lays hose what its list says, whatever it costs a vehicle', async () => {
  const { pool } = database;
  await pool.query(
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values (8, 'residential', true, true, 5, 'tagged', 20, '{31,32}',
       st_makeline(st_point(105.811, 21.001, 4326), st_point(105.811, 21.003, 4326)))`,
  );
  const locked = { kind: 'locked_gate', lon: 105.811, lat: 21.002 };
  await enterCorrection(pool, {
    by: 'Lan',
    target: 'way:8',
    provenance: 'measured',
    field: 'obstacle',
    value: locked,
  });
  const delays = [...(await readBarriers(pool)), ...(await readObstacles(pool))].map(
    ({ kind, delaySeconds, footDelaySeconds, hoseDelaySeconds }) => [
      kind,
      [delaySeconds, footDelaySeconds, hoseDelaySeconds],
    ],
  );
  expect(Object.fromEntries(delays)).toMatchObject({
    bollard: [0, 0, 0],
    gate: [20, 10, 10],
    locked_gate: [90, 90, 90],
  });
  const { graph } = await loadCityGraph(pool);
  const standing = [...graph.nodeBarriers.values()].find(({ kind }) => kind === 'locked_gate');
  expect(standing).toMatchObject({ footDelaySeconds: 90, hoseDelaySeconds: 90 });
  // What fills a way holds people up at no metre of it that anybody knows.
  for (const column of ['foot_delay_s', 'hose_delay_s'])
    await expect(
      pool.query(`update obstacle_kinds set ${column} = 5 where kind = 'market'`),
    ).rejects.toThrow('obstacle_kinds_foot_delay_check');
});

it('a city of yesterday is loaded as a whole where a class is valid from today on: no row changed by that', async () => {
  const { pool } = database;
  const city = await loadCityGraph(pool);
  const ofDaysAgo = async (days: number) => {
    const { rows } = await pool.query<{ day: string }>(
      'select (current_date - $1::int)::text as day',
      [days],
    );
    return { ...city, rows: { ...city.rows, validOn: rows[0]!.day } };
  };
  const renewOf = async (days: number) =>
    renewCityGraph(pool, await ofDaysAgo(days), [
      { table: 'water_points', boxes: null, rowIds: [] },
    ]);
  expect(await renewOf(1)).not.toBeNull();
  await pool.query(
    `insert into vehicle_classes
     select (jsonb_populate_record(c, jsonb_build_object('code', 'foam', 'valid_from', current_date, 'valid_to', null))).*
     from vehicle_classes c where code = 'small'`,
  );
  expect(await renewOf(1)).toBeNull();
  expect(await renewOf(0)).not.toBeNull();
  expect((await loadCityGraph(pool)).classes.has('foam')).toBe(true);
  await pool.query(`delete from vehicle_classes where code = 'foam'`);
});

it('each code list that the graph reads by its dates is looked through for what ran out', async () => {
  const { rows: dated } = await database.pool.query<{ table: string }>(
    `select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name = 'valid_from' and table_name = any ($1)`,
    [graphTables],
  );
  expect(dated.length).toBeGreaterThan(5);
  const { rows: days } = await database.pool.query<{ yesterday: string }>(
    'select (current_date - 1)::text as yesterday',
  );
  const { yesterday } = days[0]!;
  const client = await database.pool.connect();
  const isFound: Record<string, boolean> = {};
  for (const { table } of dated) {
    await client.query('begin');
    await client.query(
      `update ${table} set valid_to = current_date where ctid = (select ctid from ${table} limit 1)`,
    );
    isFound[table] = await haveCodesTurned(client, yesterday);
    await client.query('rollback');
  }
  expect(await haveCodesTurned(client, yesterday)).toBe(false);
  client.release();
  expect(Object.entries(isFound).filter(([, found]) => !found)).toEqual([]);
});

it('a limit that was taken back again leaves a road in doubt only where some routing data may have seen it', async () => {
  const { pool } = database;
  const { rows } = await pool.query<{ id: number }>(
    `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values (9, 'residential', true, true, 5, 'tagged', 20, '{41,42}',
       st_makeline(st_point(105.821, 21.001, 4326), st_point(105.821, 21.003, 4326)))
     returning id`,
  );
  const isInDoubt = async () => (await readChangedRoads(pool, 60)).has(rows[0]!.id);
  const enter = () =>
    enterCorrection(pool, {
      by: 'Lan',
      target: 'way:9',
      provenance: 'measured',
      field: 'width_m',
      value: 3,
    });
  const { id: first } = await enter();
  expect(await isInDoubt()).toBe(true);
  await withdrawCorrection(pool, first, { by: 'Lan' });
  expect(await isInDoubt()).toBe(false);
  const { id: second } = await enter();
  await pool.query(
    `insert into router_builds (version, facts_at, built_at, made_of) values ('3', now(), now(), router_facts())`,
  );
  await withdrawCorrection(pool, second, { by: 'Lan' });
  expect(await isInDoubt()).toBe(true);
  await pool.query(`delete from router_builds where version = '3'`);
});
