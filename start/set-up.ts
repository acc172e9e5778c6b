// The set-up that every command shares: programs, database, tables. What is there is left alone.

import { join } from 'node:path';
import { migrate } from '../sql/migrate.ts';
import { openPool } from '../sql/pool.ts';
import { ensurePackages } from './debian-packages.ts';
import { bridgeDatabaseGap } from './database-gap.ts';
import { chooseDataFolder, makeFolder } from './folders.ts';
import type { Lifetime } from './lifetime.ts';
import { ensureOsrm } from './osrm-programs.ts';
import { openCluster, type ClusterUse } from './postgres-cluster.ts';
import { SetUpError } from './set-up-error.ts';
import { runStep, type Step } from './step.ts';

export type Product = {
  dataFolder: string;
  databaseUrl: string;
  osrmBin: string | undefined;
  /** What every process of the product gets. */
  environment: NodeJS.ProcessEnv;
};

/** Runs `work` with a pool to the database, and closes it. */
export async function withPool<T>(
  databaseUrl: string,
  work: (pool: ReturnType<typeof openPool>) => Promise<T>,
): Promise<T> {
  const pool = openPool(databaseUrl, { max: 2, statementSeconds: 0 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** @param signal where the database comes back by itself: until when to wait for it. */
async function migrateDatabase(
  databaseUrl: string,
  step: Step,
  signal?: AbortSignal,
): Promise<void> {
  step.say('bringing them up to date');
  const bringUp = () => withPool(databaseUrl, migrate);
  try {
    const applied = await (signal ? bridgeDatabaseGap(bringUp, signal) : bringUp());
    step.say(applied.length > 0 ? `${applied.length} files applied` : 'up to date');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new SetUpError(`The database cannot be used: ${said}`, { cause: error });
  }
}

async function openDatabase(
  dataFolder: string,
  { quiet, ...use }: ClusterUse & { life: Lifetime; quiet: boolean },
): Promise<Record<string, string>> {
  return runStep(
    'PostgreSQL',
    async (step) => {
      const given = process.env['DATABASE_URL'];
      if (given) {
        step.say('the one of DATABASE_URL');
        return { DATABASE_URL: given };
      }
      step.say('starting the private cluster');
      const cluster = await openCluster(dataFolder, use);
      const where = `${join(dataFolder, 'postgres')}, 127.0.0.1:${cluster.port}`;
      step.say(`private cluster ${cluster.shared ? 'already running' : 'running'} (${where})`);
      return cluster.environment;
    },
    { quiet },
  );
}

/**
 * Programs, database and tables; the returned environment is what every child process needs.
 * @param options.restartsDatabase true for what runs on, as the product does: it brings back a database
 *   that ends. A command that works once ends with it, and must not own it beside a product.
 */
export async function setUp(
  life: Lifetime,
  { forTests = false, withOsrm = true, quiet = false, restartsDatabase = false } = {},
): Promise<Product> {
  const ownFolder = chooseDataFolder();
  const dataFolder = makeFolder(forTests ? join(ownFolder, 'test') : ownFolder);
  const { signal } = life;
  const needs = { postgres: !process.env['DATABASE_URL'], forTests };
  await runStep('Debian packages', (step) => ensurePackages(needs, step, signal), { quiet });
  const needsOsrm = withOsrm && (forTests || !process.env['OSRM_URLS']);
  const osrmBin = needsOsrm
    ? await runStep('OSRM', (step) => ensureOsrm(join(ownFolder, 'tools'), step, signal), { quiet })
    : undefined;
  const use = { durable: !forTests, restarts: restartsDatabase };
  const database = await openDatabase(dataFolder, { ...use, life, quiet });
  const databaseUrl = database['DATABASE_URL'] ?? '';
  Object.assign(process.env, database);
  const waiting = restartsDatabase && needs.postgres ? signal : undefined;
  if (!forTests)
    await runStep('Tables', (step) => migrateDatabase(databaseUrl, step, waiting), { quiet });
  return {
    dataFolder,
    databaseUrl,
    osrmBin,
    environment: {
      ...process.env,
      FIREPOINT_DATA: dataFolder,
      ...(osrmBin ? { OSRM_BIN: osrmBin } : {}),
    },
  };
}
