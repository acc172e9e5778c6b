import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import type { Closure } from '../../server/closures/schema.ts';
import { type ApiError, drawClosure, withdrawClosure } from '../api.ts';
import { useWords } from '../i18n/use-words.ts';
import type { MapView } from '../map/map-view.ts';
import { useAuthorName } from '../author/use-author-name.ts';
import { type ClosedRoads, useClosedRoads } from './use-closed-roads.ts';
import { useCurrentClosures } from './use-current-closures.ts';
import type { Done } from './closure-said.ts';
import { type TakePoint, useTakenPoints } from '../tools/use-taken-points.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { useNow } from '../status/use-now.ts';
import { type Telling, useTelling } from '../ui/use-telling.ts';
import {
  addPoint,
  afterSent,
  emptyDraft,
  faultOfTimes,
  stretchNear,
  takeShape,
  withoutLast,
  writeClosure,
  type Draft,
} from './closure-draft.ts';

export type Closures = Telling<Done> &
  ClosedRoads & {
    /** What was asked last, of which it is told how it ended. */
    doing: 'draw' | 'withdraw';
    all: Closure[];
    /** As it was asked for: what nobody could ask is not an empty list. */
    current: UseQueryResult<Closure[], ApiError>;
    draft: Draft;
    change: (next: Draft) => void;
    takePoint: TakePoint | null;
    removeLast: () => void;
    /** The stretch of the shown road that is nearest to the middle of the map. */
    takeRoute: () => void;
    by: string;
    setBy: (by: string) => void;
    /** What is wrong with its times, which the server would refuse. */
    timesFault: ReturnType<typeof faultOfTimes>;
    isReady: boolean;
    send: () => void;
    withdraw: (id: number) => void;
  };

/** Closures of the server for every viewer, and the one that is being drawn while the tool is open. */
export function useClosures(
  view: MapView | null,
  { isOn, route }: { isOn: boolean; route: Position[] },
): Closures {
  const [draft, setDraft] = useState(emptyDraft);
  const [by, setBy] = useAuthorName();
  const { timeZone } = useWords();
  const { telling, tell } = useDoing();
  const current = useCurrentClosures();
  const all = useMemo(() => current.data ?? [], [current.data]);
  const closedRoads = useClosedRoads(all, isOn ? draft : null);
  const add = ({ lon, lat }: { lon: number; lat: number }) =>
    setDraft((before) => addPoint(before, [lon, lat]));
  const removeLast = () => setDraft(withoutLast);
  const takeRoute = () => {
    if (!view) return;
    const { lon, lat } = view.center();
    const points = stretchNear(route, [lon, lat]);
    setDraft((before) => ({ ...takeShape(before, 'line'), points }));
  };

  const now = useNow();
  const timesFault = faultOfTimes(draft, timeZone, now.getTime());
  const written = timesFault === null ? writeClosure(draft, by, timeZone) : null;

  const takePoint = useTakenPoints(view, { isOn, take: add });
  useScreenKey('Backspace', removeLast, { isOn });

  return {
    all,
    current,
    ...closedRoads,
    draft,
    change: setDraft,
    takePoint,
    removeLast,
    takeRoute,
    by,
    setBy,
    timesFault,
    isReady: written !== null,
    ...telling,
    send: () =>
      written &&
      void tell('draw', async () => {
        const closure = await drawClosure(written);
        setDraft((now) => afterSent(now, draft));
        return { closure };
      }),
    withdraw: (id) =>
      void tell('withdraw', async () => {
        await withdrawClosure(id, by.trim());
        return { closure: null };
      }),
  };
}

/** Of both alike: one at a time is told. */
function useDoing() {
  const [doing, setDoing] = useState<Closures['doing']>('draw');
  const { telling, tell } = useTelling<Done>();
  return {
    telling: { ...telling, doing },
    tell: (next: Closures['doing'], what: () => Promise<Done>) => {
      setDoing(next);
      return tell(what);
    },
  };
}
