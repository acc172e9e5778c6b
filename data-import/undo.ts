// npm run import -- undo: takes the last batch back. It is a batch itself, so it can be undone in its turn.

import { openPool } from '../sql/pool.ts';
import { describeChanges } from './batches/describe-changes.ts';
import { ImportError } from './batches/import-error.ts';
import { runImport, type ImportMode, type ImportResult } from './batches/run-import.ts';
import { runSqlFile } from './batches/sql-file.ts';
import { applyCorrectionsToLive } from './corrections/settle-corrections.ts';
import { restoreCityRow, stageUndo } from './batches/stage-undo.ts';
import { chooseUndo, type UndoChoice } from './batches/undo-choice.ts';
import { findKeptFile, keptFolder, pruneOsmFiles } from './osm/keep-file.ts';
import { rebuildRouting } from './osm/rebuild-routing.ts';

export type Undo = ImportMode & {
  databaseUrl: string;
  /** FIREPOINT_DATA */
  dataFolder: string;
  /** The batch to undo; the last one when not given. */
  batchId?: number | undefined;
  osrmBin?: string | undefined;
};

async function requireFile({ formerCity }: UndoChoice, dataFolder: string): Promise<void> {
  if (formerCity === undefined) return;
  if ((await findKeptFile(dataFolder, formerCity.file_sha256)) !== undefined) return;
  throw new ImportError(
    `${formerCity.file_name}, the file of the city before, is no longer in ${keptFolder(dataFolder)}, so it cannot be brought back.`,
  );
}

/** Undoes a batch. Throws ImportError, with one sentence for the user, when it cannot be undone. */
export async function undoBatch(options: Undo): Promise<ImportResult<object>> {
  const { databaseUrl, dataFolder, batchId, log } = options;
  const pool = openPool(databaseUrl, { max: 4, statementSeconds: 0 });
  try {
    const choice = await chooseUndo(pool, batchId);
    await requireFile(choice, dataFolder);
    const { batch, formerCity } = choice;
    const source = formerCity ?? batch;
    return await runImport({
      ...options,
      pool,
      batch: {
        kind: batch.kind,
        file: { name: source.file_name, sha256: source.file_sha256 },
        synthetic: source.synthetic,
        undoes: batch.id,
      },
      stage: async (client) => {
        // Under the lock nothing can come between any more.
        await chooseUndo(client, batch.id);
        await runSqlFile(client, new URL('batches/prepare-staging.sql', import.meta.url));
        return {
          merges: await stageUndo(client, batch.id),
          isFirst: false,
          isReplaced: batch.is_replaced ?? false,
          isChanged: formerCity !== undefined,
          finishReport: async () => ({}),
          describe: (report) => [
            `Undoing batch ${batch.id}: ${batch.kind}, ${batch.file_name}, applied ${batch.finished_at.toISOString()}`,
            ...describeChanges(report),
          ],
          afterApply: async (transaction, own) => {
            if (formerCity !== undefined) await restoreCityRow(transaction, own.id, batch.id);
            await applyCorrectionsToLive(transaction, batch.id);
          },
        };
      },
      afterwards: async (status) => {
        if (status !== 'applied' || formerCity === undefined) return;
        await pruneOsmFiles(pool, dataFolder);
        await rebuildRouting({ database: pool, dataFolder, osrmBin: options.osrmBin, log });
      },
    });
  } finally {
    await pool.end();
  }
}
