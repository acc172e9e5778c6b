import { useEffect, useMemo, useRef, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import { withdrawCorrection } from '../api.ts';
import { useAuthorName } from '../author/use-author-name.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { type TakePoint, useTakenPoints } from '../tools/use-taken-points.ts';
import { type Telling, useTelling } from '../ui/use-telling.ts';
import {
  emptyDraft,
  type Faults,
  type RoadDraft,
  saysNothing,
  withoutParts,
  writeCorrections,
} from './road-draft.ts';
import { roadMark } from './road-mark.ts';
import { type Sent, sendCorrections } from './send-corrections.ts';
import { type RoadPick, useRoadPick } from './use-road-pick.ts';

export type RoadsTab = 'road' | 'survey';
export type RoadsDone = Sent | 'withdrawn';

export type Roads = Telling<RoadsDone> & {
  tab: RoadsTab;
  setTab: (tab: RoadsTab) => void;
  /** The ward whose roads are listed; null for the list of wards. */
  ward: number | null;
  setWard: (ward: number | null) => void;
  at: LonLat | null;
  pick: RoadPick;
  draft: RoadDraft;
  change: (next: RoadDraft) => void;
  faults: Faults;
  by: string;
  setBy: (by: string) => void;
  save: () => void;
  withdraw: (id: number) => void;
  /** Has the map fly to a road, and opens it. */
  show: (at: LonLat) => void;
  /** Gives the keyboard to the map, to point at another road. */
  pointAgain: () => void;
  takePoint: TakePoint | null;
  marks: ToolMarks['road'];
};

type LonLat = { lon: number; lat: number };

/** A road pressed on the map, what is known of it, and what somebody is writing about it. */
export function useRoads(
  view: MapView | null,
  { isOn, words }: { isOn: boolean; words: Words },
): Roads {
  const [tab, setTab] = useState<RoadsTab>('road');
  const [ward, setWard] = useState<number | null>(null);
  const [at, setAt] = useState<LonLat | null>(null);
  const [by, setBy] = useAuthorName();
  const pick = useRoadPick(isOn ? at : null);
  const road = pick.road.data ?? null;
  const { draft, change, faults, telling, save, withdraw } = useWriting(pick, {
    by,
    onSaved: () => view?.hands.focus(),
  });
  const open = (point: LonLat) => {
    setAt(point);
    setTab('road');
  };
  const takePoint = useTakenPoints(view, { isOn, take: open });
  const isShown = isOn && tab === 'road' && at !== null;
  return {
    ...telling,
    tab,
    setTab,
    ward,
    setWard,
    at,
    pick,
    draft,
    change,
    faults,
    by,
    setBy,
    save,
    withdraw,
    show: (point) => {
      open(point);
      view?.frame([[point.lon, point.lat] satisfies Position], { minZoom: 17 });
    },
    pointAgain: () => view?.hands.focus(),
    takePoint,
    marks: useMemo(
      () => (isShown && road ? roadMark(road, pick.entered, words) : null),
      [isShown, road, pick.entered, words],
    ),
  };
}

/** Drafts are kept by road: who points at another one by mistake comes back to what was typed. */
function useWriting(pick: RoadPick, { by, onSaved }: { by: string; onSaved: () => void }) {
  // While the road of another point is on its way, the one before is shown, and nothing is written to it.
  const road = pick.road.isPlaceholderData ? null : (pick.road.data ?? null);
  const target = road?.target ?? '';
  const [drafts, setDrafts] = useState<Readonly<Record<string, RoadDraft>>>({});
  const [faults, setFaults] = useState<{ of: string; faults: Faults }>({ of: '', faults: {} });
  const { telling, tell } = useTelling<RoadsDone>();
  const draft = drafts[target] ?? emptyDraft;
  // As they are when an answer of the server comes: one may have been written on since.
  const latest = useRef(drafts);
  const open = useRef(target);
  useEffect(() => {
    open.current = target;
  }, [target]);
  const change = (next: RoadDraft) => {
    latest.current = { ...latest.current, [target]: next };
    setDrafts(latest.current);
  };
  return {
    draft,
    change,
    faults: faults.of === target ? faults.faults : {},
    telling,
    save: () => {
      if (!road) return;
      const written = writeCorrections(draft, { road, kinds: pick.kinds, by });
      setFaults({ of: target, faults: written.faults });
      if (Object.keys(written.faults).length > 0 || written.parts.length === 0) return;
      void tell(async () => {
        const sent = await sendCorrections(written.parts);
        const before = latest.current[target] ?? emptyDraft;
        const left = withoutParts(before, { sent: draft, saved: sent.saved });
        change(left);
        setFaults({ of: target, faults: sent.faults });
        // Whoever goes on writing keeps the keyboard.
        const isAllSaved = sent.saved.length === written.parts.length;
        const isDone = isAllSaved && saysNothing(left) && left.note === '' && left.since === '';
        if (isDone && open.current === target) onSaved();
        return sent;
      });
    },
    withdraw: (id: number) =>
      void tell(async () => {
        await withdrawCorrection(id, by.trim());
        return 'withdrawn';
      }),
  };
}
