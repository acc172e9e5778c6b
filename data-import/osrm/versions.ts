// The folder of routing datasets: one folder per version, `current.json` names the one in force.

import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type CurrentOsrm = {
  version: string;
  /** Of which city map it was made (`readCityVersion`): tells data that an import left behind. */
  cityVersion: string;
  /** Of which measures of classes and kinds of barriers (`readRouterFactsKey`). */
  factsKey: string;
  /** Dataset of each class, relative to the folder `osrm` of the data folder. */
  classes: Record<string, string>;
};

const kept = 2;
const unfinished = '.unfinished';
const versionName = /^\d{8}T\d{9}Z$/;
const abandonedAfterMillis = 60 * 60 * 1000;

export function osrmFolder(dataFolder: string): string {
  return join(dataFolder, 'osrm');
}

/** Undefined also where a power cut left no whole text: then they are built anew. */
export async function readCurrent(dataFolder: string): Promise<CurrentOsrm | undefined> {
  try {
    const text = await readFile(join(osrmFolder(dataFolder), 'current.json'), 'utf8');
    return (JSON.parse(text) as CurrentOsrm | null) ?? undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined;
    throw new Error('The list of routing data (current.json) cannot be read', { cause: error });
  }
}

/** Whether the datasets that it names are there. */
export function isWhole(dataFolder: string, { classes }: CurrentOsrm): boolean {
  return Object.values(classes).every((path) =>
    existsSync(join(osrmFolder(dataFolder), `${path}.mldgr`)),
  );
}

/** A new version and the folder to build it in; names sort by time, also where the clock was set back meanwhile. */
export async function startVersion(
  dataFolder: string,
): Promise<{ version: string; folder: string }> {
  const parent = osrmFolder(dataFolder);
  await mkdir(parent, { recursive: true });
  const last = (await listFinished(parent)).at(-1);
  const after = last === undefined ? 0 : timeOf(last) + 1;
  const version = nameOf(Math.max(Date.now(), after));
  const folder = join(parent, version + unfinished);
  await mkdir(folder, { recursive: true });
  return { version, folder };
}

function nameOf(millis: number): string {
  return new Date(millis).toISOString().replaceAll(/[-:.]/g, '');
}

function timeOf(version: string): number {
  return Date.parse(version.replace(/^(....)(..)(..T..)(..)(..)(...)Z$/, '$1-$2-$3:$4:$5.$6Z'));
}

/** The oldest first. */
async function listFinished(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => versionName.test(name)).toSorted();
}

/** Puts a built version in force: watchers of `current.json` see the old or the new one, never half. */
export async function publishVersion(dataFolder: string, current: CurrentOsrm): Promise<void> {
  const folder = osrmFolder(dataFolder);
  const built = join(folder, current.version + unfinished);
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await writeThrough(join(entry.parentPath, entry.name));
  await rename(built, join(folder, current.version));
  const temporary = join(folder, `current.json.${current.version}`);
  await writeFile(temporary, `${JSON.stringify(current, null, 2)}\n`);
  await writeThrough(temporary);
  await rename(temporary, join(folder, 'current.json'));
}

/** Else a name may reach the disk before what is in its file, and outlive it at a power cut. */
async function writeThrough(file: string): Promise<void> {
  const handle = await open(file);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Keeps the newest versions and the one in force, and drops the rest and what a killed build left. */
export async function pruneVersions(dataFolder: string): Promise<void> {
  const folder = osrmFolder(dataFolder);
  const inForce = (await readCurrent(dataFolder))?.version;
  const finished = await listFinished(folder);
  const old = finished.slice(0, -kept).filter((name) => name !== inForce);
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith(unfinished))) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > abandonedAfterMillis) old.push(name);
  }
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true });
}
