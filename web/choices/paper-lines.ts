import { errorText } from '../dispatch/error-words.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import type { Words } from '../i18n/words.ts';
import { byHandText } from './by-hand-words.ts';
import { supportTexts } from './support-words.ts';

/** What paper says of the choices made: by hand and why, and where the engines behind stand. */
export function paperLines(
  { byHand, moved, support, unit }: Pick<ShownAnswer, 'byHand' | 'moved' | 'support' | 'unit'>,
  words: Words,
): string[] {
  const behind = support && support.unitId === unit?.unitId ? supportTexts(support, words) : [];
  return [
    ...(byHand ? [byHandText(byHand, words)] : []),
    // What follows is of the stop as it was planned.
    ...(moved.error ? [words.t('stop.failed', { why: errorText(moved.error, words) })] : []),
    ...(behind.length > 0 ? [`${words.t('support.title')}: ${behind.join('; ')}.`] : []),
  ];
}
