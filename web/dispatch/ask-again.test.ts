import { expect, it } from 'vitest';
import { afterFailure } from './ask-again.ts';

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
