import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ResponseResult } from '../../server/response/schema.ts';
import type { StatedPosition } from '../../geo/positions/stated-position.ts';
import { isSamePoint } from '../caller/position-words.ts';
import { withReason, withStop } from '../choices/choices-in-address.ts';
import {
  dropChoices,
  type Leading,
  markSent,
  type Marked,
  sendAlso,
  sendFirst,
  takeBack,
  undoMark,
} from '../choices/who-is-sent.ts';
import type { MapCamera } from '../map/camera.ts';
import { type ShownIncident, writeIncident } from '../run-cards/incident.ts';
import type { SetWind } from '../wind/wind-words.ts';
import type { DispatchSearch } from './dispatch-search.ts';

const route = getRouteApi('/');

export type DispatchState = {
  typed: string;
  /** Where the map was when the screen opened; later the map itself knows. */
  camera: MapCamera | null;
  search: Omit<DispatchSearch, 'map'>;
  setTyped: (text: string) => void;
  choosePlace: (id: string) => void;
  choosePoint: (at: { lon: number; lat: number }) => void;
  chooseUnit: (id: string) => void;
  /** In place of the one that the computation puts first, beside the answer that it is chosen against. */
  sendFirst: (id: string, computed: ResponseResult | undefined) => void;
  /** Beside the set: one that brings no water. */
  sendAlso: (id: string) => void;
  /** These are on their way; one goes first of them where nobody was sent first by hand. */
  markSent: (ids: string[], leading: Leading) => void;
  /** As it was before that. */
  undoMark: (marked: Marked) => void;
  /** It does not come after all. */
  takeBack: (id: string) => void;
  /** Where that unit is to stop; null for where it was planned. */
  chooseStop: (unitId: string, stop: { lon: number; lat: number } | null) => void;
  /** Where the place opens onto its road. */
  chooseDoor: (door: { lon: number; lat: number }) => void;
  /** Why that was chosen by hand. */
  giveReason: (key: string, why: string) => void;
  /** Unit, stops of all units, and door as computed again; but for who leads those that were sent. */
  dropChoices: () => void;
  /** What happens there: a fire or a rescue, and of which alarm level. */
  chooseIncident: (incident: ShownIncident) => void;
  /** Marks where the caller is, and asks for a response to that very point. */
  chooseCaller: (caller: StatedPosition) => void;
  forgetCaller: () => void;
  /** null forgets what was typed. */
  chooseWind: (wind: SetWind | null) => void;
  leaveTarget: () => void;
  setCamera: (camera: MapCamera) => void;
};

/** The state of the screen, all of it in the address bar. */
export function useDispatchState(): DispatchState {
  const search = useStoredSearch();
  const { typed, setTyped } = useTyped(search.q ?? '');
  const map = route.useSearch({ select: (search) => search.map });
  const [camera] = useState(map ?? null);
  return { typed, camera, setTyped, search, ...useChoices(typed) };
}

/** What the address bar holds, but for the map: that moves too often to draw the screen for it. */
function useStoredSearch(): DispatchState['search'] {
  return route.useSearch({ select: (search) => without(search, 'map'), structuralSharing: true });
}

type Choices = Omit<DispatchState, 'typed' | 'camera' | 'search' | 'setTyped'>;

function useChoices(typed: string): Choices {
  const go = route.useNavigate();
  return useMemo(() => {
    const replace = (next: (search: DispatchSearch) => DispatchSearch): void =>
      void go({ search: next, replace: true });
    const open = (next: (search: DispatchSearch) => DispatchSearch): void =>
      void go({ search: (search) => ({ ...kept(search), q: typed, ...next(search) }) });
    // Whoever finds again what is asked about already only closes the list: what was chosen there stays.
    const openAnother = (isSame: (search: DispatchSearch) => boolean, next: DispatchSearch): void =>
      void go({
        search: (search) =>
          isSame(search)
            ? { ...search, ...next, q: typed }
            : { ...kept(search), ...next, q: typed },
      });
    return {
      choosePlace: (id) => openAnother(({ place }) => place === id, { place: id }),
      choosePoint: (at) => open(() => ({ at })),
      chooseUnit: (unit) => replace((search) => ({ ...search, unit })),
      sendFirst: (unit, computed) => replace((search) => sendFirst(search, unit, computed)),
      sendAlso: (unit) => replace((search) => sendAlso(search, unit)),
      markSent: (ids, leading) => replace((search) => markSent(search, ids, leading)),
      undoMark: (marked) => replace((search) => undoMark(search, marked)),
      takeBack: (unit) => replace((search) => takeBack(search, unit)),
      chooseStop: (unit, at) => replace((search) => ({ ...withStop(search, unit, at), unit })),
      chooseDoor: (door) =>
        replace((search) =>
          // Why it was another door explains nothing of this one.
          search.place ? { ...withReason(search, 'door', ''), door } : { ...search, at: door },
        ),
      giveReason: (key, why) => replace((search) => withReason(search, key, why)),
      dropChoices: () => replace(dropChoices),
      chooseIncident: (incident) =>
        replace((search) => ({
          ...without(search, 'incident', 'alarm'),
          ...writeIncident(incident),
        })),
      chooseCaller: (caller) =>
        openAnother(({ at }) => isSamePoint(caller, at), {
          at: { lon: caller.lon, lat: caller.lat },
          caller,
        }),
      forgetCaller: () => replace((search) => without(search, 'caller')),
      chooseWind: (wind) =>
        replace((search) => ({ ...without(search, 'wind'), ...(wind && { wind }) })),
      leaveTarget: () => open(() => ({})),
      setCamera: (map) => replace((search) => ({ ...search, map })),
    };
  }, [go, typed]);
}

type Droppable = 'map' | 'caller' | 'wind' | 'incident' | 'alarm';

function without(search: DispatchSearch, ...keys: Droppable[]): DispatchSearch {
  const rest = { ...search };
  for (const key of keys) delete rest[key];
  return rest;
}

/** What outlives the place in question. */
function kept({ map, caller, wind }: DispatchSearch): DispatchSearch {
  return { ...(map && { map }), ...(caller && { caller }), ...(wind && { wind }) };
}

/** What is typed shows at once; the address bar follows when the hand rests. */
function useTyped(q: string): { typed: string; setTyped: (text: string) => void } {
  const [typed, setTyped] = useState(q);
  const written = useRef(q);
  const go = route.useNavigate();
  useEffect(() => {
    // The address bar was changed by someone else: back, forward, an example pressed.
    if (q !== written.current) {
      written.current = q;
      setTyped(q);
    }
  }, [q]);
  useEffect(() => {
    if (typed === written.current) return;
    const timer = setTimeout(() => {
      written.current = typed;
      void go({ search: (search) => ({ ...search, q: typed }), replace: true });
    }, 400);
    return () => clearTimeout(timer);
  }, [typed, go]);
  return { typed, setTyped };
}
