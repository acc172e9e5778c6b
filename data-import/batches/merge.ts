import type { Database } from '../../sql/pool.ts';

export type MergeCounts = {
  /** Rows that were not there; `returned` of them had been, and were retired. */
  added: number;
  changed: number;
  retired: number;
  unchanged: number;
  returned?: number;
};

/** How a live table is brought to what is staged. Table and column names are trusted names from the source. */
export type Merge = {
  /** Live table; rows of `staged` carry the id they have or get there. */
  table: string;
  /** Table or view in the schema `staging`; none when rows only go. */
  staged?: string;
  columns: readonly string[];
  /** Which live rows vanish when they are not staged, as SQL over `live`; none when left out. */
  retires?: string;
  /** Rows without a history of their own (no `retired_at`, no `batch_id`): what is gone is deleted. */
  erases?: boolean;
  /** A changed row stays one of the batch that brought it: whether a row is synthetic hangs on it. */
  keepsBatch?: boolean;
};

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
