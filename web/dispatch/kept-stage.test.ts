import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { keptStage } from './kept-stage.ts';

it('marks the answer to an earlier choice at once, and says since when it stands once that takes long or fails', () => {
  expect(keptStage(null, false)).toBe('again');
  expect(keptStage(null, true)).toBe('told');
  expect(keptStage(new Error('away'), false)).toBe('told');
  expect(wordsOf(createTexts('vi')).t('answer.again')).toBe('đang tính lại…');
  expect(wordsOf(createTexts('en')).t('answer.again')).toBe('working it out again…');
});
