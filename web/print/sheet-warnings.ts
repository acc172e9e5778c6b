// What every sheet of paper says of the answer that it is of: too old, reckoned without a part, of a unit that is not there.

import type { UseQueryResult } from '@tanstack/react-query';
import type { Health } from '../../server/health/schema.ts';
import type { Note, ResponseResult } from '../../server/response/schema.ts';
import type { ApiError } from '../api.ts';
import { noPaperText } from '../choices/by-hand-words.ts';
import { degradedWhy } from '../dispatch/status-banners.tsx';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import type { Words } from '../i18n/words.ts';
import { wordStatusOfSent } from '../run-cards/sent-status.ts';

export type Warned = {
  shown: {
    response: Pick<ShownAnswer['response'], 'isError' | 'isKept' | 'dataUpdatedAt'>;
    named: ShownAnswer['named'];
    sentIds: ShownAnswer['sentIds'];
    /** The answer that the unit is of. */
    answer: ResponseResult | null;
  };
  response: ResponseResult;
  health: Pick<UseQueryResult<Health, ApiError>, 'data' | 'isError'>;
};

/** A page without the unit asked for, older than it looks, or reckoned without the best router, must say so. */
export function warningsOf({ shown, response, health }: Warned, words: Words): string[] {
  const { t, format } = words;
  const { named, answer } = shown;
  const oldText = (at: number): string => t('print.old', { time: format.time(new Date(at)) });
  const whyNone = noPaperText(named, words);
  const warnings = whyNone === null ? [] : [whyNone];
  const isDegraded =
    response.degraded ||
    answer?.degraded ||
    (!health.isError && health.data?.status === 'degraded');
  if (named?.isOld) warnings.push(oldText(named.answeredAt));
  else if (shown.response.isError || shown.response.isKept || health.isError)
    warnings.push(oldText(shown.response.dataUpdatedAt));
  if (isDegraded) {
    const told = { units: [...response.units, ...(answer?.units ?? [])], notes: response.notes };
    warnings.push(t('banner.degraded', { why: degradedWhy(health.data, told, words) }));
  }
  return warnings;
}

/** Of the unit's own answer only what and whom that one was made without: the rest is said with the unit. */
const ofTheAnswer = new Set(['last-known', 'graph-away', 'unknown-unit']);

function keyOf({ code, params }: Note): string {
  return `${code} ${String(params['unitId'])}`;
}

export function notesOnSheet({ shown: { answer, sentIds }, response }: Warned): Note[] {
  const said = new Set(response.notes.map(keyOf));
  const own = answer?.notes.filter((note) => ofTheAnswer.has(note.code) && !said.has(keyOf(note)));
  return wordStatusOfSent([...response.notes, ...(own ?? [])], sentIds);
}
