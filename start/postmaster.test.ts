import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPostmaster, parsePostmaster } from './postmaster.ts';

let folder: string;
const pidFile = (): string => join(folder, 'postmaster.pid');
const writePid = (pid: number): void =>
  writeFileSync(
    pidFile(),
    `${pid}\n${folder}\n1790000000\n54400\n\n127.0.0.1\n  123  456\nready   \n`,
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-postmaster-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('process and port are the first and fourth line of postmaster.pid', () => {
  expect(parsePostmaster('812\n/data\n1790000000\n54321\n\n*\n')).toEqual({
    pid: 812,
    port: 54_321,
  });
});

test('a postmaster.pid that is only half written names nobody', () => {
  expect(parsePostmaster('812\n/data\n')).toBeUndefined();
  expect(parsePostmaster('')).toBeUndefined();
});

test('a cluster is running when the process named works in its folder', () => {
  const working = spawn('sleep', ['30'], { cwd: folder });
  try {
    writePid(working.pid ?? 0);
    expect(findPostmaster(folder)).toEqual({ pid: working.pid, port: 54_400 });
  } finally {
    working.kill();
  }
});

test('a process number that went to a stranger after a crash does not block the cluster', () => {
  writePid(process.pid);
  expect(findPostmaster(folder)).toBeUndefined();
  expect(existsSync(pidFile())).toBe(false);
});

test('a dead process leaves its file to PostgreSQL, which knows what to do with it', () => {
  writePid(4_194_303);
  expect(findPostmaster(folder)).toBeUndefined();
  expect(existsSync(pidFile())).toBe(true);
});
