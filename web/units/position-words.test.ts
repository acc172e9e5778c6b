import { expect, it } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
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
