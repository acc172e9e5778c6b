import type pg from 'pg';
import type { Database } from '../../sql/pool.ts';

export type MergeCounts = { added: number; changed: number; retired: number; unchanged: number };

export type Merge = {
  /** Live table; rows of `staged` carry the id they have or get there. */
  table: string;
  staged: string;
  columns: readonly string[];
  /** Which live rows vanish when they are not staged, as SQL over `live`; none when left out. */
  retires?: string;
};

/**
 * Brings a live table to what is staged: retires what is gone, updates only rows that differ, adds the rest.
 * Table and column names are trusted names from the source.
 */
export async function mergeRows(
  client: pg.PoolClient,
  batchId: number,
  { table, staged, columns, retires }: Merge,
): Promise<MergeCounts> {
  const list = columns.join(', ');
  const live = columns.map((column) => `live.${column}`).join(', ');
  const wanted = columns.map((column) => `n.${column}`).join(', ');
  const { rowCount: retired } = await client.query(
    `update ${table} live set retired_at = now() where live.retired_at is null and (${retires ?? 'false'})
     and not exists (select 1 from ${staged} n where n.id = live.id)`,
  );
  const { rowCount: changed } = await client.query(
    `update ${table} live set (${list}, batch_id) = row(${wanted}, $1::bigint) from ${staged} n
     where n.id = live.id and live.retired_at is null and row(${live}) is distinct from row(${wanted})`,
    [batchId],
  );
  const { rowCount: added } = await client.query(
    `insert into ${table} (id, ${list}, batch_id) overriding system value
     select n.id, ${wanted}, $1 from ${staged} n where not exists (select 1 from ${table} live where live.id = n.id)
     order by n.id`,
    [batchId],
  );
  const { rows } = await client.query<{ staged: number }>(
    `select count(*)::integer as staged from ${staged}`,
  );
  const counts = { added: added ?? 0, changed: changed ?? 0, retired: retired ?? 0 };
  return { ...counts, unchanged: (rows[0]?.staged ?? 0) - counts.added - counts.changed };
}

/** Whether any of the merges changed a row. */
export function hasChanges(merges: Record<string, MergeCounts>): boolean {
  return Object.values(merges).some(({ added, changed, retired }) => added + changed + retired > 0);
}

/** Tells the planner what the tables hold now; without it the first queries after an import may be slow. */
export async function analyzeMerged(
  database: Database,
  merges: Record<string, MergeCounts>,
): Promise<void> {
  const changed = Object.keys(merges).filter((table) => {
    const { added, changed: updated } = merges[table] ?? { added: 0, changed: 0 };
    return added + updated > 0;
  });
  if (changed.length > 0) await database.query(`analyze ${changed.join(', ')}`);
}
