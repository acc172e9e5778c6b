import type { ApiError } from '../api.ts';
import type { Words } from '../i18n/words.ts';

/** What went wrong in words; an unknown error with the code and number to quote to its makers. */
export function errorText(error: ApiError, words: Words): string {
  return (
    words.maybe(`error.${error.code}`) ??
    words.t('error.server', { code: error.code, requestId: error.requestId ?? '–' })
  );
}
