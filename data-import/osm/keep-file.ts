import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { readCityVersion } from '../../sql/city-version.ts';
import type { Database } from '../../sql/pool.ts';
import { ImportError } from '../batches/import-error.ts';
import { runStep, type Log } from '../batches/progress.ts';
import { buildOsrmData } from '../osrm/build.ts';
import { readCurrent } from '../osrm/versions.ts';
import { osmExtension } from './check-file.ts';

const keptName = /^current\.(osm|osm\.gz|osm\.pbf)$/;

function keptFolder(dataFolder: string): string {
  return join(dataFolder, 'osm');
}

/** Copies the imported file to `$FIREPOINT_DATA/osm/current.…`, whole or not at all; returns where it is. */
export async function keepOsmFile(dataFolder: string, file: string): Promise<string> {
  const folder = keptFolder(dataFolder);
  const extension = (osmExtension.exec(basename(file))?.[1] ?? 'osm.pbf').toLowerCase();
  const name = `current.${extension === 'pbf' ? 'osm.pbf' : extension}`;
  const kept = join(folder, name);
  if (file === kept) return kept;
  await mkdir(folder, { recursive: true });
  const partial = join(folder, `.${process.pid}.partial`);
  await copyFile(file, partial);
  await rename(partial, kept);
  for (const other of await readdir(folder))
    if (keptName.test(other) && other !== name) await rm(join(folder, other));
  return kept;
}

/** The OSM file of the loaded city; undefined when none was imported. */
export async function findKeptOsmFile(dataFolder: string): Promise<string | undefined> {
  const folder = keptFolder(dataFolder);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const name = names.find((candidate) => keptName.test(candidate));
  return name === undefined ? undefined : join(folder, name);
}

/** Whether the routing data are those of the city in force; an import killed at its end leaves older ones. */
export async function hasRoutingData(database: Database, dataFolder: string): Promise<boolean> {
  const current = await readCurrent(dataFolder);
  return current?.cityVersion === (await readCityVersion(database));
}

/** Rebuilds the routing data; the city itself is already in force when this fails, and the error says so. */
export async function rebuildRouting(build: {
  database: pg.Pool;
  osmFile: string;
  dataFolder: string;
  osrmBin?: string | undefined;
  log: Log;
}): Promise<void> {
  const { database, osmFile, dataFolder, osrmBin, log } = build;
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
