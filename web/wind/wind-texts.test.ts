import { expect, it } from 'vitest';
import { createTexts, wordsOf } from '../i18n/words.ts';

it('asks where the wind comes from, in words that nobody reads as where it blows to', () => {
  const vietnamese = wordsOf(createTexts('vi')).t('wind.hint');
  expect(vietnamese).toContain('mà gió từ đó thổi lại');
  // "Thổi tới" is both: comes here, and blows as far as.
  expect(vietnamese).not.toMatch(/thổi (tới|đến|về)/);
  expect(wordsOf(createTexts('en')).t('wind.hint')).toContain('comes from');
});
