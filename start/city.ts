// The city that is served: the demo city when there is none, and the routing data made from it.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCityVersion } from '../sql/city-version.ts';
import { readRouterFactsKey } from '../sql/router-facts.ts';
import { bridgeDatabaseGap, isAboutAbsence } from './database-gap.ts';
import { root } from './folders.ts';
import { runProgram, type ProgramResult } from './run-program.ts';
import { SetUpError } from './set-up-error.ts';
import { withPool, type Product } from './set-up.ts';
import type { Step } from './step.ts';

/** The importer, whose commands fill the database and the data folder. */
export const importer = join(root, 'data-import', 'cli.ts');

/** Runs a command of the importer, again where it lost the database. */
function runImporter(
  command: 'demo' | 'osrm',
  { environment: env }: Product,
  { step, signal }: { step?: Step; signal: AbortSignal },
): Promise<ProgramResult> {
  return bridgeDatabaseGap(async () => {
    const options = { env, signal, onLine: step?.detail };
    const result = await runProgram(process.execPath, [importer, command], options);
    const lastWords = result.output.findLast((line) => line.trim()) ?? '';
    if (result.code !== 0 && isAboutAbsence(lastWords)) throw new Error(lastWords);
    return result;
  }, signal);
}

/** Nothing was ever imported, or the demo city was killed between its map and its registers. */
async function lacksCity(databaseUrl: string): Promise<boolean> {
  return withPool(databaseUrl, async (pool) => {
    const found = await pool.query(`
      select from cities where not synthetic
        or (exists (select from units) and exists (select from water_points))`);
    return found.rowCount === 0;
  });
}

/** Makes and imports the demo city where there is none. */
export async function ensureCity(product: Product, step: Step, signal: AbortSignal): Promise<void> {
  step.say('there is one already');
  if (!(await bridgeDatabaseGap(() => lacksCity(product.databaseUrl), signal))) return;
  step.say('making the demo city, all of it synthetic');
  const { code, output } = await runImporter('demo', product, { step, signal });
  if (code !== 0)
    throw new SetUpError(`The demo city could not be made:\n${output.slice(-15).join('\n')}`);
  step.say('demo city made, all of it synthetic');
}

export type RoutingData = {
  version: string;
  cityVersion: string;
  /** Absent in data from before it was written down. */
  factsKey?: string;
  classes: Record<string, string>;
};

/** What `osrm/current.json` names, with full paths; undefined when it is not there yet or not whole, also after a power cut. */
export function readRoutingData(dataFolder: string): RoutingData | undefined {
  const file = join(dataFolder, 'osrm', 'current.json');
  if (!existsSync(file)) return undefined;
  const current = parseList(readFileSync(file, 'utf8'));
  if (!current) return undefined;
  const paths = Object.entries(current.classes).map(
    ([vehicleClass, path]) => [vehicleClass, join(dirname(file), path)] as const,
  );
  if (!paths.every(([, path]) => existsSync(`${path}.mldgr`))) return undefined;
  return { ...current, classes: Object.fromEntries(paths) };
}

function parseList(text: string): RoutingData | null {
  try {
    return JSON.parse(text) as RoutingData | null;
  } catch {
    return null;
  }
}

/** Made of the city, the classes and the barrier kinds in force; an import that was killed at its end leaves older routing data. */
async function isRoutingCurrent({ dataFolder, databaseUrl }: Product): Promise<boolean> {
  const found = readRoutingData(dataFolder);
  if (!found) return false;
  return withPool(
    databaseUrl,
    async (pool) =>
      found.cityVersion === (await readCityVersion(pool)) &&
      found.factsKey === (await readRouterFactsKey(pool)),
  );
}

/** Rebuilds the routing data when it is missing or old; without it the server routes on its own graph. */
export async function ensureRoutingData(
  product: Product,
  step: Step,
  signal: AbortSignal,
): Promise<void> {
  step.say('there already');
  if (!product.osrmBin) {
    step.say(process.env['OSRM_URLS'] ? 'kept by the routers of OSRM_URLS' : 'none without OSRM');
    return;
  }
  if (await bridgeDatabaseGap(() => isRoutingCurrent(product), signal)) return;
  step.say('building, for each vehicle class');
  const why = await buildRoutingData(product, { step, signal });
  step.say(
    why === null ? 'built for each vehicle class' : `not built, so routing is degraded — ${why}`,
  );
}

/** null where it did its work, else its last words, also where the database did not come back for it. */
export async function buildRoutingData(
  product: Product,
  telling: { step?: Step; signal: AbortSignal },
): Promise<string | null> {
  try {
    const { code, output } = await runImporter('osrm', product, telling);
    return code === 0 ? null : (output.findLast((line) => line.trim()) ?? '');
  } catch (error) {
    if (error instanceof SetUpError) return error.message;
    throw error;
  }
}
