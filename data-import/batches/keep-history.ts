import type pg from 'pg';

/** So many applied batches keep what they replaced; the demo city alone makes five. */
const keptBatches = 8;

/** Drops what older batches replaced; they can no longer be undone. */
export async function pruneHistory(client: pg.PoolClient): Promise<void> {
  const older = `batch_id not in (
    select id from import_batches where status = 'applied' order by id desc limit ${keptBatches})`;
  await client.query(`delete from history.before_images where ${older}`);
  await client.query(`delete from history.changed_ids where ${older}`);
}
