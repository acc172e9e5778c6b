import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTallies, formatTally, readTally } from './test-report.ts';

let folder: string;
const file = (): string => join(folder, 'report.json');

const broken = { name: 'geo/a.test.ts', status: 'failed' };

function writeReport(testResults: object[] = []): void {
  writeFileSync(
    file(),
    JSON.stringify({ numPassedTests: 10, numPendingTests: 1, numTodoTests: 0, testResults }),
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the last line sums all parts and names what was skipped', () => {
  writeReport();
  const total = addTallies([{ passed: 3, skipped: 0, failures: ['x'] }, readTally(file(), 0)]);
  expect(formatTally(total)).toBe('✗ x\n13 passed, 1 failed, 1 skipped');
});

test('without skipped tests the last line is just the two counts', () => {
  expect(formatTally({ passed: 7, skipped: 0, failures: [] })).toBe('7 passed, 0 failed');
});

test('what failed is named by its file and its title, with the reason below', () => {
  const message = 'Error: 4 is not 5\nbecause of 1\n    at geo/a.ts:3:1';
  const results = [
    { status: 'passed', fullName: 'adds' },
    { status: 'failed', fullName: 'a sum is right' },
    { status: 'failed', fullName: 'so is another', failureMessages: [message, 'Error: later'] },
  ];
  writeReport([{ ...broken, assertionResults: results }]);
  expect(readTally(file(), 1).failures).toEqual([
    'geo/a.test.ts: a sum is right',
    'geo/a.test.ts: so is another\n    Error: 4 is not 5\n    because of 1',
  ]);
});

test('what passed at the second try only is told, with what was wrong at the first', () => {
  const results = [
    { status: 'passed', fullName: 'adds', failureMessages: [] },
    {
      status: 'passed',
      fullName: 'is drawn',
      failureMessages: ['Error: late\n    at e2e/a.ts:3:1'],
    },
  ];
  writeReport([{ name: 'e2e/a.test.ts', status: 'passed', assertionResults: results }]);
  expect(formatTally(addTallies([readTally(file(), 0)]))).toBe(
    '~ passed at the second try only: e2e/a.test.ts: is drawn\n    Error: late\n10 passed, 0 failed, 1 skipped',
  );
});

test('a test file that breaks before its first test is a failure', () => {
  writeReport([{ ...broken, assertionResults: [] }]);
  expect(readTally(file(), 1).failures).toEqual(['geo/a.test.ts: ended before its tests did']);
});

test('a run that crashed without a report, or without naming a failure, is a failure', () => {
  expect(readTally(file(), 0).failures).toHaveLength(1);
  writeReport();
  expect(readTally(file(), 1).failures).toHaveLength(1);
});
