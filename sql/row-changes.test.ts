import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from './pool.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
}, 60_000);
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query('truncate stations, roads, buildings, admin_units cascade');
  await db.pool.query('truncate row_changes, data_versions');
});

type Change = {
  table_name: string;
  boxes: [number, number, number, number][] | null;
  row_ids: number[] | null;
};

async function readChanges(): Promise<Change[]> {
  const { rows } = await db.pool.query<Change>(
    'select table_name, boxes, row_ids::double precision[] from row_changes order by id',
  );
  await db.pool.query('truncate row_changes');
  return rows;
}

async function readVersion(): Promise<number> {
  const { rows } = await db.pool.query<{ version: number }>(
    'select current_data_version() as version',
  );
  return rows[0]!.version;
}

function covers({ boxes }: Change, [lon, lat]: [number, number]): boolean {
  return (boxes ?? []).some(
    ([west, south, east, north]) =>
      west <= lon + 1e-5 && lon - 1e-5 <= east && south <= lat + 1e-5 && lat - 1e-5 <= north,
  );
}

const insertStation = `insert into stations (name, source, geom) values ('Đội 1', 'test', st_point($1, $2, 4326)) returning id`;

describe('a change', () => {
  test('of a moved row is noted where it was and where it is, not in between', async () => {
    const { rows } = await db.pool.query<{ id: number }>(insertStation, [105.8, 21]);
    const [inserted] = await readChanges();
    expect(inserted).toMatchObject({ table_name: 'stations', row_ids: [rows[0]!.id] });
    expect(covers(inserted!, [105.8, 21])).toBe(true);
    await db.pool.query('update stations set geom = st_point(105.9, 21, 4326)');
    const [moved] = await readChanges();
    expect(moved?.boxes).toHaveLength(2);
    expect(covers(moved!, [105.8, 21]) && covers(moved!, [105.9, 21])).toBe(true);
    expect(covers(moved!, [105.85, 21])).toBe(false);
  });

  test('of a row without a place is noted where others show it, before and after', async () => {
    for (const lon of [105.8, 105.9]) await db.pool.query(insertStation, [lon, 21]);
    await db.pool.query(
      `insert into units (call_sign, station_id, vehicle_class, source) select 'XE 1', min(id), 'large', 'test' from stations`,
    );
    await readChanges();
    await db.pool.query('update units set station_id = (select max(id) from stations)');
    const [moved] = await readChanges();
    expect(moved?.table_name).toBe('units');
    expect(covers(moved!, [105.8, 21]) && covers(moved!, [105.9, 21])).toBe(true);
  });

  test('of a code list shows anywhere', async () => {
    await db.pool.query(`update parameters set source = source where parameter = 'water_reach'`);
    expect(await readChanges()).toMatchObject([{ table_name: 'parameters', boxes: null }]);
  });

  test('of a long road is noted along the road, not in its whole rectangle', async () => {
    await db.pool.query(
      `insert into roads (osm_way_id, class, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
       values (1, 'primary', true, true, 7, 'tagged', 30, '{1,2}', 'srid=4326;linestring(105.80 21.00, 105.85 21.05)')`,
    );
    const [road] = await readChanges();
    expect(covers(road!, [105.825, 21.025])).toBe(true);
    expect(covers(road!, [105.81, 21.04])).toBe(false);
  });

  test('of many rows at once is noted as one extent', async () => {
    await db.pool.query(
      `insert into stations (name, source, geom)
       select 'Đội ' || n, 'test', st_point(105.8 + n / 1e4, 21, 4326) from generate_series(1, 1000) n`,
    );
    const [many] = await readChanges();
    expect(many).toMatchObject({ table_name: 'stations', row_ids: null });
    expect(many?.boxes).toHaveLength(1);
    expect(covers(many!, [105.85, 21])).toBe(true);
  });

  test('that touches no row, or is rolled back, leaves nothing', async () => {
    await db.pool.query(`update stations set phone = '1' where false`);
    await inTransaction(db.pool, async (client) => {
      await client.query(insertStation, [105.8, 21]);
      throw new Error('changed my mind');
    }).catch(() => 'rolled back');
    expect(await readChanges()).toEqual([]);
  });

  test('goes through although its outline is broken, and shows anywhere then', async () => {
    await db.pool.query(
      `insert into admin_units (type, name, source, geom) values ('phuong', 'Hỏng', 'test',
         'srid=4326;multipolygon(((105.8 21, 105.9 21.1, 105.9 21, 105.8 21.1, 105.8 21)))')`,
    );
    const [broken] = await readChanges();
    expect(broken?.table_name).toBe('admin_units');
    await db.pool.query('truncate stations cascade');
    expect(await readChanges()).toContainEqual({
      table_name: 'stations',
      boxes: null,
      row_ids: null,
    });
  });
});

describe('the version', () => {
  test('grows by one with each commit that changed something, however much that was', async () => {
    const before = await readVersion();
    await inTransaction(db.pool, async (client) => {
      for (const lon of [105.8, 105.81, 105.82]) await client.query(insertStation, [lon, 21]);
    });
    expect(await readVersion()).toBe(before + 1);
    await inTransaction(db.pool, async (client) => {
      await client.query(insertStation, [105.8, 21]);
      await client.query(`insert into data_versions (kind) values ('stations')`);
    });
    expect(await readVersion()).toBe(before + 2);
  });

  test('grows also when a change with a smaller number is committed later', async () => {
    const late = await db.pool.connect();
    await late.query('begin');
    await late.query(`insert into data_versions (kind) values ('slow')`);
    await db.pool.query(insertStation, [105.8, 21]);
    const before = await readVersion();
    await late.query('commit');
    late.release();
    expect(await readVersion()).toBe(before + 1);
  });

  test('outlives the pruning of what every server has long read', async () => {
    for (let n = 0; n < 5; n += 1) await db.pool.query(insertStation, [105.8, 21]);
    await db.pool.query(`update row_changes set at = at - interval '1 hour'`);
    await db.pool.query(insertStation, [105.8, 21]);
    const before = await readVersion();
    // What runs in other databases of the cluster meanwhile holds the pruning back.
    await expect
      .poll(
        async () => {
          await db.pool.query('select prune_changes()');
          return (await db.pool.query('select from row_changes')).rowCount;
        },
        { timeout: 25_000, interval: 250 },
      )
      .toBe(1);
    expect(await readVersion()).toBe(before);
    const { rows } = await db.pool.query('select from data_versions');
    expect(rows).toHaveLength(1);
  });
});
