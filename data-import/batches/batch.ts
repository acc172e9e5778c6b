// One import at a time, and a row in `import_batches` for each, whatever becomes of it.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { importLockKey } from '../../sql/import-lock.ts';
import { ImportError } from './import-error.ts';

// A killed import holds the lock for as long as the database takes to notice.
const lockPatienceMilliseconds = 3_000;
const lockPauseMilliseconds = 200;

export type Batch = { id: number; kind: string; fileSha256: string };
/** The file itself, or for an undo the name and hash of the one that is in force again. */
export type BatchStart = {
  kind: string;
  file: string | { name: string; sha256: string };
  synthetic: boolean;
  undoes?: number;
};
export type BatchStatus = 'applied' | 'unchanged';

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new ImportError(`${file} cannot be read (${code}).`, { cause });
  }
  return hash.digest('hex');
}

/**
 * Holds the right to import into this database while `work` runs on its own connection.
 * Throws ImportError when another import runs.
 */
export async function withImportLock<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  client.on('error', rememberError);
  function rememberError(error: Error): void {
    broken = error;
  }
  try {
    // Compiling each of many short queries costs more than it saves.
    await client.query(
      `set statement_timeout = 0; set jit = off; set client_connection_check_interval = '500ms'`,
    );
    if (!(await takeLock(client)))
      throw new ImportError('Another import is running; wait until it has ended and try again.');
    return await work(client);
  } finally {
    // Unlocked here and not by the session's end, which the server may notice later than the next import.
    await client.query('select pg_advisory_unlock($1)', [importLockKey]).catch(rememberError);
    client.off('error', rememberError);
    client.release(broken ?? true);
  }
}

async function takeLock(client: pg.PoolClient): Promise<boolean> {
  const begun = performance.now();
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1) as locked',
      [importLockKey],
    );
    if (rows[0]?.locked === true) return true;
    if (performance.now() - begun > lockPatienceMilliseconds) return false;
    await setTimeout(lockPauseMilliseconds);
  }
}

/** Opens a batch. An older one still `running` was killed: only the holder of the lock may run. */
export async function startBatch(
  client: pg.PoolClient,
  { kind, file, synthetic, undoes }: BatchStart,
): Promise<Batch> {
  await client.query(
    `update import_batches set status = 'failed', finished_at = now(), report = '{"ended": "killed"}'
     where status = 'running'`,
  );
  const { name, sha256 } =
    typeof file === 'string' ? { name: basename(file), sha256: await hashFile(file) } : file;
  const { rows } = await client.query<{ id: number }>(
    `insert into import_batches (kind, file_name, file_sha256, synthetic, undoes)
     values ($1, $2, $3, $4, $5) returning id`,
    [kind, name, sha256, synthetic, undoes ?? null],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('import_batches returned no id');
  return { id, kind, fileSha256: sha256 };
}

/** Closes a batch; an applied one also wakes the servers, through `data_versions`. */
export async function finishBatch(
  client: pg.PoolClient,
  batch: Batch,
  status: BatchStatus,
  report: object,
): Promise<void> {
  await client.query(
    `update import_batches set status = $2, finished_at = now(), report = $3 where id = $1`,
    [batch.id, status, JSON.stringify(report)],
  );
  if (status === 'applied')
    await client.query('insert into data_versions (batch_id, kind) values ($1, $2)', [
      batch.id,
      batch.kind,
    ]);
}
