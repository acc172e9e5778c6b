import { expect, it } from 'vitest';
import { errorForTest } from './answers-for-test.ts';
import { createTexts, wordsOf } from '../i18n/words.ts';
import { failureText } from './error-words.ts';

const words = wordsOf(createTexts('vi'));
const error = errorForTest('database-down', 503);
const at = new Date(2026, 2, 31, 8, 15).getTime();

it('a failure is told in the words of what is missing, or with the age of what is kept', () => {
  const missing = { data: undefined, dataUpdatedAt: 0, error };
  expect(failureText(missing, 'roads.failed', words)).toMatch(/^Chưa lấy được đường: cơ sở/);
  // That no road is near is an answer too.
  const kept = failureText({ data: null, dataUpdatedAt: at, error }, 'roads.failed', words);
  expect(kept).toMatch(/^Chưa hỏi lại được: cơ sở dữ liệu .* của lúc 08:15\.$/);
  expect(failureText({ data: null, dataUpdatedAt: at, error: null }, 'roads.failed', words)).toBe(
    null,
  );
});
