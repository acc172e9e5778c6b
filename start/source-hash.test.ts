import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from './source-hash.ts';

let folder: string;
const hash = (): string => hashSources(folder, ['web', 'vite.config.ts']);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-hash-'));
  mkdirSync(join(folder, 'web', 'map'), { recursive: true });
  writeFileSync(join(folder, 'web', 'map', 'map.ts'), 'export const zoom = 15;');
  writeFileSync(join(folder, 'vite.config.ts'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the web page is built again when a file in it changes, is added or is renamed', () => {
  const before = hash();
  writeFileSync(join(folder, 'web', 'map', 'map.ts'), 'export const zoom = 16;');
  const changed = hash();
  writeFileSync(join(folder, 'web', 'new.ts'), '');
  const added = hash();
  renameSync(join(folder, 'web', 'new.ts'), join(folder, 'web', 'newer.ts'));
  expect(new Set([before, changed, added, hash()]).size).toBe(4);
});

test('a change to a test, or to a folder that is not part of the page, builds nothing', () => {
  const before = hash();
  writeFileSync(join(folder, 'web', 'map', 'map.test.ts'), 'test');
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'server', 'main.ts'), '');
  expect(hash()).toBe(before);
});
