import { errorText } from '../dispatch/error-words.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import type { Words } from '../i18n/words.ts';
import { byHandText } from './by-hand-words.ts';
import { supportTexts } from './support-words.ts';
import { taskTexts } from './task-words.ts';

/**
 * What paper says of the choices made: what the unit does for the one that comes first; by hand and why; and, for the
 * first, where the engines behind stand.
 */
export function paperLines(
  { byHand, moved, support, task }: Pick<ShownAnswer, 'byHand' | 'moved' | 'support' | 'task'>,
  words: Words,
): string[] {
  const behind = support ? supportTexts(support, words) : [];
  const failed = task?.stand ? 'task.noWay' : 'stop.failed';
  return [
    ...(task ? taskTexts(task, words) : []),
    ...(byHand ? [byHandText(byHand, words)] : []),
    // What follows is of the stop as it was planned.
    ...(moved.error ? [words.t(failed, { why: errorText(moved.error, words) })] : []),
    ...(behind.length > 0 ? [`${words.t('support.title')}: ${behind.join('; ')}.`] : []),
  ];
}
