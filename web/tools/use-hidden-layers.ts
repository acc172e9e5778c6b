import { useEffect, useState } from 'react';
import type { MapView } from '../map/map-view.ts';
import { type HiddenLayers, type Switchable, switchables } from '../map/layer-groups.ts';

const storageKey = 'firepoint.hiddenLayers';

export type LayerSwitches = {
  hidden: HiddenLayers;
  toggle: (what: Switchable) => void;
  showAll: () => void;
};

function storedHidden(): HiddenLayers {
  const stored = (localStorage.getItem(storageKey) ?? '').split(',');
  return new Set(switchables.filter((what) => stored.includes(what)));
}

/** Which layers the dispatcher does not want to see; kept on this machine. */
export function useHiddenLayers(view: MapView | null): LayerSwitches {
  const [hidden, setHidden] = useState(storedHidden);
  useEffect(() => view?.hands.layers.hide(hidden), [view, hidden]);
  const change = (next: HiddenLayers) => {
    if (next.size === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, [...next].join(','));
    setHidden(next);
  };
  return {
    hidden,
    toggle: (what) => change(withToggled(hidden, what)),
    showAll: () => change(new Set()),
  };
}

function withToggled(hidden: HiddenLayers, what: Switchable): HiddenLayers {
  const next = new Set(hidden);
  if (!next.delete(what)) next.add(what);
  return next;
}
