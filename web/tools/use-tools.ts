import { useState } from 'react';
import type { Position } from '../../geo/position.ts';
import { type Closures, useClosures } from '../closures/use-closures.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { type LayerSwitches, useHiddenLayers } from './use-hidden-layers.ts';
import { type Measure, useMeasure } from './use-measure.ts';

export type ToolName = 'layers' | 'measure' | 'closures' | 'issues' | 'wind';

export type Tools = {
  /** One at a time: two cards would hide the map. */
  open: ToolName | null;
  toggle: (name: ToolName) => void;
  close: () => void;
  layers: LayerSwitches;
  measure: Measure;
  closures: Closures;
};

/** What the dispatcher can do with the map, by key and by button; Esc leaves the open tool. */
export function useTools(
  view: MapView | null,
  { words, route }: { words: Words; route: Position[] },
): Tools {
  const [open, setOpen] = useState<ToolName | null>(null);
  const layers = useHiddenLayers(view);
  const measure = useMeasure(view, { isOn: open === 'measure', words });
  const closures = useClosures(view, { isOn: open === 'closures', route });
  const close = () => setOpen(null);
  const toggle = (name: ToolName) => {
    setOpen(open === name ? null : name);
    // Arrows and Enter then measure, or draw, at once.
    if ((name === 'measure' || name === 'closures') && open !== name) view?.hands.focus();
  };
  useScreenKey('l', () => toggle('layers'));
  useScreenKey('m', () => toggle('measure'));
  useScreenKey('w', () => toggle('issues'));
  useScreenKey('g', () => toggle('wind'));
  useScreenKey('k', () => toggle('closures'));
  useScreenKey('Escape', close, { isOn: open !== null });
  return { open, toggle, close, layers, measure, closures };
}
