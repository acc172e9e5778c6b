import type pg from 'pg';
import { readCityVersion } from '../../sql/city-version.ts';
import type { Database } from '../../sql/pool.ts';
import { readRouterFactsKey } from '../../sql/router-facts.ts';
import { ImportError } from '../batches/import-error.ts';
import { runStep, type Log } from '../batches/progress.ts';
import { buildOsrmData } from '../osrm/build.ts';
import { isWhole, readCurrent } from '../osrm/versions.ts';
import { findCityFile } from './keep-file.ts';

/** Whether the routing data are there and those of the city, classes and barrier kinds in force; an import killed at its end leaves older ones. */
export async function hasRoutingData(database: Database, dataFolder: string): Promise<boolean> {
  const current = await readCurrent(dataFolder);
  if (!current || !isWhole(dataFolder, current)) return false;
  return (
    current.cityVersion === (await readCityVersion(database)) &&
    current.factsKey === (await readRouterFactsKey(database))
  );
}

/** Rebuilds the routing data; the city itself is already in force when this fails, and the error says so. */
export async function rebuildRouting(build: {
  database: pg.Pool;
  dataFolder: string;
  osrmBin?: string | undefined;
  log: Log;
}): Promise<void> {
  const { database, dataFolder, osrmBin, log } = build;
  const osmFile = await findCityFile(database, dataFolder);
  try {
    await runStep(log, 'Building routing data', () =>
      buildOsrmData({ database, osmFile, dataFolder, osrmBin, log }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(
      `The city is imported, but its routing data could not be built (${reason}). Try \`npm run import -- osrm\`.`,
      { cause },
    );
  }
}
