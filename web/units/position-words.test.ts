import { expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { wordNote } from '../dispatch/note-words.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { positionText } from './position-words.ts';

const words = wordsOf(createTexts('vi'));
const position = { lon: 105.8, lat: 21, ageSeconds: 20, isStale: false, isStart: true };

it('says how old a position is, and how far off only where that is much', () => {
  const sure = unitForTest({ position: { ...position, doubtfulMeters: null } });
  expect(positionText(sure, words)).toBe('vị trí 0:20 trước');
  const doubtful = unitForTest({ position: { ...position, doubtfulMeters: 250 } });
  expect(positionText(doubtful, words)).toBe('vị trí 0:20 trước, sai số 250 m');
  expect(positionText(unitForTest(), words)).toBe('');
});

function old(ageSeconds: number) {
  const told = { ...position, isStale: true, ageSeconds, doubtfulMeters: null };
  return unitForTest({ position: told });
}

it('tells the age of an old one in hours and days: a clock of hours is taken for minutes', () => {
  expect(positionText(old(3_599), words)).toBe('vị trí cũ, 59:59 trước');
  expect(positionText(old(3_600), words)).toBe('vị trí cũ, 1 giờ trước');
  expect(positionText(old(21 * 86_400 + 727), words)).toBe('vị trí cũ, 21 ngày trước');
  const english = wordsOf(createTexts('en'));
  expect(positionText(old(2 * 3_600), english)).toBe('old position, 2 hours ago');
  const note = { code: 'from-old-position', params: { ageSeconds: 3 * 86_400 } };
  expect(wordNote(note, words)).toContain('(3 ngày trước)');
  expect(wordNote(note, english)).toContain('(3 days ago)');
  expect(wordNote({ ...note, params: { ageSeconds: 95 } }, english)).toContain('(1:35 ago)');
});
