import { expect, test } from 'vitest';
import { typedMoment } from './typed-moment.ts';

const moment = typedMoment();

test.each([
  ['2026-03-31T08:15:00Z', '2026-03-31T08:15:00.000Z'],
  ['2026-03-31T15:15:00.25+07:00', '2026-03-31T08:15:00.250Z'],
  // PostgreSQL itself takes no zone so far off.
  ['2026-03-31T08:15:00-23:59', '2026-04-01T08:14:00.000Z'],
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
])('%s is kept as %s', (text, kept) => {
  expect(moment.parse(text)).toBe(kept);
});

test.each([
  ['0000-01-01T00:00:00Z', 'must be a moment from 1970 on'],
  ['0001-01-01T00:00:00Z', 'must be a moment from 1970 on'],
  ['1970-01-01T00:00:00+07:00', 'must be a moment from 1970 on'],
  ['9999-12-31T23:59:59-07:00', 'must be a moment from 1970 on'],
  ['2026-02-30T00:00:00Z', 'must be a moment such as 2026-03-31T08:15:00Z'],
  ['2026-03-31', 'must be a moment such as 2026-03-31T08:15:00Z'],
  ['yesterday', 'must be a moment such as 2026-03-31T08:15:00Z'],
])('%s is refused: it %s', (text, message) => {
  expect(moment.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
