// The files by which OSRM's supervisor hears of closures and traffic, in `$FIREPOINT_DATA/osrm`: speeds
// per class, named by their content, and conditions.json, which names them. Several servers may write
// them: each writes what it knows, and none writes over what another read later from the same database.

import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';

export type RoutingConditions = {
  /** Names this set; '' for none. */
  key: string;
  /** Names the closures in it; '' for none. Only those must be obeyed. */
  closures: string;
  /** The classes that they close a road to. */
  closedClasses: string[];
  /** The routing data that it is written for. */
  version: string;
  /** Speed file of each class that is affected, relative to `osrm/`. */
  speeds: Record<string, string>;
  /** When they were read from the database, by its clock. */
  closuresAt: string;
  trafficAt: string;
  /** When this file was written, by the machine's. */
  writtenAt: string;
};

export type ConditionTexts = {
  /** By class: closures alone, and everything. */
  closed: Record<string, string>;
  all: Record<string, string>;
  closuresAt: Date;
  trafficAt: Date;
};

/** `waitMillis`: what is wanted differs by traffic alone, and is to be written so much later. */
export type Written = { wanted: RoutingConditions; waitMillis: number };

const folderName = 'conditions';
const keptMillis = 60 * 60 * 1000;

/** undefined where there are no routing data. */
export async function writeRoutingConditions(
  dataFolder: string,
  texts: ConditionTexts,
  trafficEveryMillis: number,
  log: Logger,
): Promise<Written | undefined> {
  const osrm = join(dataFolder, 'osrm');
  const current = await readJson<{ version: string }>(join(osrm, 'current.json'));
  if (!current) return undefined;
  const wanted = nameConditions(texts, current.version);
  const file = join(osrm, 'conditions.json');
  const before = await readConditions(file, log);
  const waitMillis =
    before?.version === wanted.version ? delay(before, wanted, trafficEveryMillis) : 0;
  if (waitMillis === null) return { wanted, waitMillis: 0 };
  if (waitMillis > 0) return { wanted, waitMillis };
  for (const [vehicleClass, path] of Object.entries(wanted.speeds))
    await writeWhole(join(osrm, path), texts.all[vehicleClass]!);
  await writeWhole(file, `${JSON.stringify(wanted, null, 2)}\n`);
  await dropOldFiles(join(osrm, folderName), Object.values(wanted.speeds));
  return { wanted, waitMillis: 0 };
}

function nameConditions(
  { closed, all, closuresAt, trafficAt }: ConditionTexts,
  version: string,
): RoutingConditions {
  const speeds = Object.fromEntries(
    filled(all).map(([vehicleClass, text]) => [vehicleClass, `${folderName}/${hash(text)}.csv`]),
  );
  return {
    key: Object.keys(speeds).length === 0 ? '' : hash(JSON.stringify(speeds)),
    closures: filled(closed).length === 0 ? '' : hash(JSON.stringify(filled(closed))),
    closedClasses: filled(closed).map(([vehicleClass]) => vehicleClass),
    version,
    speeds,
    closuresAt: closuresAt.toISOString(),
    trafficAt: trafficAt.toISOString(),
    writtenAt: new Date().toISOString(),
  };
}

function filled(texts: Record<string, string>): [string, string][] {
  return Object.entries(texts).filter(([, text]) => text !== '');
}

/** Milliseconds until what is there may be replaced; null where it says the same, or what is newer. */
function delay(
  before: RoutingConditions,
  wanted: RoutingConditions,
  everyMillis: number,
): number | null {
  if (before.closures !== wanted.closures)
    return isNewer(before.closuresAt, wanted.closuresAt) ? null : 0;
  if (before.key === wanted.key || isNewer(before.trafficAt, wanted.trafficAt)) return null;
  const age = Date.now() - Date.parse(before.writtenAt);
  // A clock that was set back must not hold it up for ever.
  return age < 0 ? 0 : Math.max(0, everyMillis - age);
}

/** Not what is of a time to come: then the clock was set back, which must not hold up what is known now. */
function isNewer(at: string, than: string): boolean {
  return at > than && Date.parse(at) <= Date.now();
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

/** One that cannot be read is written anew, like one that is not there. */
async function readConditions(file: string, log: Logger): Promise<RoutingConditions | undefined> {
  try {
    return await readJson<RoutingConditions>(file);
  } catch (error) {
    log.warn({ err: error }, 'what OSRM was told last cannot be read');
    return undefined;
  }
}

let written = 0;

/** Readers see the whole text or the one before, also after a power cut. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const temporary = `${file}.${process.pid}.${++written}`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(text);
    // Else the name may reach the disk before the text.
    await handle.sync();
  } finally {
    await handle.close();
  }
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
