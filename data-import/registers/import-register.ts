// The import of a register file: read and check every row, stage, compare, then merge in one transaction.
// One wrong row stops the whole file, unless `skipRejected`: nothing is ever half loaded. It always stops a file that is
// said to be whole.

import { basename, join } from 'node:path';
import type pg from 'pg';
import { openPool } from '../../sql/pool.ts';
import type { ChangeReport } from '../batches/change-report.ts';
import { describeChanges } from '../batches/describe-changes.ts';
import { ImportError } from '../batches/import-error.ts';
import type { Merge } from '../batches/merge.ts';
import { runStep } from '../batches/progress.ts';
import {
  runImport,
  type ImportMode,
  type ImportResult,
  type Staged,
} from '../batches/run-import.ts';
import { runSqlFile } from '../batches/sql-file.ts';
import { keepsNotes, type Register, type RejectedRow } from './register.ts';
import { writeRejected } from './rejected-file.ts';
import { stageRows, type StagedRows } from './stage-rows.ts';

export type RegisterImport = ImportMode & {
  databaseUrl: string;
  /** FIREPOINT_DATA: rejected rows are written to its folder `rejected`. */
  dataFolder: string;
  file: string;
  register: Register;
  synthetic?: boolean;
  /** Loads the right rows although others are wrong. */
  skipRejected?: boolean;
  /** The file is the whole register: rows that it lacks are retired. */
  isComplete?: boolean;
};

type RowsRead = StagedRows & {
  rejectedFile: string | null;
  /** Rows that are loaded although they may well be slips of the pen. */
  doubts: RejectedRow[];
};
export type RegisterReport = RowsRead & ChangeReport;
export type RegisterResult = ImportResult<RowsRead>;

async function stageFile(client: pg.PoolClient, options: RegisterImport): Promise<RowsRead> {
  const { register, file, dataFolder, log, isComplete = false } = options;
  await runSqlFile(client, new URL('../batches/prepare-staging.sql', import.meta.url));
  const rows = await runStep(log, `Reading ${basename(file)}`, () =>
    stageRows(client, register, file),
  );
  const { rejected } = rows;
  const rejectedFile =
    rejected.length > 0 ? await writeRejected(join(dataFolder, 'rejected'), file, rejected) : null;
  await runStep(log, `Linking ${register.kind}`, () => register.stage(client, { isComplete }));
  const { rows: doubts } = await client.query<RejectedRow>(
    'select line, reason from staging.row_doubts order by line, reason',
  );
  return { ...rows, rejectedFile, doubts };
}

function chooseMerges({ register, isComplete = false }: RegisterImport): Merge[] {
  return register.merges.map(({ retiresWhenComplete, ...merge }) => {
    if (!isComplete || retiresWhenComplete === undefined) return merge;
    const { retires = 'false' } = merge;
    return { ...merge, retires: `(${retires}) or (${retiresWhenComplete})` };
  });
}

/** Whether the register holds nothing yet: there is nothing that the file could change. */
async function isEmpty(client: pg.PoolClient, { table }: Merge): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from ${table} where retired_at is null and source = 'register' limit 1`,
  );
  return rowCount === 0;
}

async function stage(client: pg.PoolClient, options: RegisterImport): Promise<Staged<RowsRead>> {
  const { skipRejected = false, dryRun = false, isComplete = false, register } = options;
  const rows = await stageFile(client, options);
  // What a wrong row means nobody knows, so a file with one does not say what is gone.
  if (rows.rejected.length > 0 && (isComplete || (!skipRejected && !dryRun)))
    throw refuse(options, rows);
  const own = register.merges.find(({ retiresWhenComplete }) => retiresWhenComplete !== undefined);
  return {
    merges: chooseMerges(options),
    isFirst: own !== undefined && (await isEmpty(client, own)),
    finishReport: async () => rows,
    describe: (report) => describeRegister(register, report),
  };
}

function refuse(
  { file, isComplete = false }: RegisterImport,
  { read, rejected, rejectedFile }: RowsRead,
): ImportError {
  const [first] = rejected;
  return new ImportError(
    `${rejected.length} of ${read} rows of ${basename(file)} are wrong, so nothing was loaded ` +
      `(first: line ${first?.line}: ${first?.reason}). They are in ${rejectedFile}; ` +
      (isComplete
        ? 'mend them: with --complete what they say would be taken for gone. ' +
          'Without it --skip-rejected loads the others.'
        : 'mend them, or add --skip-rejected to load the others.'),
  );
}

const mostDoubts = 20;

/** The outcome in words: rows read, what to look at again, and the changes they make. */
function describeRegister(register: Register, report: RegisterReport): string[] {
  const { read, rejected, rejectedFile, unknownColumns, doubts } = report;
  const lines = [`${read} rows read, ${rejected.length} rejected`];
  for (const { line, reason } of rejected.slice(0, 5)) lines.push(`  line ${line}: ${reason}`);
  if (rejectedFile !== null) lines.push(`  all rejected rows: ${rejectedFile}`);
  if (unknownColumns.length > 0) {
    const what = keepsNotes(register) ? 'Kept as notes only' : 'Not read';
    const names = unknownColumns.map((name) => name || '(no name)').join(', ');
    lines.push(`${what}, no columns of ${register.kind}: ${names}`);
  }
  if (doubts.length > 0) lines.push(`${doubts.length} to look at again:`);
  for (const { line, reason } of doubts.slice(0, mostDoubts))
    lines.push(`  line ${line}: ${reason}`);
  const more = doubts.length - mostDoubts;
  if (more > 0) lines.push(`  … and ${more} more`);
  return [...lines, ...describeChanges(report)];
}

/** Imports one register file. Throws ImportError, with one sentence for the user, when it will not do. */
export async function importRegister(options: RegisterImport): Promise<RegisterResult> {
  const { databaseUrl, register, file, synthetic = false } = options;
  const pool = openPool(databaseUrl, { max: 3, statementSeconds: 0 });
  try {
    return await runImport({
      ...options,
      pool,
      batch: { kind: register.kind, file, synthetic },
      stage: (client) => stage(client, options),
    });
  } finally {
    await pool.end();
  }
}
