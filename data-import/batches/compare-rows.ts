// What an import would do, row by row, without doing it: reads the live tables, writes `staging.changes`.

import type pg from 'pg';
import type { Merge, MergeCounts } from './merge.ts';

/** Makes `staging.changes` and returns the counts per table. Nothing live is locked longer than one reading. */
export async function compareRows(
  client: pg.PoolClient,
  merges: readonly Merge[],
): Promise<Record<string, MergeCounts>> {
  await client.query(`create table staging.changes (
    table_name text not null, id bigint not null, change text not null, ward_id bigint)`);
  const counts: Record<string, MergeCounts> = {};
  for (const merge of merges) {
    const count = await compareTable(client, merge);
    if (merge.staged !== undefined || count.retired > 0) counts[merge.table] = count;
  }
  await client.query('create unique index on staging.changes (table_name, id)');
  await client.query('analyze staging.changes');
  return counts;
}

async function compareTable(client: pg.PoolClient, merge: Merge): Promise<MergeCounts> {
  const { table, staged = '(select null::bigint as id where false)', columns, erases } = merge;
  const live = columns.map((column) => `live.${column}`).join(', ');
  const wanted = columns.map((column) => `n.${column}`).join(', ');
  const isRetired = erases === true ? 'false' : 'live.retired_at is not null';
  if (merge.staged !== undefined)
    await client.query(
      `insert into staging.changes (table_name, id, change)
       select '${table}', n.id,
         case when live.id is null then 'new' when ${isRetired} then 'back' else 'changed' end
       from ${staged} n left join ${table} live on live.id = n.id
       where live.id is null or ${isRetired} or row(${live}) is distinct from row(${wanted})`,
    );
  if (merge.retires !== undefined)
    await client.query(
      `insert into staging.changes (table_name, id, change)
       select '${table}', live.id, 'gone' from ${table} live
       where not (${isRetired}) and (${merge.retires})
         and not exists (select 1 from ${staged} n where n.id = live.id)`,
    );
  const { rows } = await client.query<MergeCounts & { returned: number; staged: number }>(
    `select count(*) filter (where change in ('new', 'back'))::integer as added,
       count(*) filter (where change = 'changed')::integer as changed,
       count(*) filter (where change = 'gone')::integer as retired,
       count(*) filter (where change = 'back')::integer as returned,
       (select count(*) from ${staged} n)::integer as staged
     from staging.changes where table_name = '${table}'`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`${table} was not compared`);
  const { added, changed, retired, returned } = row;
  const unchanged = row.staged - added - changed;
  return { added, changed, retired, unchanged, ...(returned > 0 && { returned }) };
}
