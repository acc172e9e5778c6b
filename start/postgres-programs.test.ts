import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPostgres, listDebianVersions } from './postgres-programs.ts';

let folder: string;
const places = (): { library: string; share: string } => ({
  library: join(folder, 'lib'),
  share: join(folder, 'share'),
});

function install(version: number, { postgis }: { postgis: boolean }): void {
  const bin = join(folder, 'lib', String(version), 'bin');
  mkdirSync(bin, { recursive: true });
  for (const program of ['postgres', 'initdb', 'psql']) {
    writeFileSync(join(bin, program), '#!/bin/sh\n');
    chmodSync(join(bin, program), 0o755);
  }
  const extension = join(folder, 'share', String(version), 'extension');
  mkdirSync(extension, { recursive: true });
  if (postgis) writeFileSync(join(extension, 'postgis.control'), '');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-postgres-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the newest PostgreSQL that has PostGIS is used, not the newest of all', () => {
  install(15, { postgis: true });
  install(17, { postgis: false });
  expect(findPostgres(undefined, places())?.version).toBe(15);
  expect(listDebianVersions(places()).map(({ version }) => version)).toEqual([17, 15]);
});

test('a PostgreSQL older than 15 does not count', () => {
  install(13, { postgis: true });
  expect(listDebianVersions(places())).toEqual([]);
});

test('an existing cluster is opened by the version that made it', () => {
  install(15, { postgis: true });
  install(16, { postgis: true });
  expect(findPostgres(15, places())?.version).toBe(15);
  expect(findPostgres(14, places())).toBeUndefined();
});

test('client programs alone are no PostgreSQL', () => {
  const bin = join(folder, 'lib', '15', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'psql'), '');
  chmodSync(join(bin, 'psql'), 0o755);
  expect(listDebianVersions(places())).toEqual([]);
});
