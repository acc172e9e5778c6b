import { expect, test } from 'vitest';
import { withoutAged } from './traffic-in-force.ts';

test('what was read last ages while the database is away', () => {
  const minute = 60_000;
  const seen = [1, 4, 9].map((minutes) => ({
    from: minutes,
    to: 0,
    kmh: 5,
    source: 'camera',
    kind: 'feed' as const,
    at: Date.UTC(2026, 0, 1) - minutes * minute,
  }));
  const found = { at: new Date(Date.UTC(2026, 0, 1)), validMinutes: 10, seen, leftOut: 7 };
  const after = (minutes: number) => withoutAged(found, minutes * minute);
  const left = (minutes: number) => after(minutes).seen.map(({ from }) => from);
  expect(left(0)).toEqual([1, 4, 9]);
  expect(left(2)).toEqual([1, 4]);
  expect(left(8)).toEqual([1]);
  expect(left(30)).toEqual([]);
  expect([after(0).leftOut, after(2).leftOut]).toEqual([7, 0]);
});
