// Closures and traffic for OSRM. The server writes `osrm/conditions.json` and one file of speeds per
// vehicle class; here a copy of the routing data is customised with them. The data themselves are never
// written: osrm-customize would overwrite them in place.

import { constants, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RoutingData } from './city.ts';
import { runProgram } from './run-program.ts';

export type Conditions = {
  /** Names this set of closures and traffic; another set has another key. */
  key: string;
  /** Names the closures in it. */
  closures: string;
  /** The routing data that the speeds were written for. */
  version: string;
  /** osrm-customize's segment speed file of each class that is affected, relative to `osrm/`. */
  speeds: Record<string, string>;
  /** Why what the server wrote counts as nothing: after a power cut a file may be there without its text. */
  problem?: string;
};

export const noConditions = { key: '', closures: '', version: '', speeds: {} } satisfies Conditions;
const copySuffix = '.now';
/** Far longer than a large city takes on a busy machine. */
const customiseMilliseconds = 120_000;
/** Nothing of a copy is worth waiting for. */
const endMilliseconds = 1_000;
/** A copy must not take the database its last room. */
const leftFreeBytes = 200 * 2 ** 20;

/** What the server last wrote; nothing where it wrote nothing, or wrote it for other routing data. It writes it again. */
export function readConditions(dataFolder: string, version: string): Conditions {
  const file = join(dataFolder, 'osrm', 'conditions.json');
  if (!existsSync(file)) return noConditions;
  try {
    const conditions = JSON.parse(readFileSync(file, 'utf8')) as Conditions | null;
    return conditions?.version === version ? conditions : noConditions;
  } catch (error) {
    return { ...noConditions, problem: `${file} cannot be read: ${String(error)}` };
  }
}

function folderOf(dataFolder: string, version: string): string {
  return join(dataFolder, 'osrm', version + copySuffix);
}

type Tools = { dataFolder: string; osrmBin: string; patienceMilliseconds?: number };

/** The datasets with the closures and the traffic in them; those of classes that are not affected as they are. */
export async function customiseRoads(
  tools: Tools,
  { version, classes }: RoutingData,
  { key, speeds }: Conditions,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const { dataFolder } = tools;
  const paths = { ...classes };
  const affected = Object.entries(speeds).filter(([vehicleClass]) => classes[vehicleClass]);
  const ready = join(folderOf(dataFolder, version), key);
  const making = `${ready}.making`;
  for (const [vehicleClass, speedFile] of affected) {
    const pristine = classes[vehicleClass]!;
    const place = join(vehicleClass, basename(pristine));
    const copy = join(making, place);
    await copyDataset(pristine, dirname(copy));
    const file = join(dataFolder, 'osrm', speedFile);
    await customise(tools, { vehicleClass, file, copy }, signal);
    paths[vehicleClass] = join(ready, place);
  }
  if (affected.length > 0) {
    // A router that starts meanwhile never loads a copy that the closures are not in yet.
    await rm(ready, { recursive: true, force: true });
    await rename(making, ready);
  }
  return paths;
}

async function customise(
  { osrmBin, patienceMilliseconds = customiseMilliseconds }: Tools,
  { vehicleClass, file, copy }: { vehicleClass: string; file: string; copy: string },
  signal: AbortSignal,
): Promise<void> {
  const late = AbortSignal.timeout(patienceMilliseconds);
  const { code, output } = await runProgram(
    join(osrmBin, 'osrm-customize'),
    ['--verbosity', 'WARNING', '--segment-speed-file', file, copy],
    { signal: AbortSignal.any([signal, late]), endMilliseconds },
  ).catch((error: unknown) => {
    if (signal.aborted || !late.aborted) throw error;
    const seconds = patienceMilliseconds / 1_000;
    throw new Error(`osrm-customize was not ready with ${vehicleClass} within ${seconds} s`);
  });
  if (code !== 0)
    throw new Error(`osrm-customize refused the speeds of ${vehicleClass}: ${output.at(-1)}`);
}

async function copyDataset(pristine: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const names = await readdir(dirname(pristine));
  const files = names
    .filter((name) => name.startsWith(`${basename(pristine)}.`))
    .map((name) => join(dirname(pristine), name));
  await checkRoom(files);
  await mkdir(folder, { recursive: true });
  for (const file of files)
    // Shares the blocks where the file system can.
    await copyFile(file, join(folder, basename(file)), constants.COPYFILE_FICLONE);
}

const megabytes = (bytes: number): number => Math.floor(bytes / 2 ** 20);

async function checkRoom(files: string[]): Promise<void> {
  if (!files[0]) return;
  const { bavail, bsize } = await statfs(files[0]);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const wanted = sizes.reduce((sum, size) => sum + size, leftFreeBytes);
  if (bavail * bsize < wanted)
    throw new Error(
      `The disk has ${megabytes(bavail * bsize)} MB free; a copy of the routing data wants ${megabytes(wanted)}.`,
    );
}

/** Drops customised copies but the one in use. */
export async function dropOldCopies(
  dataFolder: string,
  used: { version: string; key: string },
): Promise<void> {
  const folder = join(dataFolder, 'osrm');
  for (const name of await readdir(folder)) {
    if (!name.endsWith(copySuffix)) continue;
    const isUsed = name === used.version + copySuffix && used.key !== '';
    const old = isUsed
      ? (await readdir(join(folder, name))).filter((key) => key !== used.key)
      : ['.'];
    for (const key of old) await rm(join(folder, name, key), { recursive: true, force: true });
  }
}
