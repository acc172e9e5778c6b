import { expect, it } from 'vitest';
import { cleanText, inTurn, type KeptIssue, parseKept } from './kept-issue.ts';

function kept(seenAt: string): KeptIssue {
  const subject = { kind: 'map' as const };
  const where = { lon: 105.8, lat: 21, dataVersion: '1' };
  return { issue: { clientKey: `key of ${seenAt}`, subject, ...where, seenAt } };
}

it('a report comes back from storage as it went in', () => {
  const entry = { ...kept('2026-03-31T08:15:00Z'), refused: 'invalid-input' };
  expect(parseKept(JSON.stringify(entry))).toEqual(entry);
});

it.each([
  null,
  '',
  '{',
  '[]',
  'null',
  '7',
  '{"issue":{}}',
  '{"issue":{"clientKey":"k","seenAt":1}}',
])('what cannot be read (%j) does not hold up the others', (text) =>
  expect(parseKept(text)).toBeNull(),
);

it('reports are sent in the order in which they were written', () => {
  const days = ['2026-03-31', '2026-01-01', '2026-02-11'];
  expect(inTurn(days.map(kept)).map(({ issue }) => issue.seenAt)).toEqual(days.toSorted());
});

it('a note is sent without what the server would refuse it for', () => {
  expect(cleanText('  cổng khoá\nban đêm \u0007\0')).toBe('cổng khoá\nban đêm');
  expect(cleanText('🔥'.slice(0, 1) + ' cháy 🔥')).toBe('cháy 🔥');
  expect(cleanText(' \u0000 ')).toBeNull();
  expect(cleanText('\u200Bngõ\u00AD \u202E29\u2028cửa sau 👩‍🚒')).toBe('ngõ 29\ncửa sau 👩‍🚒');
  expect(cleanText('\u200B\u200D')).toBeNull();
});
