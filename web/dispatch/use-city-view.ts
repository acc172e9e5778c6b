import { useEffect, useRef } from 'react';
import type { Health } from '../../server/health/routes.ts';
import type { MapView } from '../map/map-view.ts';

/** Opens the map on the city, unless the address bar says where to look. */
export function useCityView(
  view: MapView | null,
  health: Health | undefined,
  hasOwnView: boolean,
): void {
  const isPlaced = useRef(hasOwnView);
  const bounds = health?.city?.bounds;
  useEffect(() => {
    if (!view || !bounds || isPlaced.current) return;
    isPlaced.current = true;
    view.openOn(bounds);
  }, [view, bounds]);
}
