// What a stranger meets and no page explains is a bug: settings, scripts, commands and endpoints.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generalHelp } from '../../data-import/help.ts';
import { registers } from '../../data-import/registers/all.ts';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { settingNames } from '../config.ts';
import { serveCity } from '../response/mini-city-for-test.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** Of the system, or set by our own processes for one another; nobody is meant to set them by hand. */
const notSettings = new Set(['PATH', 'INIT_CWD', 'PGPASSWORD', 'WEB_PORT']);

function listSources(): string[] {
  const folders = ['start', 'server', 'data-import', 'sql', 'web', 'e2e', 'bench', 'geo', 'tiles'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  );
  return ['vite.config.ts', ...files].filter((name) => /\.(ts|mts|tsx|mjs)$/.test(name));
}

/** Every environment variable that the source reads, other than those that npm sets. */
function listVariablesRead(): string[] {
  const read = listSources().flatMap((name) => [
    ...readFileSync(join(root, name), 'utf8').matchAll(/process\.env(?:\.|\[')([A-Z][A-Z0-9_]+)/g),
  ]);
  return [...new Set(read.map((match) => match[1]!))].filter((name) => !notSettings.has(name));
}

describe('the README tells of', () => {
  test.each([...new Set([...settingNames, ...listVariablesRead()])])('the setting %s', (name) => {
    expect(readme).toMatch(new RegExp(`^\\|.*\`${name}\``, 'm'));
  });

  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  test.each(Object.keys(scripts))('the script %s', (name) => {
    expect(readme).toMatch(new RegExp(`\\bnpm (run )?${name}\\b`));
  });

  test.each(
    readdirSync(root, { withFileTypes: true })
      .filter(isOurFolder)
      .map(({ name }) => name),
  )('the folder %s', (name) => {
    expect(readme).toMatch(new RegExp(`^${name}/`, 'm'));
  });
});

describe('the README tells of no setting that nothing reads:', () => {
  const table = readme.slice(readme.indexOf('| setting |'), readme.indexOf('Values of the domain'));
  const told = [...table.matchAll(/`([A-Z][A-Z_]{3,})`/g)].map((match) => match[1]!);
  const read = new Set<string>([...settingNames, ...listVariablesRead()]);
  test.each(told)('%s', (name) => {
    expect([...read]).toContain(name);
  });
});

/** Files that a recipe tells to make. */
const madeByRecipes = ['sql/functions/tiles-barriers.sql', 'tiles/themes/barriers.ts'];

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

test.each(pages)('%s names files and folders that are there', (_name, text) => {
  const named = [...text.matchAll(/`((?:[a-z0-9-]+\/)+[a-z0-9-]*(?:\.[a-z.]+)?)`/g)].map(
    (match) => match[1]!,
  );
  const ours = named.filter(
    (name) => isOurFolderName(name.split('/')[0]!) && !madeByRecipes.includes(name),
  );
  expect(ours.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test('every test that docs/failures.md names stands in the file it names', () => {
  const rows = [
    ...readFileSync(join(root, 'docs/failures.md'), 'utf8').matchAll(
      /^\| \w+ \| (.+) \| `(.+\.test\.ts)` \|$/gm,
    ),
  ];
  expect(rows.length).toBeGreaterThan(20);
  const missing = rows.filter(
    ([, title, file]) => !readFileSync(join(root, file!), 'utf8').includes(`'${title}'`),
  );
  expect(missing.map(([, title]) => title)).toEqual([]);
});

function isOurFolderName(name: string): boolean {
  return existsSync(join(root, name)) && !['node_modules', 'dist'].includes(name);
}

function isOurFolder(entry: { name: string; isDirectory: () => boolean }): boolean {
  const made = ['node_modules', 'dist'];
  return entry.isDirectory() && !entry.name.startsWith('.') && !made.includes(entry.name);
}

test.each(registers.map(({ kind }) => kind))('the register %s is named in the help', (kind) => {
  expect(generalHelp).toContain(kind);
});

describe('every endpoint is described', () => {
  let database: TestDatabase;
  let endpoints: { method: string; path: string }[];
  let described: Record<string, Record<string, { summary?: string }>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const { app, close } = await serveCity(database, {});
    endpoints = app.routes.filter(({ method }) => method !== 'ALL');
    const document: unknown = await (await app.request('/api/openapi.json')).json();
    described = (document as { paths: typeof described }).paths;
    await close();
  }, 60_000);
  afterAll(() => database.drop());

  test('in the OpenAPI document with a summary, or in docs/architecture.md', () => {
    const silent = endpoints.filter(({ method, path }) => {
      const openApiPath = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}');
      const summary = described[openApiPath]?.[method.toLowerCase()]?.summary;
      return !summary && !architecture.includes(`\`${method} ${openApiPath}\``);
    });
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
