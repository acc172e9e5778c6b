import type { ApiError } from '../api.ts';
import type { Words } from '../i18n/words.ts';

/** What went wrong in words; an unknown error with the code and number to quote to its makers. */
export function errorText(error: ApiError, words: Words): string {
  const params = { code: error.code, requestId: error.requestId ?? '–' };
  return words.maybe(`error.${error.code}`, params) ?? words.t('error.server', params);
}
