import { useEffect, useEffectEvent } from 'react';
import type { MapView } from '../map/map-view.ts';

export type TakePoint = (at: { lon: number; lat: number }) => void;

/**
 * While a tool is in hand, every press on the map is a point for it. What it returns takes the other ways to point
 * as well (Enter at the cross-hair, the right button): null while the tool is put away.
 */
export function useTakenPoints(
  view: MapView | null,
  { isOn, take }: { isOn: boolean; take: TakePoint },
): TakePoint | null {
  const taken = useEffectEvent(take);
  useEffect(() => {
    if (!view || !isOn) return;
    view.hands.takePoints((at) => taken(at));
    return () => view.hands.takePoints(null);
  }, [view, isOn]);
  return isOn ? take : null;
}
