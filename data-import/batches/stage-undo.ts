// An undo is an import whose file is the history of a batch: what it overwrote is staged, compared and applied.

import type pg from 'pg';
import type { Merge } from './merge.ts';

type Column = { name: string; isGenerated: boolean };

async function readColumns(client: pg.PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, attgenerated <> '' as "isGenerated" from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return rows;
}

/** Which columns the images of a table hold that it still has. */
async function readImageColumns(
  client: pg.PoolClient,
  batchId: number,
  table: string,
): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select jsonb_object_keys(image) as name
     from (select image from history.before_images where batch_id = $1 and table_name = $2 limit 1) one`,
    [batchId, table],
  );
  return new Set(rows.map(({ name }) => name));
}

async function stageTable(client: pg.PoolClient, batchId: number, table: string): Promise<Merge> {
  const columns = await readColumns(client, table);
  const erases = !columns.some(({ name }) => name === 'retired_at');
  const inImage = await readImageColumns(client, batchId, table);
  if (!erases) inImage.add('batch_id');
  // Deleted rows come back whole; changed ones get back what the batch overwrote.
  const restored = columns
    .filter(({ name, isGenerated }) => !isGenerated && name !== 'id')
    .filter(({ name }) => erases || inImage.has(name))
    .map(({ name }) => name);
  const list = restored.map((name) => `, r.${name}`).join('');
  const images = `history.before_images h where h.batch_id = ${batchId} and h.table_name = '${table}'`;
  const ids = (changes: string): string =>
    `select unnest(ids) from history.changed_ids where batch_id = ${batchId} and table_name = '${table}' and change in (${changes})`;
  const staged = `staging.undo_${table}`;
  if (erases)
    await client.query(
      `create table ${staged} as select h.row_id as id${list}
       from (select * from ${images}) h cross join lateral jsonb_populate_record(null::${table}, h.image) r`,
    );
  else
    await client.query(
      `create table ${staged} as select l.id${list} from (select * from ${images}) h join ${table} l on l.id = h.row_id
       cross join lateral jsonb_populate_record(l, h.image) r
       union all select r.id${list} from ${table} r where r.id in (${ids(`'gone'`)})`,
    );
  const retires = `live.id in (${ids(erases ? `'new'` : `'new', 'back'`)})`;
  return { table, staged, columns: restored, retires, erases, keepsBatch: true };
}

/** Stages what stood before a batch. Table names come from the history, which only imports write. */
export async function stageUndo(client: pg.PoolClient, batchId: number): Promise<Merge[]> {
  const { rows } = await client.query<{ table: string }>(
    `select distinct table_name as table from history.changed_ids where batch_id = $1 order by 1`,
    [batchId],
  );
  const merges: Merge[] = [];
  for (const { table } of rows) merges.push(await stageTable(client, batchId, table));
  return merges;
}

/** Brings back the city's own row; the one it replaces is kept for an undo of the undo. */
export async function restoreCityRow(
  client: pg.PoolClient,
  batchId: number,
  undoneId: number,
): Promise<void> {
  await client.query(
    `insert into history.before_images (batch_id, table_name, row_id, image)
     select $1, 'cities', 0, to_jsonb(image) from cities c
     cross join lateral (select c.name, c.synthetic, c.extent::text as extent, c.osm_timestamp) image`,
    [batchId],
  );
  await client.query(
    `update cities c set (name, synthetic, extent, osm_timestamp, updated_at)
       = (select r.name, r.synthetic, r.extent, r.osm_timestamp, now()
          from history.before_images h cross join lateral jsonb_populate_record(c, h.image) r
          where h.batch_id = $1 and h.table_name = 'cities')`,
    [undoneId],
  );
}
