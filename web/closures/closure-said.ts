// What became of a closure that was sent or withdrawn, in a sentence.

import type { Closure, KeptClosure } from '../../server/closures/schema.ts';
import type { ApiError } from '../api.ts';
import { errorText } from '../dispatch/error-words.ts';
import type { Words } from '../i18n/words.ts';

/** `closure`: as the server took it, with who obeys it; null where one was withdrawn. */
export type Done = { closure: KeptClosure | null };

type Said = { doing: 'draw' | 'withdraw'; failure: ApiError | null; done: Done | null };

/** null before anything was sent. */
export function saidText({ doing, failure, done }: Said, words: Words): string | null {
  const { t, maybe } = words;
  if (failure) {
    const why = maybe(`closures.error.${failure.code}`) ?? errorText(failure, words);
    return t(`closures.${isUnsure(failure) ? 'unsure' : 'failed'}.${doing}`, { why });
  }
  if (!done) return null;
  const { closure } = done;
  if (!closure) return t('closures.done.withdrawn');
  // Nobody obeys what nobody could lay on the roads yet.
  const isUnknown = closure.obeyedBy.segments === null;
  if (!closure.active)
    return t(isUnknown ? 'closures.done.laterUnknown' : 'closures.done.later', {
      when: when(closure, words),
    });
  if (isUnknown) return t('closures.done.unknown');
  return t(`closures.done.drawn.${closure.effect}`);
}

/** The database refused it. */
const notWritten = ['database-full', 'database-read-only'];

/** The server may have failed, and the answer may be lost, after the closure was written. */
function isUnsure({ status, code }: ApiError): boolean {
  return (status === null || status >= 500) && !notWritten.includes(code);
}

function when({ from, daily }: Closure, { t, format }: Words): string {
  const begin = t('closures.begins', { time: format.moment(new Date(from), new Date()) });
  return daily ? `${begin} · ${t('closures.daily', daily)}` : begin;
}
