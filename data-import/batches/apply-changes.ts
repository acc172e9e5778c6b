// Does what `staging.changes` says, no more and no less, and keeps what it overwrites for an undo.

import type pg from 'pg';
import type { Merge } from './merge.ts';

/** Applies the compared changes. The caller holds the transaction. */
export async function applyChanges(
  client: pg.PoolClient,
  batchId: number,
  merges: readonly Merge[],
): Promise<void> {
  await client.query(
    `insert into history.changed_ids (batch_id, table_name, change, ids)
     select $1, table_name, change, array_agg(id order by id) from staging.changes group by table_name, change`,
    [batchId],
  );
  const { rows } = await client.query<{ table_name: string; change: string }>(
    'select distinct table_name, change from staging.changes',
  );
  const has = (table: string, change: string): boolean =>
    rows.some((row) => row.table_name === table && row.change === change);
  for (const merge of merges) {
    const { table } = merge;
    if (has(table, 'changed') || (merge.erases === true && has(table, 'gone')))
      await keepImages(client, batchId, merge);
    if (has(table, 'gone')) await removeRows(client, batchId, merge);
    if (has(table, 'changed') || has(table, 'back')) await updateRows(client, batchId, merge);
    if (has(table, 'new')) await addRows(client, batchId, merge);
  }
}

/** The columns of a table that hold geometries; an image keeps those as EWKB. */
async function readGeometryColumns(client: pg.PoolClient, table: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and atttypid = 'geometry'::regtype and not attisdropped`,
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

async function keepImages(client: pg.PoolClient, batchId: number, merge: Merge): Promise<void> {
  const { table, columns, erases } = merge;
  const geometries = await readGeometryColumns(client, table);
  const kept = [...new Set([...columns, erases === true ? 'id' : 'batch_id'])].map((column) =>
    geometries.has(column) ? `live.${column}::text as ${column}` : `live.${column}`,
  );
  const changes = erases === true ? `'changed', 'gone'` : `'changed'`;
  await client.query(
    `insert into history.before_images (batch_id, table_name, row_id, image)
     select $1, $2, live.id, to_jsonb(image) from ${table} live
     join staging.changes c on c.table_name = $2 and c.id = live.id and c.change in (${changes})
     cross join lateral (select ${kept.join(', ')}) image`,
    [batchId, table],
  );
}

async function removeRows(
  client: pg.PoolClient,
  batchId: number,
  { table, erases }: Merge,
): Promise<void> {
  const chosen = `c.table_name = '${table}' and c.change = 'gone' and c.id = live.id`;
  if (erases === true)
    await client.query(`delete from ${table} live using staging.changes c where ${chosen}`);
  else
    await client.query(
      `update ${table} live set retired_at = now(), retired_by_batch = $1 from staging.changes c where ${chosen}`,
      [batchId],
    );
}

async function updateRows(
  client: pg.PoolClient,
  batchId: number,
  { table, staged, columns, erases, keepsBatch }: Merge,
): Promise<void> {
  const wanted = columns.map((column) => `${column} = n.${column}`);
  if (erases !== true) wanted.push('retired_at = null', 'retired_by_batch = null');
  const values: number[] = [];
  if (erases !== true && keepsBatch !== true) {
    wanted.push('batch_id = $1');
    values.push(batchId);
  }
  await client.query(
    `update ${table} live set ${wanted.join(', ')} from ${staged} n, staging.changes c
     where c.table_name = '${table}' and c.change in ('changed', 'back') and c.id = n.id and n.id = live.id`,
    values,
  );
}

async function addRows(
  client: pg.PoolClient,
  batchId: number,
  { table, staged, columns, erases }: Merge,
): Promise<void> {
  const list = columns.join(', ');
  const wanted = columns.map((column) => `n.${column}`).join(', ');
  const [column, value] = erases === true ? ['', ''] : [', batch_id', ', $1::bigint'];
  await client.query(
    `insert into ${table} (id, ${list}${column}) overriding system value
     select n.id, ${wanted}${value} from ${staged} n
     join staging.changes c on c.table_name = '${table}' and c.change = 'new' and c.id = n.id
     order by n.id`,
    erases === true ? [] : [batchId],
  );
}
