import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Position } from '../../geo/position.ts';
import { withdrawCorrection } from '../api.ts';
import { useAuthorName } from '../author/use-author-name.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import type { ToolMarks } from '../map/tool-marks.ts';
import { type TakePoint, useTakenPoints } from '../tools/use-taken-points.ts';
import { type Telling, useTelling } from '../ui/use-telling.ts';
import {
  type Faults,
  type RoadDraft,
  saysNothing,
  withoutParts,
  writeCorrections,
} from './road-draft.ts';
import {
  draftIn,
  type FormRoad,
  noDrafts,
  type RoadDrafts,
  takeEarly,
  withDraft,
} from './road-drafts.ts';
import { roadMark } from './road-mark.ts';
import { type Sent, sendCorrections } from './send-corrections.ts';
import { findUnusual } from './unusual-figures.ts';
import { type RoadPick, useRoadPick } from './use-road-pick.ts';

export type RoadsTab = 'road' | 'survey';
export type RoadsDone = Sent | 'withdrawn';

/** By its id; `none` for what lies outside of every ward. */
export type ListedWard = number | 'none';

export type Roads = Telling<RoadsDone> & {
  tab: RoadsTab;
  setTab: (tab: RoadsTab) => void;
  /** The ward whose roads are listed; null for the list of wards. */
  ward: ListedWard | null;
  setWard: (ward: ListedWard | null) => void;
  at: LonLat | null;
  pick: RoadPick;
  draft: RoadDraft;
  change: (next: RoadDraft) => void;
  /** Something is said, and it is known of which road. */
  canSave: boolean;
  faults: Faults;
  /** The figures are out of all proportion: saved when it is pressed once more. */
  isAskedAgain: boolean;
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
  const [ward, setWard] = useState<ListedWard | null>(null);
  const [at, setAt] = useState<LonLat | null>(null);
  const [by, setBy] = useAuthorName();
  const pick = useRoadPick(isOn ? at : null);
  const road = pick.road.data ?? null;
  const { telling, ...writing } = useWriting(pick, { by, onSaved: () => view?.hands.focus() });
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
    ...writing,
    by,
    setBy,
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

/** The draft in the form, and what becomes of it. */
function useWriting(pick: RoadPick, { by, onSaved }: { by: string; onSaved: () => void }) {
  // While the road of another point is on its way, the one before is shown, and nothing is written to it.
  const road = pick.road.isPlaceholderData ? null : (pick.road.data ?? null);
  const target = pick.road.data?.target ?? '';
  const { draft, write, latest } = useDrafts({ target, isKnown: road !== null });
  const [faults, setFaults] = useState<{ of: string; faults: Faults }>({ of: '', faults: {} });
  // The figures that were asked about, of which road: pressed once more, they are meant so.
  const [asked, setAsked] = useState('');
  const figures = figuresOf(target, draft);
  const { telling, tell } = useTelling<RoadsDone>();
  const known = road?.target ?? '';
  const open = useRef(known);
  useEffect(() => {
    open.current = known;
  }, [known]);
  return {
    draft,
    change: write,
    canSave: road !== null && !saysNothing(draft),
    faults: faults.of === target ? faults.faults : {},
    isAskedAgain: asked === figures,
    telling,
    save: () => {
      if (!road) return;
      const written = writeCorrections(draft, { road, kinds: pick.kinds, by });
      const isWritten = Object.keys(written.faults).length === 0;
      const unusual = findUnusual(written.parts, { road, kinds: pick.kinds });
      const mustAsk = isWritten && asked !== figures && Object.keys(unusual).length > 0;
      setAsked(mustAsk ? figures : '');
      setFaults({ of: target, faults: mustAsk ? unusual : written.faults });
      if (!isWritten || mustAsk || written.parts.length === 0) return;
      void tell(async () => {
        const sent = await sendCorrections(written.parts);
        const left = withoutParts(latest(), { sent: draft, saved: sent.saved });
        write(left);
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

function figuresOf(target: string, { width, height, kind, clear }: RoadDraft): string {
  return JSON.stringify([target, width, height, kind, clear]);
}

function useDrafts(form: FormRoad) {
  const { target, isKnown } = form;
  const [drafts, setDrafts] = useState(noDrafts);
  // As they are when an answer of the server comes: one may have been written on since.
  const latest = useRef(drafts);
  const keep = (next: RoadDrafts) => {
    latest.current = next;
    setDrafts(next);
  };
  const takeWritten = useEffectEvent(() => keep(takeEarly(latest.current, target)));
  // Before the form is drawn with that road: what stands in it must not be gone for a moment.
  useLayoutEffect(() => {
    if (isKnown) takeWritten();
  }, [target, isKnown]);
  return {
    draft: draftIn(drafts, form),
    write: (next: RoadDraft) => keep(withDraft(latest.current, form, next)),
    latest: () => draftIn(latest.current, form),
  };
}
