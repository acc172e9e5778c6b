import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findExecutable, isExecutable } from '../processes/executables.ts';

export type PostgresPrograms = { version: number; bin: string };

export const oldestVersion = 15;

/** Debian keeps every version apart: programs and extensions of version N in folders named N. */
const debian = { library: '/usr/lib/postgresql', share: '/usr/share/postgresql' };

function hasPrograms(bin: string): boolean {
  return ['postgres', 'initdb', 'psql'].every((name) => isExecutable(join(bin, name)));
}

/** Versions of PostgreSQL on this machine, newest first, and whether each has its PostGIS. */
export function listDebianVersions({ library, share } = debian): {
  version: number;
  bin: string;
  postgis: boolean;
}[] {
  if (!existsSync(library)) return [];
  return readdirSync(library)
    .map((name) => ({ name, version: Number(name), bin: join(library, name, 'bin') }))
    .filter(({ version, bin }) => version >= oldestVersion && hasPrograms(bin))
    .map(({ name, version, bin }) => ({
      version,
      bin,
      postgis: existsSync(join(share, name, 'extension', 'postgis.control')),
    }))
    .toSorted((a, b) => b.version - a.version);
}

function readConfig(pgConfig: string, option: string): string {
  return spawnSync(pgConfig, [option], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** A PostgreSQL of another kind of system: the one whose programs are on PATH. */
function findOnPath(): PostgresPrograms | undefined {
  const postgres = findExecutable('postgres');
  const pgConfig = findExecutable('pg_config');
  if (!postgres || !pgConfig || !hasPrograms(dirname(postgres))) return undefined;
  const version = Number(/\d+/.exec(readConfig(pgConfig, '--version'))?.[0] ?? 0);
  const extension = join(readConfig(pgConfig, '--sharedir'), 'extension', 'postgis.control');
  if (version < oldestVersion || !existsSync(extension)) return undefined;
  return { version, bin: dirname(postgres) };
}

/**
 * The newest PostgreSQL that has PostGIS. A cluster that exists already needs the version that made
 * it, given as `onlyVersion`.
 */
export function findPostgres(onlyVersion?: number, folders = debian): PostgresPrograms | undefined {
  const fits = (version: number): boolean => onlyVersion === undefined || version === onlyVersion;
  const found = listDebianVersions(folders).find(
    ({ version, postgis }) => postgis && fits(version),
  );
  if (found) return { version: found.version, bin: found.bin };
  const onPath = findOnPath();
  return onPath && fits(onPath.version) ? onPath : undefined;
}
