import { useEffect, useRef } from 'react';
import type { Health } from '../../server/health/schema.ts';
import type { MapView } from '../map/map-view.ts';

/** Where to look according to the address bar: known, or not yet because its place is being asked. */
export type OwnView = { isGiven: boolean; mayCome: boolean };

/** Opens the map on the city, unless the address bar says where to look. */
export function useCityView(
  view: MapView | null,
  health: Health | undefined,
  { isGiven, mayCome }: OwnView,
): void {
  const isPlaced = useRef(false);
  const bounds = health?.city?.bounds;
  useEffect(() => {
    if (isGiven) isPlaced.current = true;
    if (isPlaced.current || mayCome || !view || !bounds) return;
    isPlaced.current = true;
    view.openOn(bounds);
  }, [view, bounds, isGiven, mayCome]);
}
