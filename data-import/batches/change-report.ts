// What an import would change, for a person to judge: per kind, per ward, and a few rows by name.

import type pg from 'pg';
import type { Merge, MergeCounts } from './merge.ts';

export type WardChange = {
  /** Null for rows that lie in no known ward. */
  ward: string | null;
  table: string;
  added: number;
  changed: number;
  retired: number;
};

export type ChangeExamples = {
  table: string;
  gone: string[];
  /** Name of the row as it is now, and which values change. */
  changed: { label: string; columns: string[] }[];
};

export type ChangeReport = {
  /** Another city took the place of the one before. */
  isReplaced: boolean;
  merges: Record<string, MergeCounts>;
  wards: WardChange[];
  examples: ChangeExamples[];
  /** Units that are left without a station, each with the one it had. */
  strandedUnits: string[];
  /** Call signs that several units bear, each with their stations. */
  sharedCallSigns: string[];
};

const mostExamples = 10;

// Names of rows, as SQL over the live row.
const labels: Record<string, string> = {
  streets: 'full_name(live.type, live.name)',
  alleys: 'live.label',
  roads: `concat_ws(' ', live.name, 'way ' || live.osm_way_id)`,
  barriers: `concat_ws(' ', live.kind, 'node ' || live.osm_node_id)`,
  admin_units: 'full_name(live.type, live.name)',
  buildings: `concat_ws(' ', coalesce(live.name, live.use, 'building'), live.osm_type || live.osm_id)`,
  water_bodies: `concat_ws(' ', live.kind, live.name, live.osm_type || live.osm_id)`,
  water_points: `concat_ws(' ', live.kind, live.name, coalesce(live.register_id, live.osm_type || live.osm_id))`,
  stations: 'live.name',
  landmarks: `live.name || ' (' || live.kind || ')'`,
  units: 'live.call_sign',
  water_mains: `concat_ws(' ', 'main', live.register_id, live.name)`,
  contacts: 'live.name',
  mobilised_vehicles: `concat_ws(' ', live.kind, live.name)`,
  addresses: 'live.label',
};

/** Counts the compared changes per ward, from `staging.link_units` or the live wards where an import has none. */
export async function countByWard(
  client: pg.PoolClient,
  merges: readonly Merge[],
): Promise<WardChange[]> {
  await client.query(`create table if not exists staging.link_units as
    select id, full_name(type, name) as name, geom, st_area(geom) as area from admin_units
    where retired_at is null and type = any (staging.ward_types())
      and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date)`);
  const { rowCount } = await client.query('select from staging.link_units limit 1');
  if (rowCount === 0) return [];
  // Small pieces make "in which ward" cheap for tens of thousands of rows.
  await client.query(`create table staging.ward_pieces as
    select id, area, st_subdivide(geom, 32) as geom from staging.link_units`);
  await client.query('create index on staging.ward_pieces using gist (geom)');
  for (const merge of merges) await findWards(client, merge);
  const { rows } = await client.query<WardChange>(
    `select coalesce(u.name, full_name(a.type, a.name)) as ward, c.table_name as table,
       count(*) filter (where c.change in ('new', 'back'))::integer as added,
       count(*) filter (where c.change = 'changed')::integer as changed,
       count(*) filter (where c.change = 'gone')::integer as retired
     from staging.changes c
     left join staging.link_units u on u.id = c.ward_id left join admin_units a on a.id = c.ward_id
     where c.table_name <> all ($1)
     group by 1, 2 order by sum(count(*)) over (partition by coalesce(u.name, full_name(a.type, a.name))) desc, 1, 2`,
    // Aliases, mouths and what carries a correction are parts of rows that are counted.
    [merges.filter(({ erases }) => erases === true).map(({ table }) => table)],
  );
  return rows;
}

/** The column that says where the rows of a table lie. */
async function findPlace(client: pg.PoolClient, table: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attname in ('ward_id', 'geom') and not attisdropped order by attname desc`,
    [table],
  );
  return rows[0]?.name;
}

async function findWards(client: pg.PoolClient, merge: Merge): Promise<void> {
  const { table, staged, columns } = merge;
  const read = async (place: string, rows: string, changes: string): Promise<void> => {
    const isKnown = place === 'ward_id';
    const ward = isKnown
      ? 'r.ward_id'
      : `(select w.id from staging.ward_pieces w
          where st_intersects(w.geom, st_pointonsurface(r.${place})) order by w.area limit 1)`;
    await client.query(
      `update staging.changes c set ward_id = ${ward} from ${rows} r
       where c.table_name = '${table}' and c.id = r.id and c.change in (${changes})`,
    );
  };
  const place = await findPlace(client, table);
  if (place === undefined) return;
  // What an import does not move lies where it lay.
  const isMoved = staged !== undefined && columns.includes(place);
  if (isMoved) await read(place, staged, `'new', 'changed', 'back'`);
  await read(place, table, isMoved ? `'gone'` : `'gone', 'changed', 'back'`);
}

/** A few of the rows that go or change, by name. */
export async function pickExamples(
  client: pg.PoolClient,
  merges: readonly Merge[],
  counts: Record<string, MergeCounts>,
): Promise<ChangeExamples[]> {
  const examples: ChangeExamples[] = [];
  for (const merge of merges) {
    const { table } = merge;
    const { changed, retired } = counts[table] ?? { changed: 0, retired: 0 };
    if (labels[table] === undefined || changed + retired === 0) continue;
    const entry = { table, gone: await nameGone(client, table), changed: [] };
    examples.push(changed > 0 ? { ...entry, changed: await nameChanged(client, merge) } : entry);
  }
  return examples;
}

async function nameGone(client: pg.PoolClient, table: string): Promise<string[]> {
  const { rows } = await client.query<{ label: string }>(
    `select ${labels[table]} as label from staging.changes c join ${table} live on live.id = c.id
     where c.table_name = $1 and c.change = 'gone' order by c.id limit $2`,
    [table, mostExamples],
  );
  return rows.map(({ label }) => label);
}

async function nameChanged(
  client: pg.PoolClient,
  { table, staged, columns }: Merge,
): Promise<ChangeExamples['changed']> {
  // Which batch brought a row or a status is ours to know; an undo puts it back as well.
  const shown = columns.filter((column) => !['batch_id', 'status_since'].includes(column));
  const differing = shown.map(
    (column) => `case when live.${column} is distinct from n.${column} then '${column}' end`,
  );
  const { rows } = await client.query<{ label: string; columns: string[] }>(
    `select ${labels[table]} as label, array_remove(array[${differing.join(', ')}], null) as columns
     from (select id from staging.changes where table_name = $1 and change = 'changed' order by id limit $2) c
     join ${table} live on live.id = c.id join ${staged} n on n.id = c.id order by c.id`,
    [table, mostExamples],
  );
  return rows.filter((row) => row.columns.length > 0);
}
