import { useState } from 'react';
import { firstOf } from '../choices/unit-task.ts';
import { isAsMarked, type Marked, markSent } from '../choices/who-is-sent.ts';
import type { DispatchState } from '../dispatch/use-dispatch-state.ts';
import { useWords } from '../i18n/use-words.ts';
import type { ShownAnswer } from '../dispatch/use-shown-answer.ts';
import { splitSet } from './set-words.ts';
import { sentElsewhere } from './sent-elsewhere.ts';
import { dropSent, keepSent, useSentNotes } from './use-sent-notes.ts';
import type { ShownSet } from './use-set.ts';

export type SentMarking = {
  /** So many of the set are not said to be sent. */
  count: number;
  /** Says that they are; null while the set is being made anew. */
  mark: (() => void) | null;
  /** Takes the last press back; null where anything else of who is sent was chosen since. */
  undo: (() => void) | null;
  /** One of them does not come after all. */
  takeBack: (vehicleId: string) => void;
};

/** One press says that the set on the screen was sent. */
export function useSentMarking(
  state: DispatchState,
  { response, unit, card }: ShownAnswer,
  shown: ShownSet | null,
): SentMarking {
  const { search } = state;
  const [last, setLast] = useState<Marked | null>(null);
  const { sentIds = [] } = shown ?? {};
  const toSend = shown ? splitSet(shown.set, sentIds).toSend : [];
  const ids = [...new Set([...sentIds, ...toSend.map(({ vehicleId }) => vehicleId)])];
  const { place = null, readBack } = response.data?.destination ?? {};
  const here = {
    place: placeKeyOf(search),
    label: card.data?.label ?? place?.label ?? readBack?.label ?? '',
  };
  /** What this computer remembers follows who is said to be sent. */
  const follow = (before: string[] = [], after: string[] = []): void => {
    dropSent(
      before.filter((id) => !after.includes(id)),
      here.place,
    );
    // Also who was said to be sent on another computer, or longer ago than is remembered.
    keepSent(after, here);
  };
  const mark = (): void => {
    const leading = {
      // In a rescue all rank by their crews: nobody leads with water.
      lead: shown?.set.incidentType === 'rescue' ? null : (firstOf(response.data)?.unitId ?? null),
      shown: unit?.unitId ?? null,
    };
    setLast({ before: search, after: markSent(search, ids, leading) });
    state.markSent(ids, leading);
    follow(search.sent, ids);
  };
  const undo = (): void => {
    if (last) {
      state.undoMark(last);
      follow(last.after.sent, last.before.sent);
    }
    setLast(null);
  };
  return {
    count: toSend.length,
    mark: shown?.isCurrent && toSend.length > 0 ? mark : null,
    undo: last !== null && isAsMarked(search, last) ? undo : null,
    takeBack: (vehicleId) => {
      state.takeBack(vehicleId);
      dropSent([vehicleId], here.place);
    },
  };
}

/** As the address bar names it. */
export function placeKeyOf({ place, at }: Pick<DispatchState['search'], 'place' | 'at'>): string {
  return place ?? (at ? `${at.lon},${at.lat}` : '');
}

/** What a row of a unit says that was marked as sent on this computer, to another fire or before its place was left. */
export function useSentElsewhere(
  search: DispatchState['search'],
  sentIds: readonly string[],
): (vehicleId: string) => string {
  const notes = useSentNotes();
  const { t, format } = useWords();
  return (vehicleId) => {
    const note = sentElsewhere(notes, vehicleId, { place: placeKeyOf(search), sentIds });
    if (!note) return '';
    return t('set.sentElsewhere', {
      place: note.label,
      time: format.time(new Date(note.atMs)),
    });
  };
}
