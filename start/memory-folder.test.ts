import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Lifetime } from './lifetime.ts';
import { placeInMemory } from './memory-folder.ts';

let base: string;
let folder: string;
let parent: string;
let life: Lifetime;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'firepoint-memory-'));
  folder = join(base, 'databases');
  parent = join(base, 'memory');
  mkdirSync(parent);
  life = new Lifetime();
});
afterEach(() => rmSync(base, { recursive: true }));

const place = (bytes = 1_000) => placeInMemory(folder, { bytes, life, parent });

test('a folder lies in memory until the command ends, and leaves nothing there', async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'old'), '');
  place();
  expect(readdirSync(folder)).toEqual([]);
  expect(realpathSync(folder).startsWith(realpathSync(parent))).toBe(true);
  writeFileSync(join(folder, 'new'), '');
  await life.stopAll();
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
});

test('what a killed run left is swept, also that of a checkout that is gone, and nothing else', () => {
  place();
  const other = join(base, 'other');
  placeInMemory(other, { bytes: 1_000, life, parent });
  mkdirSync(join(parent, 'firepoint-of-nobody-known'));
  place();
  expect(readdirSync(parent)).toHaveLength(3);
  rmSync(other);
  place();
  expect(readdirSync(parent)).toHaveLength(2);
});

test('without room it is left to the disk, after what a killed run holds there is gone; and so without such a place', () => {
  place();
  place(2 ** 60);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
  rmSync(parent, { recursive: true });
  place();
  expect(existsSync(folder)).toBe(false);
});
