import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import type { Closure } from '../../server/closures/schema.ts';
import { ApiError, drawClosure, fetchClosures, withdrawClosure } from '../api.ts';
import type { MapView } from '../map/map-view.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { useReporterName } from '../data-issues/use-reporter-name.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import {
  addPoint,
  emptyDraft,
  outlineOf,
  stretchNear,
  takeShape,
  writeClosure,
  type Draft,
} from './closure-draft.ts';

export type Closures = {
  all: Closure[];
  draft: Draft;
  change: (next: Draft) => void;
  add: (at: { lon: number; lat: number }) => void;
  removeLast: () => void;
  /** The stretch of the shown road that is nearest to the middle of the map. */
  takeRoute: () => void;
  by: string;
  setBy: (by: string) => void;
  isReady: boolean;
  isSending: boolean;
  failure: ApiError | null;
  /** What was done last, to be said. */
  done: 'drawn' | 'withdrawn' | null;
  send: () => void;
  withdraw: (id: number) => void;
  marks: ToolMarks['closures'];
};

/** Closures of the server for every viewer, and the one that is being drawn while the tool is open. */
export function useClosures(
  view: MapView | null,
  { isOn, route }: { isOn: boolean; route: Position[] },
): Closures {
  const [draft, setDraft] = useState(emptyDraft);
  const [by, setBy] = useReporterName();
  const { doing, act } = useActions(() => setDraft({ ...emptyDraft, shape: draft.shape }));
  const current = useQuery<Closure[], ApiError>({
    queryKey: ['closures'],
    queryFn: ({ signal }) => fetchClosures(signal),
    refetchInterval: 30_000,
  });
  const all = useMemo(() => current.data ?? [], [current.data]);
  const add = ({ lon, lat }: { lon: number; lat: number }) =>
    setDraft((before) => addPoint(before, [lon, lat]));
  const removeLast = () =>
    setDraft((before) => ({ ...before, points: before.points.slice(0, -1) }));
  const takeRoute = () => {
    if (!view) return;
    const { lon, lat } = view.center();
    const points = stretchNear(route, [lon, lat]);
    setDraft((before) => ({ ...takeShape(before, 'line'), points }));
  };

  const written = writeClosure(draft, by);

  useEffect(() => {
    if (!view || !isOn) return;
    view.hands.takePoints(add);
    return () => view.hands.takePoints(null);
  }, [view, isOn]);
  useScreenKey('Backspace', removeLast, { isOn });

  return {
    all,
    draft,
    change: setDraft,
    add,
    removeLast,
    takeRoute,
    by,
    setBy,
    isReady: written !== null,
    ...doing,
    send: () => written && void act('drawn', () => drawClosure(written)),
    withdraw: (id) => void act('withdrawn', () => withdrawClosure(id, by.trim())),
    marks: useMemo(
      () => ({
        all: all.filter(({ active }) => active),
        draft: isOn ? { line: outlineOf(draft), effect: draft.effect } : null,
      }),
      [all, isOn, draft],
    ),
  };
}

const still = { isSending: false, failure: null, done: null };

type Doing = Pick<Closures, 'isSending' | 'failure' | 'done'>;

/** Tells the server, then has everything on the screen asked for again. */
function useActions(onDrawn: () => void) {
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>(still);
  const act = async (done: 'drawn' | 'withdrawn', what: () => Promise<unknown>) => {
    setDoing({ ...still, isSending: true });
    try {
      await what();
      setDoing({ ...still, done });
      if (done === 'drawn') onDrawn();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setDoing({ ...still, failure: error });
    }
    // The state of the server first: by it the screen knows why its answers changed.
    await client.invalidateQueries({ queryKey: ['health'] });
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'health' });
  };
  return { doing, act };
}
