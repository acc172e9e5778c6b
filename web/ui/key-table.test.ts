import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyTable } from './key-table.ts';

const web = join(import.meta.dirname, '..');
const screens = globSync('*/*.ts*', { cwd: web })
  .filter((file) => !file.includes('.test.') && !file.includes('key-table'))
  .map((file) => readFileSync(join(web, file), 'utf8'))
  .join('\n');

const inTable = new Set<string>(keyTable.flatMap(({ heard }) => [...heard]));

test('the help names every key that a screen compares with', () => {
  const compared = [...screens.matchAll(/\bkey === '([^']+)'/g)].map(([, key = '']) => key);
  expect(compared.length).toBeGreaterThan(5);
  expect(compared.filter((key) => !inTable.has(key))).toEqual([]);
});

test('and none that no screen hears', () => {
  expect([...inTable].filter((key) => !screens.includes(`'${key}'`))).toEqual([]);
});

test('no key has two meanings in the list', () => {
  expect(inTable.size).toBe(keyTable.flatMap(({ heard }) => [...heard]).length);
});
