// What every import goes through, be it of a city or of a register:
//   1. take the import lock, open a batch
//   2. stage; compare with the live rows, which are only read
//   3. report; stop there when it is a preview, or when the person at the keyboard says no
//   4. apply exactly what was compared, in one transaction

import type pg from 'pg';
import { inTransaction } from '../../sql/pool.ts';
import { describeNewlyUnmatched } from '../corrections/list-unmatched.ts';
import { lockCorrections, settleCorrections } from '../corrections/settle-corrections.ts';
import { applyChanges } from './apply-changes.ts';
import { finishBatch, startBatch, withImportLock, type Batch, type BatchStart } from './batch.ts';
import { countByWard, pickExamples, type ChangeReport } from './change-report.ts';
import { compareRows } from './compare-rows.ts';
import { ImportError } from './import-error.ts';
import { pruneHistory } from './keep-history.ts';
import { analyzeMerged, hasChanges, type Merge } from './merge.ts';
import { nameSharedCallSigns, nameStranded } from './name-units.ts';
import { runStep, type Log } from './progress.ts';

export type ImportStatus = 'applied' | 'unchanged' | 'previewed' | 'declined';

export type ImportMode = {
  /** Compare and report, then stop. */
  dryRun?: boolean;
  /** Asks whether to apply the reported changes to what is there already; applied without asking when left out. */
  confirm?: (() => Promise<boolean>) | undefined;
  log: Log;
};

/** What staging leaves to be merged, and what else belongs to the batch. */
export type Staged<Extra extends object> = {
  merges: readonly Merge[];
  /** Nothing is there yet, or all of it goes: no question to ask, and no ward to count by. */
  isFirst: boolean;
  /** Nothing of what stood there stays: every row changes, so wards and names would say nothing. */
  isReplaced?: boolean;
  /** What the report says besides the changes; called after the comparison. */
  finishReport: () => Promise<Extra>;
  describe: (report: Extra & ChangeReport) => string[];
  /** Whether something besides rows changes. */
  isChanged?: boolean;
  /** What must be ready before the transaction, such as a copy of the file. */
  prepare?: () => Promise<void>;
  /** What follows the rows inside the transaction. */
  afterApply?: (transaction: pg.PoolClient, batch: Batch) => Promise<void>;
};

export type ImportRun<Extra extends object> = ImportMode & {
  pool: pg.Pool;
  batch: BatchStart;
  /** Fills the schema `staging`, which it finds gone. */
  stage: (client: pg.PoolClient, batch: Batch) => Promise<Staged<Extra>>;
  /** What follows once the import is in force, still under the lock. */
  afterwards?: (status: ImportStatus) => Promise<void>;
};

export type ImportResult<Extra extends object> = {
  status: ImportStatus;
  report: Extra & ChangeReport;
};

/**
 * Runs one import under the lock. On any failure the live rows are as they were, and the batch says why;
 * what fails once they are changed is thrown as an ImportError that says so.
 */
export async function runImport<Extra extends object>(
  run: ImportRun<Extra>,
): Promise<ImportResult<Extra>> {
  return withImportLock(run.pool, async (client) => {
    const batch = await startBatch(client, run.batch);
    let isApplied = false;
    try {
      const result = await stageAndApply(run, client, batch);
      isApplied = result.status === 'applied';
      await client.query('drop schema if exists staging cascade');
      if (isApplied) await analyzeMerged(client, result.report.merges);
      await run.afterwards?.(result.status);
      return result;
    } catch (error) {
      await closeFailed(client, batch, error);
      throw isApplied ? describeUnfinished(error) : error;
    }
  });
}

/** Whoever reads that an import failed takes the old data for the ones in force; here they no longer are. */
function describeUnfinished(error: unknown): Error {
  if (error instanceof ImportError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(
    `The change is in force, but what follows it was not finished (${reason}); \`npm run import -- osrm\` makes up for it.`,
    { cause: error },
  );
}

/** The batch may be applied already, and the connection gone: then only the error counts. */
async function closeFailed(client: pg.PoolClient, batch: Batch, error: unknown): Promise<void> {
  const ended = error instanceof Error ? error.message : String(error);
  try {
    await client.query(
      `update import_batches set status = 'failed', finished_at = now(), report = report || $2 where id = $1 and status = 'running'`,
      [batch.id, JSON.stringify({ ended })],
    );
    await client.query('drop schema if exists staging cascade');
  } catch (cause) {
    // The next import finds the batch still running and the schema still there, and clears both.
    if (error instanceof Error && error.cause === undefined) error.cause = cause;
  }
}

async function stageAndApply<Extra extends object>(
  run: ImportRun<Extra>,
  client: pg.PoolClient,
  batch: Batch,
): Promise<ImportResult<Extra>> {
  const { log, pool, dryRun = false, confirm } = run;
  await endOrphans(client);
  await client.query('drop schema if exists staging cascade');
  await client.query('create schema staging');
  const staged = await run.stage(client, batch);
  const report = await runStep(log, 'Comparing with the register', () => compare(client, staged));
  for (const line of staged.describe(report)) log(line);
  for (const line of await describeNewlyUnmatched(client)) log(line);
  const end = async (status: ImportStatus, ended?: string): Promise<ImportResult<Extra>> => {
    await finishBatch(client, batch, 'unchanged', { ...report, ...(ended && { ended }) });
    return { status, report };
  };
  if (dryRun) return end('previewed', 'preview');
  if (!(staged.isChanged ?? false) && !hasChanges(report.merges)) return end('unchanged');
  if (!staged.isFirst && confirm && !(await confirm())) return end('declined', 'declined');
  await staged.prepare?.();
  await runStep(log, 'Merging into the register', () =>
    inTransaction(pool, async (transaction) => {
      // A killed import must not go on merging, unseen, until its statement ends.
      await transaction.query(
        `set local statement_timeout = 0; set local jit = off; set local client_connection_check_interval = '500ms'`,
      );
      await lockCorrections(transaction);
      await applyChanges(transaction, batch.id, staged.merges);
      await staged.afterApply?.(transaction, batch);
      await settleCorrections(transaction);
      await finishBatch(transaction, batch, 'applied', report);
      await pruneHistory(transaction);
    }),
  );
  return { status: 'applied', report };
}

/** Of an import that was killed, statements of osm2pgsql may go on in the database, and keep `staging` from being dropped. */
async function endOrphans(client: pg.PoolClient): Promise<void> {
  await client.query(`
    select pg_terminate_backend(pid, 5000)
    from pg_stat_activity
    where backend_type = 'client backend' and usename = current_user and pid in (
      select l.pid from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
      where l.pid <> pg_backend_pid() and (
        l.relation in (select oid from pg_class where relnamespace = to_regnamespace('staging'))
        or (l.classid = 'pg_namespace'::regclass and l.objid = to_regnamespace('staging'))))`);
}

async function compare<Extra extends object>(
  client: pg.PoolClient,
  { merges, isFirst, isReplaced = false, finishReport }: Staged<Extra>,
): Promise<Extra & ChangeReport> {
  const counts = await compareRows(client, merges);
  const isWorth = !isFirst && !isReplaced && hasChanges(counts);
  const wards = isWorth ? await countByWard(client, merges) : [];
  const examples = isWorth ? await pickExamples(client, merges, counts) : [];
  return {
    ...(await finishReport()),
    isReplaced,
    merges: counts,
    wards,
    examples,
    strandedUnits: await nameStranded(client, merges),
    sharedCallSigns: await nameSharedCallSigns(client, merges),
  };
}
