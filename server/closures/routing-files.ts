// The files by which OSRM's supervisor hears of closures, in `$FIREPOINT_DATA/osrm`: speeds per class,
// named by their content, and closures.json, which names them. Several servers may write them: each
// writes what it knows, and none writes over what another read later from the same database.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type RoutingClosures = {
  /** Names this set; '' for none. */
  key: string;
  /** The routing data that it is written for. */
  version: string;
  /** Speed file of each class that is affected, relative to `osrm/`. */
  speeds: Record<string, string>;
  /** When it was read from the database, by its clock. */
  at: string;
};

const folderName = 'closures';
const keptMillis = 60 * 60 * 1000;

/** `texts` by class. undefined where there are no routing data. */
export async function writeRoutingClosures(
  dataFolder: string,
  { texts, at }: { texts: Record<string, string>; at: Date },
): Promise<RoutingClosures | undefined> {
  const osrm = join(dataFolder, 'osrm');
  const current = await readJson<{ version: string }>(join(osrm, 'current.json'));
  if (!current) return undefined;
  const affected = Object.entries(texts).filter(([, text]) => text !== '');
  const speeds: Record<string, string> = {};
  for (const [vehicleClass, text] of affected) {
    speeds[vehicleClass] = `${folderName}/${hash(text)}.csv`;
    await writeWhole(join(osrm, speeds[vehicleClass]), text);
  }
  const key = affected.length === 0 ? '' : hash(JSON.stringify(speeds));
  const wanted = { key, version: current.version, speeds, at: at.toISOString() };
  const file = join(osrm, 'closures.json');
  const before = await readJson<RoutingClosures>(file);
  const isNewer = !before || before.version !== wanted.version || before.at <= wanted.at;
  const isSame = before?.version === wanted.version && before.key === key;
  if (isNewer && !isSame) {
    await writeWhole(file, `${JSON.stringify(wanted, null, 2)}\n`);
    await dropOldFiles(join(osrm, folderName), Object.values(speeds));
  }
  return wanted;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}

let written = 0;

/** Readers see the whole text or the one before. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const temporary = `${file}.${process.pid}.${++written}`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}

async function dropOldFiles(folder: string, used: string[]): Promise<void> {
  if (used.length === 0) return;
  const names = used.map((path) => path.slice(folderName.length + 1));
  for (const name of await readdir(folder)) {
    if (names.includes(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > keptMillis) await rm(join(folder, name), { force: true });
  }
}
