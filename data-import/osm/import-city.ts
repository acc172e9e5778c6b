// The import of a city:
//   1. look at the file; take the import lock
//   2. osm2pgsql → schema staging; a broken file ends here
//   3. stage rows beside the live ones (stage-*.sql)
//   4. merge in one transaction; servers hear of it at its commit
//   5. keep the file; rebuild the routing data

import type pg from 'pg';
import { inTransaction, openPool } from '../../sql/pool.ts';
import { finishBatch, startBatch, withImportLock, type Batch } from '../batches/batch.ts';
import { analyzeMerged, hasChanges } from '../batches/merge-rows.ts';
import { runStep, type Log } from '../batches/progress.ts';
import { checkOsmFile } from './check-file.ts';
import { writeCityRow } from './city-row.ts';
import { hasRoutingData, keepOsmFile, rebuildRouting } from './keep-file.ts';
import { mergeCity, retireForeignRegisters } from './merge-city.ts';
import { countTags, describeReport, noteGaps, type CityReport } from './report.ts';
import { stageCity } from './stage-city.ts';

export type CityImport = {
  databaseUrl: string;
  /** FIREPOINT_DATA */
  dataFolder: string;
  file: string;
  synthetic: boolean;
  /** Shown as the city's name; found in the data when not given. */
  name?: string | undefined;
  /** Lets a file of another place replace the loaded city. */
  allowReplace?: boolean;
  dryRun?: boolean;
  osrmBin?: string | undefined;
  log: Log;
};

export type CityImportResult = {
  status: 'applied' | 'unchanged' | 'previewed';
  report: CityReport;
};

// Thrown to leave the transaction of a preview without its changes.
class PreviewEnd extends Error {
  readonly result: CityImportResult;
  constructor(result: CityImportResult) {
    super('preview');
    this.result = result;
  }
}

async function mergeStaged(
  client: pg.PoolClient,
  batch: Batch,
  options: CityImport,
): Promise<CityImportResult> {
  await client.query('set local statement_timeout = 0; set local jit = off');
  const tags = await countTags(client);
  const retiredRegisterRows = await retireForeignRegisters(client);
  const merges = await mergeCity(client, batch.id);
  const isNewCity = await writeCityRow(client, { name: options.name, ...options });
  // The registers of the demo city follow at once.
  const notes = options.synthetic ? [] : await noteGaps(client);
  const report: CityReport = { tags, merges, retiredRegisterRows, notes };
  const isChanged = isNewCity || retiredRegisterRows > 0 || hasChanges(merges);
  if (options.dryRun === true) throw new PreviewEnd({ status: 'previewed', report });
  const status = isChanged ? 'applied' : 'unchanged';
  await finishBatch(client, batch, status, report);
  return { status, report };
}

async function runBatch(
  pool: pg.Pool,
  client: pg.PoolClient,
  options: CityImport,
): Promise<CityImportResult> {
  const { file, synthetic, log, databaseUrl, allowReplace = false } = options;
  const batch = await startBatch(client, { kind: 'city', file, synthetic });
  try {
    await stageCity(client, { databaseUrl, file, synthetic, allowReplace, log });
    return await runStep(log, 'Merging into the register', () =>
      inTransaction(pool, (transaction) => mergeStaged(transaction, batch, options)),
    );
  } catch (error) {
    const isPreview = error instanceof PreviewEnd;
    const why = error instanceof Error ? error.message : String(error);
    await finishBatch(client, batch, isPreview ? 'unchanged' : 'failed', { ended: why });
    if (isPreview) return error.result;
    throw error;
  } finally {
    await client.query('drop schema if exists staging cascade');
  }
}

/**
 * Imports an OSM file as the city, or merges a newer extract of the same one. While it runs the old data is served.
 * Throws ImportError, with one sentence for the user, when the file or the place will not do.
 */
export async function importCity(options: CityImport): Promise<CityImportResult> {
  const { databaseUrl, dataFolder, file, log } = options;
  await checkOsmFile(file);
  const pool = openPool(databaseUrl, { max: 4, statementSeconds: 0 });
  try {
    return await withImportLock(pool, async (client) => {
      const result = await runBatch(pool, client, options);
      for (const line of describeReport(result.report)) log(line);
      if (result.status === 'previewed') return result;
      if (result.status === 'applied') await analyzeMerged(client, result.report.merges);
      const osmFile = await keepOsmFile(dataFolder, file);
      if (result.status === 'applied' || !(await hasRoutingData(pool, dataFolder)))
        await rebuildRouting({ ...options, database: pool, osmFile });
      return result;
    });
  } finally {
    await pool.end();
  }
}
