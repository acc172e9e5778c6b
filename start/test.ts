// npm test: a database, OSRM and Chromium in a place of their own, then everything that can fail.
// 1. the checks of `npm run check`
// 2. unit and API tests against real PostGIS and OSRM; beside them, since they mostly wait, the
//    tests that start the product, hurt it and end it
// 3. journeys, which use the product in Chromium
// With arguments only the tests whose file names contain them: npm test -- geo/

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { chooseDataFolder, makeFolder, root } from './folders.ts';
import { runCommand, type Lifetime } from './lifetime.ts';
import { placeInMemory } from './memory-folder.ts';
import { findPostmaster, killCluster } from './postmaster.ts';
import { runVisibly } from './run-program.ts';
import { setUp, type Product } from './set-up.ts';
import { lockStart } from './start-lock.ts';
import { runStep } from './step.ts';
import { addTallies, formatTally, readTally, type Tally } from './test-report.ts';
import { ensureWebBuild } from './web-build.ts';

const filters = process.argv.slice(2);

/** Many databases of small files, for one run: on a disk they cost a sixth of its time. */
const databasesBytes = 3 * 2 ** 30;
/** Tenths of a second in which PostgreSQL ends by itself. */
const mostTries = 100;

/** The last databases were not durable, and may hold what a killed run left: begin with new ones, and new copies. */
async function takeTestFolder(life: Lifetime): Promise<void> {
  const folder = makeFolder(join(chooseDataFolder(), 'test'));
  await lockStart(folder, life);
  const clusterOf = (part: string): string => join(folder, part, 'postgres');
  for (const cluster of ['lifecycle/product', 'journeys/product'].map(clusterOf))
    if (!findPostmaster(cluster)) rmSync(cluster, { recursive: true, force: true });
  rmSync(join(folder, 'imported'), { recursive: true, force: true });
  const own = clusterOf('.');
  // We have the lock: whoever runs it lost its command, and is ending.
  for (let tries = 0; findPostmaster(own) && tries < mostTries; tries++) await life.pause(100);
  const left = findPostmaster(own);
  if (left) killCluster(left.pid);
  placeInMemory(own, { bytes: databasesBytes, life });
}

async function runVitest(
  project: string,
  product: Product,
  { life, folder = product.dataFolder }: { life: Lifetime; folder?: string },
): Promise<Tally> {
  console.log(`\n— ${project} tests (vitest)`);
  const report = join(makeFolder(join(product.dataFolder, 'reports')), `${project}.json`);
  rmSync(report, { force: true });
  const code = await runVisibly(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    {
      cwd: root,
      env: { ...product.environment, FIREPOINT_DATA: folder, NODE_ENV: 'test' },
      signal: life.signal,
    },
  );
  return readTally(report, code);
}

async function test(life: Lifetime): Promise<number> {
  await takeTestFolder(life);
  const product = await setUp(life, { forTests: true, restartsDatabase: true });
  const tallies: Tally[] = [];
  if (filters.length === 0) {
    const { passed, failed } = await runChecks(life.signal);
    tallies.push({ passed, skipped: 0, failures: failed.map((name) => `check: ${name}`) });
  }
  await runStep('Web page', (step) => ensureWebBuild(step, life.signal));
  // A product has a database of its own.
  const inOwnFolder = (project: string) =>
    runVitest(project, product, { life, folder: makeFolder(join(product.dataFolder, project)) });
  tallies.push(
    ...(await Promise.all([runVitest('unit', product, { life }), inOwnFolder('lifecycle')])),
    await inOwnFolder('journeys'),
  );
  life.signal.throwIfAborted();
  await life.stopAll();
  const total = addTallies(tallies);
  console.log(`\n${formatTally(total)}`);
  return total.failures.length > 0 ? 1 : 0;
}

await runCommand(test);
