import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { guardCommand } from '../processes/guard-command.ts';
import { makeFolder } from './folders.ts';
import { findPostgres, type PostgresPrograms } from './postgres-programs.ts';
import { isAlive } from './postmaster.ts';
import { runProgram } from './run-program.ts';
import { SetUpError } from './set-up-error.ts';

export type User = { uid: number; gid: number };

export type ClusterFiles = {
  /** PostgreSQL's data folder. */
  folder: string;
  log: string;
  /** Where its port is written down. */
  port: string;
  password: string;
  programs: PostgresPrograms;
  /** Who runs PostgreSQL when we are root, which it refuses. */
  user: User | undefined;
};

export const superuser = 'firepoint';

function readId(option: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

function choosePostgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = readId('-u', name);
    const gid = readId('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new SetUpError('PostgreSQL refuses to run as root, and there is no user "postgres".');
}

/** The password lies in a file that only we can read; the cluster trusts nobody without it. */
function ensurePassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

function checkFolderIsOpen(folder: string, user: User | undefined): void {
  if (!user) return;
  const [program, ...args] = guardCommand('test', { args: ['-w', folder], user });
  if (spawnSync(program, args).status === 0) return;
  throw new SetUpError(
    `PostgreSQL cannot run as root, and its own user cannot write to ${folder}: ` +
      'a folder above it is closed. Set FIREPOINT_DATA to one that is open to all.',
  );
}

function findPrograms(folder: string): PostgresPrograms {
  const versionFile = join(folder, 'PG_VERSION');
  const version = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8')) : undefined;
  const programs = findPostgres(version);
  if (programs) return programs;
  throw new SetUpError(
    version
      ? `The database in ${folder} was made by PostgreSQL ${version}, which is not installed with PostGIS any more. Install postgresql-${version}-postgis-3, or delete that folder.`
      : 'PostgreSQL with PostGIS was not found.',
  );
}

// An empty cluster, a small city and their log of changes (WAL).
const clusterMegabytes = 250;

/** Makes the cluster in `dataFolder`/postgres unless it is there. */
export async function ensureClusterFiles(
  dataFolder: string,
  signal: AbortSignal,
): Promise<ClusterFiles> {
  makeFolder(dataFolder);
  const user = choosePostgresUser();
  const folder = makeFolder(join(dataFolder, 'postgres'));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  checkFolderIsOpen(folder, user);
  const programs = findPrograms(folder);
  const files: ClusterFiles = {
    folder,
    log: join(dataFolder, 'postgres.log'),
    port: join(dataFolder, 'postgres-port'),
    password: ensurePassword(join(dataFolder, 'postgres-password')),
    programs,
    user,
  };
  if (!isMade(folder)) {
    checkRoom(dataFolder);
    await initialise(files, signal);
  }
  return files;
}

/** PostgreSQL's own words for a full disk range from clear to "Bus error". */
function checkRoom(dataFolder: string): void {
  const { bavail, bsize } = statfsSync(dataFolder);
  const megabytes = Math.floor((bavail * bsize) / 2 ** 20);
  if (megabytes < clusterMegabytes)
    throw new SetUpError(
      `The disk that holds ${dataFolder} has ${megabytes} MB free; a new database wants ${clusterMegabytes}. Make room there, or choose another folder with FIREPOINT_DATA=….`,
    );
}

function isMade(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

/** What commands that were killed left half made. */
function removeHalfMade(parts: string): void {
  const name = `${basename(parts)}-`;
  for (const entry of readdirSync(dirname(parts))) {
    const pid = entry.startsWith(name) ? parseInt(entry.slice(name.length), 10) : NaN;
    if (pid > 0 && (pid === process.pid || !isAlive(pid)))
      rmSync(join(dirname(parts), entry), { recursive: true, force: true });
  }
}

/**
 * Makes the cluster in a folder beside, and moves it into place when it is whole: a half one looks
 * like a whole one, for initdb writes PG_VERSION first.
 */
async function initialise(files: ClusterFiles, signal: AbortSignal): Promise<void> {
  // For tests it is a link to a folder in memory.
  const folder = realpathSync(files.folder);
  const parts = `${folder}-made-by`;
  removeHalfMade(parts);
  const made = makeFolder(`${parts}-${process.pid}`);
  try {
    chmodSync(made, 0o700);
    if (files.user) chownSync(made, files.user.uid, files.user.gid);
    await runInitdb({ ...files, folder: made }, signal);
    moveIntoPlace(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function moveIntoPlace(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch (cause) {
    // Another command was quicker.
    if (isMade(folder)) return;
    throw new SetUpError(`${folder} is no database, and not empty. Delete that folder.`, { cause });
  }
}

async function runInitdb(
  { folder, password, programs, user }: ClusterFiles,
  signal: AbortSignal,
): Promise<void> {
  // initdb reads the password as PostgreSQL's user, and wants its own folder empty: a file beside.
  const passwordFile = `${folder}-initial-password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const [program, ...args] = guardCommand(join(programs.bin, 'initdb'), {
      user,
      args: [
        `--pgdata=${folder}`,
        `--username=${superuser}`,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
    });
    const { code, output } = await runProgram(program, args, { signal, cwd: '/' });
    if (code !== 0) throw new SetUpError(`initdb failed:\n${output.slice(-10).join('\n')}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
