// The import of a register file: read and check every row, stage, then merge in one transaction.
// One wrong row stops the whole file, unless `skipRejected`: nothing is ever half loaded.

import { basename, join } from 'node:path';
import type pg from 'pg';
import { inTransaction, openPool } from '../../sql/pool.ts';
import { finishBatch, startBatch, withImportLock, type Batch } from '../batches/batch.ts';
import { ImportError } from '../batches/import-error.ts';
import { analyzeMerged, hasChanges, mergeRows, type MergeCounts } from '../batches/merge-rows.ts';
import { runStep, type Log } from '../batches/progress.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import type { Register, RejectedRow } from './register.ts';
import { writeRejected } from './rejected-file.ts';
import { stageRows } from './stage-rows.ts';

export type RegisterImport = {
  databaseUrl: string;
  /** FIREPOINT_DATA: rejected rows are written to its folder `rejected`. */
  dataFolder: string;
  file: string;
  register: Register;
  synthetic?: boolean;
  dryRun?: boolean;
  /** Loads the right rows although others are wrong. */
  skipRejected?: boolean;
  /** The file is the whole register: rows that it lacks are retired. */
  isComplete?: boolean;
  log: Log;
};

export type RegisterReport = {
  read: number;
  rejected: RejectedRow[];
  rejectedFile: string | null;
  merges: Record<string, MergeCounts>;
};

export type RegisterResult = {
  status: 'applied' | 'unchanged' | 'previewed';
  report: RegisterReport;
};

async function stage(client: pg.PoolClient, options: RegisterImport): Promise<RegisterReport> {
  const { register, file, dataFolder, log } = options;
  await client.query('drop schema if exists staging cascade');
  await client.query('create schema staging');
  await runSqlFile(client, new URL('../batches/prepare-staging.sql', import.meta.url));
  const { read, rejected } = await runStep(log, `Reading ${basename(file)}`, () =>
    stageRows(client, register, file),
  );
  const rejectedFile =
    rejected.length > 0 ? await writeRejected(join(dataFolder, 'rejected'), file, rejected) : null;
  await runStep(log, `Linking ${register.kind}`, () => register.stage(client));
  return { read, rejected, rejectedFile, merges: {} };
}

async function merge(
  client: pg.PoolClient,
  batch: Batch,
  { register, isComplete = false }: RegisterImport,
): Promise<Record<string, MergeCounts>> {
  await client.query('set local statement_timeout = 0; set local jit = off');
  const merges: Record<string, MergeCounts> = {};
  for (const { retires, ...rest } of register.merges) {
    const retiring = isComplete && retires !== undefined ? { ...rest, retires } : rest;
    merges[rest.table] = await mergeRows(client, batch.id, retiring);
  }
  await register.afterMerge?.(client);
  return merges;
}

// Thrown to leave the transaction of a preview without its changes.
class PreviewEnd extends Error {}

async function runBatch(
  pool: pg.Pool,
  client: pg.PoolClient,
  options: RegisterImport,
): Promise<RegisterResult> {
  const { register, file, synthetic = false, dryRun = false, skipRejected = false } = options;
  const batch = await startBatch(client, { kind: register.kind, file, synthetic });
  let report: RegisterReport = { read: 0, rejected: [], rejectedFile: null, merges: {} };
  try {
    report = await stage(client, options);
    if (report.rejected.length > 0 && !skipRejected && !dryRun) throw refuse(options, report);
    return await inTransaction(pool, async (transaction) => {
      report.merges = await merge(transaction, batch, options);
      if (dryRun) throw new PreviewEnd('preview');
      const status = hasChanges(report.merges) ? 'applied' : 'unchanged';
      await finishBatch(transaction, batch, status, report);
      return { status, report };
    });
  } catch (error) {
    const isPreview = error instanceof PreviewEnd;
    const ended = error instanceof Error ? error.message : String(error);
    await finishBatch(client, batch, isPreview ? 'unchanged' : 'failed', { ended, ...report });
    if (isPreview) return { status: 'previewed', report };
    throw error;
  } finally {
    await client.query('drop schema if exists staging cascade');
  }
}

function refuse(
  { file }: RegisterImport,
  { read, rejected, rejectedFile }: RegisterReport,
): ImportError {
  const [first] = rejected;
  return new ImportError(
    `${rejected.length} of ${read} rows of ${basename(file)} are wrong, so nothing was loaded ` +
      `(first: line ${first?.line}: ${first?.reason}). They are in ${rejectedFile}; ` +
      'mend them, or add --skip-rejected to load the others.',
  );
}

/** The outcome in words, a line per kind. */
export function describeRegister({ report }: RegisterResult): string[] {
  const { read, rejected, rejectedFile, merges } = report;
  const lines = [`${read} rows read, ${rejected.length} rejected`];
  for (const { line, reason } of rejected.slice(0, 5)) lines.push(`  line ${line}: ${reason}`);
  if (rejectedFile !== null) lines.push(`  all rejected rows: ${rejectedFile}`);
  for (const [table, { added, changed, retired, unchanged }] of Object.entries(merges))
    lines.push(
      `  ${table}: ${added} new, ${changed} changed, ${retired} gone, ${unchanged} unchanged`,
    );
  return lines;
}

/** Imports one register file. Throws ImportError, with one sentence for the user, when it will not do. */
export async function importRegister(options: RegisterImport): Promise<RegisterResult> {
  const pool = openPool(options.databaseUrl, { max: 3, statementSeconds: 0 });
  try {
    return await withImportLock(pool, async (client) => {
      const result = await runBatch(pool, client, options);
      if (result.status === 'applied') await analyzeMerged(client, result.report.merges);
      for (const line of describeRegister(result)) options.log(line);
      return result;
    });
  } finally {
    await pool.end();
  }
}
