import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MapCamera } from '../map/camera.ts';
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
  leaveTarget: () => void;
  setCamera: (camera: MapCamera) => void;
};

/** The state of the screen, all of it in the address bar. */
export function useDispatchState(): DispatchState {
  const q = route.useSearch({ select: (search) => search.q ?? '' });
  const place = route.useSearch({ select: (search) => search.place });
  const at = route.useSearch({ select: (search) => search.at, structuralSharing: true });
  const unit = route.useSearch({ select: (search) => search.unit });
  const go = route.useNavigate();
  const { typed, setTyped } = useTyped(q);
  const map = route.useSearch({ select: (search) => search.map });
  const [camera] = useState(map ?? null);

  const change = useCallback(
    (next: (search: DispatchSearch) => DispatchSearch, replace: boolean) =>
      void go({ search: next, replace }),
    [go],
  );
  return {
    typed,
    camera,
    setTyped,
    search: {
      ...(q === '' ? {} : { q }),
      ...(place === undefined ? {} : { place }),
      ...(at === undefined ? {} : { at }),
      ...(unit === undefined ? {} : { unit }),
    },
    choosePlace: useCallback(
      (id) => change(({ map }) => withMap({ q: typed, place: id }, map), false),
      [change, typed],
    ),
    choosePoint: useCallback(
      (point) => change(({ map }) => withMap({ q: typed, at: point }, map), false),
      [change, typed],
    ),
    chooseUnit: useCallback((id) => change((search) => ({ ...search, unit: id }), true), [change]),
    leaveTarget: useCallback(
      () => change(({ map }) => withMap({ q: typed }, map), false),
      [change, typed],
    ),
    setCamera: useCallback((map) => change((search) => ({ ...search, map }), true), [change]),
  };
}

function withMap(search: DispatchSearch, map: MapCamera | undefined): DispatchSearch {
  return map ? { ...search, map } : search;
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
