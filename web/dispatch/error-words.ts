import type { ApiError } from '../api.ts';
import type { WordKey, Words } from '../i18n/words.ts';

/** What went wrong in words; an unknown error with the code and number to quote to its makers. */
export function errorText(error: ApiError, words: Words): string {
  const params = { code: error.code, requestId: error.requestId ?? '–' };
  return words.maybe(`error.${error.code}`, params) ?? words.t('error.server', params);
}

type Asked = { data: unknown; dataUpdatedAt: number; error: ApiError | null };

/**
 * Why there is no answer, in the words for what is missing or in none; or why the one that is there is not newer, and
 * since when it stands. null for no failure.
 */
export function failureText(
  { data, dataUpdatedAt, error }: Asked,
  missing: WordKey | null,
  words: Words,
): string | null {
  if (error === null) return null;
  const why = errorText(error, words);
  if (data === undefined) return missing === null ? why : words.t(missing, { why });
  return words.t('error.kept', { why, time: words.format.time(new Date(dataUpdatedAt)) });
}
