import { expect, it } from 'vitest';
import type { ResponseResult } from '../../server/response/schema.ts';
import { resultForTest, unitForTest } from './answers-for-test.ts';
import { afterFailure, askAgain } from './ask-again.ts';

it.each([
  ['the server was not reached', null, 5_000],
  ['the database is away', 503, 5_000],
  ['too much was asked', 429, 5_000],
  ['the place is not there', 404, false],
  ['the question is wrong', 400, false],
] as const)(
  'where %s, it is asked again by itself only if that may pass',
  (_, status, expected) => {
    expect(afterFailure({ state: { error: { status } } })).toBe(expected);
  },
);

it('what was answered is not asked again', () => {
  expect(afterFailure({ state: { error: null } })).toBe(false);
});

const askedAgain = (changes: Parameters<typeof unitForTest>[0]) =>
  askAgain({ state: { error: null, data: resultForTest({ units: [unitForTest(changes)] }) } });

it('an answer of a unit that tells where it is, is asked again by itself: one that stands at its station sets out', () => {
  const position = { lon: 105.8, lat: 21, ageSeconds: 2, isStale: false, doubtfulMeters: null };
  expect(askedAgain({ position: { ...position, isStart: true } })).toBe(15_000);
  expect(askedAgain({ position: { ...position, isStart: false } })).toBe(15_000);
  expect(askedAgain({ position: null })).toBe(false);
});

function withNotes(notes: ResponseResult['notes']) {
  const data = { ...resultForTest({ units: [unitForTest()] }), notes };
  return askAgain({ state: { error: null, data } });
}

it('an answer without a plan, or whose way nobody checked in time, is asked again until it is better', () => {
  const away = { code: 'graph-away', params: {} };
  expect(withNotes([away])).toBe(2_000);
  expect(withNotes([])).toBe(false);
  expect(askedAgain({ notes: [{ code: 'way-not-checked', params: {} }] })).toBe(2_000);
});
