// Debian packages that are needed and not there. What counts is what lies on the disk, not what
// dpkg lists: a machine may have PostgreSQL without PostGIS, or a program of another origin.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { findExecutable } from '../processes/executables.ts';
import { findPostgres, listDebianVersions } from './postgres-programs.ts';
import { runProgram } from './run-program.ts';
import { SetUpError } from './set-up-error.ts';
import type { Step } from './step.ts';

export type Needs = { postgres: boolean; forTests: boolean };

// Read by Debian's postgresql-common: otherwise its package makes and starts a cluster of its own.
const noMainCluster = '/etc/postgresql-common/createcluster.d/firepoint.conf';

/** The Debian packages to install; empty when all is there. */
export function listMissingPackages(
  { postgres, forTests }: Needs,
  {
    find = findExecutable,
    hasPostgis = () => findPostgres() !== undefined,
    versions = listDebianVersions,
  } = {},
): string[] {
  const missing: string[] = [];
  if (postgres && !hasPostgis()) {
    const newest = versions()[0];
    if (newest) missing.push(`postgresql-${newest.version}-postgis-3`);
    else missing.push('postgresql', 'postgresql-postgis');
  }
  if (!find('osm2pgsql')) missing.push('osm2pgsql');
  if (forTests && !find('osmium')) missing.push('osmium-tool');
  if (forTests && !find('chromium')) missing.push('chromium');
  // Sets the clock of a product under test.
  if (forTests && !find('faketime')) missing.push('faketime');
  return missing;
}

/** What to tell whoever must install the packages by hand. */
export function explainByHand(packages: readonly string[], why: string): string {
  return [
    `These Debian packages are missing, and cannot be installed from here (${why}). Run this once:`,
    '',
    `  sudo apt-get update && sudo apt-get install --yes ${packages.join(' ')}`,
    '',
    'PostgreSQL (15 or newer, with PostGIS) and OSRM can also run elsewhere: DATABASE_URL replaces the',
    'managed database, and OSRM_URLS, as {"large":"http://…","small":"http://…","motorbike":"http://…"},',
    'one per vehicle class, the managed routers.',
  ].join('\n');
}

/** The words to put before a command that needs root; undefined when we cannot be root. */
function findRootPrefix(packages: readonly string[]): string[] {
  if (process.getuid?.() === 0) return [];
  if (!findExecutable('sudo')) throw new SetUpError(explainByHand(packages, 'not root, no sudo'));
  if (spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0) return ['sudo', '-n'];
  // At a terminal sudo may ask for the password itself, once.
  if (process.stdin.isTTY) {
    console.log(`sudo asks for your password, to install ${packages.join(' ')}:`);
    if (spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status === 0) return ['sudo', '-n'];
  }
  throw new SetUpError(explainByHand(packages, 'not root, and sudo refuses'));
}

/** Keeps Debian from making a cluster of its own while PostgreSQL is installed; undone by `after`. */
async function preventMainCluster(prefix: readonly string[]): Promise<() => Promise<void>> {
  if (existsSync(noMainCluster)) return async () => undefined;
  const text = 'create_main_cluster = false\n';
  if (prefix.length === 0) {
    mkdirSync(dirname(noMainCluster), { recursive: true });
    writeFileSync(noMainCluster, text);
    return async () => rmSync(noMainCluster);
  }
  const script = `mkdir -p ${dirname(noMainCluster)} && printf 'create_main_cluster = false\\n' > ${noMainCluster}`;
  await runProgram('sudo', ['-n', 'sh', '-c', script]);
  return async () => {
    await runProgram('sudo', ['-n', 'rm', '-f', noMainCluster]);
  };
}

/** Installs what is missing. Throws a SetUpError with the one command to run where it cannot. */
export async function ensurePackages(needs: Needs, step: Step, signal: AbortSignal): Promise<void> {
  step.say('all there');
  const missing = listMissingPackages(needs);
  if (missing.length === 0) return;
  step.say(`missing ${missing.join(' ')}`);
  if (!findExecutable('apt-get')) throw new SetUpError(explainByHand(missing, 'not Debian'));
  const prefix = findRootPrefix(missing);
  const runApt = (...words: string[]): ReturnType<typeof runProgram> => {
    const options = ['-o', 'DPkg::Lock::Timeout=300', '--yes', '--quiet'];
    const command = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options];
    return runProgram(command[0] ?? '', [...command.slice(1), ...words], {
      signal,
      onLine: step.detail,
      outlivesUs: true,
    });
  };
  const allowMainCluster = await preventMainCluster(prefix);
  try {
    step.say(`installing ${missing.join(' ')}`);
    // Old lists may still do, where the network is closed: the install itself decides.
    await runApt('update');
    const { code, output } = await runApt('install', '--no-install-recommends', ...missing);
    if (code !== 0) console.error(output.slice(-15).join('\n'));
  } finally {
    await allowMainCluster();
  }
  const still = listMissingPackages(needs);
  if (still.length > 0) throw new SetUpError(explainByHand(still, 'apt-get failed, see above'));
  step.say(`installed ${missing.join(' ')}`);
}
