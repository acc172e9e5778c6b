// Which layers are off the map, as a value and as it is kept. Pure.

import { type HiddenLayers, onDemand, type Switchable, switchables } from '../map/layer-groups.ts';

/** What differs from a map that nobody has touched: a layer taken off, or `+` and one that was asked for. */
export function writeHidden(hidden: HiddenLayers): string {
  const off = missingLayers(hidden);
  const asked = [...onDemand].filter((what) => !hidden.has(what)).map((what) => `+${what}`);
  return [...off, ...asked].join(',');
}

export function readHidden(stored: string | null): HiddenLayers {
  const words = (stored ?? '').split(',');
  return new Set(
    switchables.filter((what) =>
      onDemand.has(what) ? !words.includes(`+${what}`) : words.includes(what),
    ),
  );
}

/** Those that somebody took off and may miss. */
export function missingLayers(hidden: HiddenLayers): Switchable[] {
  return [...hidden].filter((what) => !onDemand.has(what));
}

/** Nothing is missing; what is drawn on demand stays as it is. */
export function defaultHidden(hidden: HiddenLayers): HiddenLayers {
  return new Set([...hidden].filter((what) => onDemand.has(what)));
}

export function toggled(hidden: HiddenLayers, what: Switchable): HiddenLayers {
  const next = new Set(hidden);
  if (!next.delete(what)) next.add(what);
  return next;
}
