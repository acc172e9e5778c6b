import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeRatio, findFormer, keepResults, readKept, type Results } from './kept-results.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (at: string, p50: number, machine = '2 × here'): Results => ({
  at,
  commit: 'abc1234',
  machine,
  node: 'v24.0.0',
  city: 'a city',
  rows: [{ name: 'search', text: `p50 ${p50} ms`, figures: { p50, p95: 2 * p50 } }],
});

test('a figure is compared with the last one of the same machine', () => {
  keepResults(folder, run('2026-03-01T10:00:00.000Z', 4));
  keepResults(folder, run('2026-03-03T10:00:00.000Z', 8));
  keepResults(folder, run('2026-03-04T10:00:00.000Z', 1, '64 × elsewhere'));
  const former = findFormer(readKept(folder), 'search', '2 × here');
  expect(describeRatio({ p50: 4, p95: 12 }, former)).toBe('× 0.50 / 0.75 of 2026-03-03');
});

test('where this machine has none, with one of another, and that is said', () => {
  keepResults(folder, run('2026-03-04T10:00:00.000Z', 1, '64 × elsewhere'));
  const former = findFormer(readKept(folder), 'search', '2 × here');
  expect(describeRatio({ p50: 3 }, former)).toBe('× 3.00 of 2026-03-04, another machine');
});

test('what was never measured before stands alone', () => {
  expect(readKept(join(folder, 'none'))).toEqual([]);
  expect(describeRatio({ p50: 3 }, findFormer([], 'search', '2 × here'))).toBe('');
  const zero = { at: '2026-03-04T10:00:00.000Z', isSameMachine: true, figures: { p50: 0 } };
  expect(describeRatio({ p50: 3 }, zero)).toBe('');
});

test('a file that holds something else is named', () => {
  writeFileSync(join(folder, 'half.json'), '{"at": ');
  expect(() => readKept(folder)).toThrow(/half\.json holds no results of a benchmark/);
});

test('figures that come with the project can be read', () => {
  const folder = fileURLToPath(new URL('results', import.meta.url));
  for (const { rows } of readKept(folder)) expect(rows.length).toBeGreaterThan(0);
});
