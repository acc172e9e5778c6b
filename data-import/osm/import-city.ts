// The import of a city:
//   1. look at the file; take the import lock
//   2. osm2pgsql → schema staging; a broken file ends here
//   3. stage rows beside the live ones (stage-*.sql), compare, report
//   4. keep the file; merge in one transaction; servers hear of it at its commit
//   5. rebuild the routing data

import type pg from 'pg';
import { openPool } from '../../sql/pool.ts';
import { describeChanges } from '../batches/describe-changes.ts';
import {
  runImport,
  type ImportMode,
  type ImportResult,
  type Staged,
} from '../batches/run-import.ts';
import { checkOsmFile } from './check-file.ts';
import { cityMerges } from './city-merges.ts';
import { stageCityRow, writeCityRow } from './city-row.ts';
import { hasCityFile, keepOsmFile, pruneOsmFiles } from './keep-file.ts';
import { hasRoutingData, rebuildRouting } from './rebuild-routing.ts';
import { countTags, describeTags, noteGaps, type TagCount } from './report.ts';
import { stageCity } from './stage-city.ts';

export type CityImport = ImportMode & {
  databaseUrl: string;
  /** FIREPOINT_DATA */
  dataFolder: string;
  file: string;
  synthetic: boolean;
  /** Shown as the city's name; found in the data when not given. */
  name?: string | undefined;
  /** Lets a file of another place replace the loaded city. */
  allowReplace?: boolean;
  osrmBin?: string | undefined;
};

type CityExtra = { tags: TagCount[]; notes: string[] };
export type CityImportResult = ImportResult<CityExtra>;

async function stage(client: pg.PoolClient, options: CityImport): Promise<Staged<CityExtra>> {
  const { file, synthetic, allowReplace = false } = options;
  const { rowCount: cities } = await client.query('select from cities');
  const place = await stageCity(client, { ...options, allowReplace });
  const row = await stageCityRow(client, { name: options.name, file, synthetic });
  // A data folder that lost the city's file gets it back by importing the city again.
  const isChanged = row.isChanged || !(await hasCityFile(client, options.dataFolder));
  return {
    merges: cityMerges,
    isFirst: cities === 0,
    isReplaced: place.replace,
    isChanged,
    finishReport: async () => ({
      tags: await countTags(client),
      // The registers of the demo city follow at once.
      notes: synthetic ? [] : await noteGaps(client),
    }),
    describe: (report) => [
      ...describeTags(report.tags),
      ...describeChanges(report),
      ...report.notes,
    ],
    afterApply: (transaction, batch) => writeCityRow(transaction, batch.id),
  };
}

/**
 * Imports an OSM file as the city, or merges a newer extract of the same one. While it runs the old data is served.
 * Throws ImportError, with one sentence for the user, when the file or the place will not do.
 */
export async function importCity(options: CityImport): Promise<CityImportResult> {
  const { databaseUrl, dataFolder, file, synthetic } = options;
  await checkOsmFile(file);
  const pool = openPool(databaseUrl, { max: 4, statementSeconds: 0 });
  try {
    return await runImport({
      ...options,
      pool,
      batch: { kind: 'city', file, synthetic },
      stage: async (client, { fileSha256: sha256 }) => ({
        ...(await stage(client, options)),
        prepare: () => keepOsmFile(dataFolder, { file, sha256 }),
      }),
      afterwards: async (status) => {
        if (status === 'previewed' || status === 'declined') return;
        await pruneOsmFiles(pool, dataFolder);
        if (status === 'applied' || !(await hasRoutingData(pool, dataFolder)))
          await rebuildRouting({ ...options, database: pool });
      },
    });
  } finally {
    await pool.end();
  }
}
