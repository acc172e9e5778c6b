import { useState } from 'react';
import { firstOf } from '../choices/unit-task.ts';
import { isAsMarked, type Marked, markSent } from '../choices/who-is-sent.ts';
import type { DispatchState } from '../dispatch/use-dispatch-state.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { splitSet } from './set-words.ts';
import type { ShownSet } from './use-set.ts';

export type SentMarking = {
  /** So many of the set are not said to be sent. */
  count: number;
  /** Says that they are; null while the set is being made anew. */
  mark: (() => void) | null;
  /** Takes the last press back; null where anything else of who is sent was chosen since. */
  undo: (() => void) | null;
};

/** One press says that the set on the screen was sent. */
export function useSentMarking(
  state: DispatchState,
  { response, unit }: ShownAnswer,
  shown: ShownSet | null,
): SentMarking {
  const { search } = state;
  const [last, setLast] = useState<Marked | null>(null);
  const { sentIds = [] } = shown ?? {};
  const toSend = shown ? splitSet(shown.set, sentIds).toSend : [];
  const ids = [...new Set([...sentIds, ...toSend.map(({ vehicleId }) => vehicleId)])];
  const mark = (): void => {
    const leading = {
      // In a rescue all rank by their crews: nobody leads with water.
      lead: shown?.set.incidentType === 'rescue' ? null : (firstOf(response.data)?.unitId ?? null),
      shown: unit?.unitId ?? null,
    };
    setLast({ before: search, after: markSent(search, ids, leading) });
    state.markSent(ids, leading);
  };
  const undo = (): void => {
    if (last) state.undoMark(last);
    setLast(null);
  };
  return {
    count: toSend.length,
    mark: shown?.isCurrent && toSend.length > 0 ? mark : null,
    undo: last !== null && isAsMarked(search, last) ? undo : null,
  };
}
