import { expect, it } from 'vitest';
import type { DataIssue } from '../../server/data-issues/schema.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { changeText, holdsText } from './issue-words.ts';

const issue: DataIssue = {
  id: 12,
  state: 'open',
  stateSince: '2026-03-31T08:15:00Z',
  stateBy: null,
  subjectKind: 'stop',
  subjectId: 'unit:3',
  subjectLabel: 'đầu ngách 70 (2,1 m*)',
  placeId: 'address:12',
  placeLabel: 'Số 37, ngách 29/70 phố Khương Hạ',
  lon: 105.8,
  lat: 21,
  note: 'Có cọc giữa đường',
  by: null,
  verified: false,
  dataVersion: '7',
  synthetic: true,
  seenAt: '2026-03-31T08:15:00Z',
  receivedAt: '2026-03-31T08:15:01Z',
};

it.each([
  ['', true],
  ['khuong ha', true],
  ['coc ĐƯỜNG', true],
  ['#12', true],
  ['trụ', false],
])('the list is searched for “%s” as it is typed in a hurry', (typed, isFound) => {
  expect(holdsText(issue, typed)).toBe(isFound);
});

it('who closed or reopened a report is told; one that nobody touched says nothing', () => {
  const words = wordsOf(createTexts('vi'));
  expect(changeText(issue, words)).toBe('');
  expect(changeText({ ...issue, stateBy: 'Minh' }, words)).toMatch(/^mở lại: Minh, /);
  expect(changeText({ ...issue, state: 'closed', stateBy: 'Minh' }, words)).toMatch(/^đóng: Minh/);
});
