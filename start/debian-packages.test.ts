import { expect, test } from 'vitest';
import { explainByHand, listMissingPackages } from './debian-packages.ts';

const everything = (name: string): string => `/usr/bin/${name}`;
const nothing = (): undefined => undefined;
const version15 = { version: 15, bin: '/usr/lib/postgresql/15/bin', postgis: false };

test('a fresh machine gets PostgreSQL, PostGIS and osm2pgsql', () => {
  const missing = listMissingPackages(
    { postgres: true, forTests: false },
    { find: nothing, hasPostgis: () => false, versions: () => [] },
  );
  expect(missing).toEqual(['postgresql', 'postgresql-postgis', 'osm2pgsql']);
});

test('a PostgreSQL without PostGIS gets the PostGIS of its own version', () => {
  const missing = listMissingPackages(
    { postgres: true, forTests: false },
    { find: everything, hasPostgis: () => false, versions: () => [version15] },
  );
  expect(missing).toEqual(['postgresql-15-postgis-3']);
});

test('with a database given by DATABASE_URL no PostgreSQL is installed', () => {
  const missing = listMissingPackages(
    { postgres: false, forTests: false },
    { find: nothing, hasPostgis: () => false, versions: () => [] },
  );
  expect(missing).toEqual(['osm2pgsql']);
});

test('only tests need osmium, Chromium and a clock that can be set', () => {
  const world = { find: nothing, hasPostgis: () => true, versions: () => [] };
  expect(listMissingPackages({ postgres: true, forTests: true }, world)).toEqual([
    'osm2pgsql',
    'osmium-tool',
    'chromium',
    'faketime',
  ]);
});

test('nothing is installed where all is there', () => {
  const world = { find: everything, hasPostgis: () => true, versions: () => [version15] };
  expect(listMissingPackages({ postgres: true, forTests: true }, world)).toEqual([]);
});

test('where nothing can be installed, one command and the two replacements are told', () => {
  const text = explainByHand(['postgresql', 'osm2pgsql'], 'not root, no sudo');
  const commands = text.split('\n').filter((line) => line.startsWith('  '));
  expect(commands).toEqual([
    '  sudo apt-get update && sudo apt-get install --yes postgresql osm2pgsql',
  ]);
  expect(text).toContain('DATABASE_URL');
  expect(text).toContain('OSRM_URLS');
});
