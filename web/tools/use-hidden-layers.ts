import { useEffect, useState } from 'react';
import type { MapView } from '../map/map-view.ts';
import { type HiddenLayers, type Switchable } from '../map/layer-groups.ts';
import { defaultHidden, readHidden, toggled, writeHidden } from './hidden-layers.ts';

const storageKey = 'firepoint.hiddenLayers';

export type LayerSwitches = {
  hidden: HiddenLayers;
  toggle: (what: Switchable) => void;
  /** Everything that is not drawn on demand only. */
  showAll: () => void;
};

/** Which layers the dispatcher does not want to see; kept on this machine. */
export function useHiddenLayers(view: MapView | null): LayerSwitches {
  const [hidden, setHidden] = useState(() => readHidden(localStorage.getItem(storageKey)));
  useEffect(() => view?.hands.layers.hide(hidden), [view, hidden]);
  const change = (next: HiddenLayers) => {
    const stored = writeHidden(next);
    if (stored === '') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, stored);
    setHidden(next);
  };
  return {
    hidden,
    toggle: (what) => change(toggled(hidden, what)),
    showAll: () => change(defaultHidden(hidden)),
  };
}
