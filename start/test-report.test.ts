import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTallies, formatTally, readTally } from './test-report.ts';

let folder: string;
const file = (): string => join(folder, 'report.json');

function writeReport(counts: { passed: number; failed: number }, testResults: object[] = []): void {
  writeFileSync(
    file(),
    JSON.stringify({
      numPassedTests: counts.passed,
      numFailedTests: counts.failed,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults,
    }),
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the last line sums all parts and names what was skipped', () => {
  writeReport({ passed: 10, failed: 0 });
  const total = addTallies([{ passed: 3, failed: 1, skipped: 0 }, readTally(file(), 0)]);
  expect(formatTally(total)).toBe('13 passed, 1 failed, 1 skipped');
});

test('without skipped tests the last line is just the two counts', () => {
  expect(formatTally({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
});

test('a test file that breaks before its first test is a failure', () => {
  writeReport({ passed: 10, failed: 0 }, [{ status: 'failed', assertionResults: [] }]);
  expect(readTally(file(), 1).failed).toBe(1);
});

test('a run that crashed without a report, or without naming a failure, is a failure', () => {
  expect(readTally(file(), 0).failed).toBe(1);
  writeReport({ passed: 10, failed: 0 });
  expect(readTally(file(), 1).failed).toBe(1);
});
