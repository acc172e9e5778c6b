import { useState } from 'react';
import { firstOf } from '../choices/unit-task.ts';
import type { DispatchState, SentBefore } from '../dispatch/use-dispatch-state.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { splitSet } from './set-words.ts';
import type { ShownSet } from './use-set.ts';

export type SentMarking = {
  /** So many of the set are not said to be sent. */
  count: number;
  /** Says that they are; null while the set is being made anew. */
  mark: (() => void) | null;
  /** Takes the last press back; null where something else came after it. */
  undo: (() => void) | null;
};

/** One press says that the set on the screen was sent. */
export function useSentMarking(
  { search, markSent, restoreSent }: DispatchState,
  { response }: ShownAnswer,
  shown: ShownSet | null,
): SentMarking {
  const [last, setLast] = useState<{ before: SentBefore; ids: string } | null>(null);
  const { sentIds = [] } = shown ?? {};
  const toSend = shown ? splitSet(shown.set, sentIds).toSend : [];
  const ids = [...new Set([...sentIds, ...toSend.map(({ vehicleId }) => vehicleId)])];
  const lead = firstOf(response.data)?.unitId ?? null;
  const mark = (): void => {
    setLast({ before: { sent: search.sent, first: search.first }, ids: ids.join() });
    markSent(ids, lead);
  };
  const undo = (): void => {
    if (last) restoreSent(last.before);
    setLast(null);
  };
  return {
    count: toSend.length,
    mark: shown?.isCurrent && toSend.length > 0 ? mark : null,
    undo: last !== null && last.ids === sentIds.join() ? undo : null,
  };
}
