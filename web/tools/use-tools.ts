import { useState } from 'react';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { type LayerSwitches, useHiddenLayers } from './use-hidden-layers.ts';
import { type Measure, useMeasure } from './use-measure.ts';

export type ToolName = 'layers' | 'measure' | 'issues' | 'wind';

export type Tools = {
  /** One at a time: two cards would hide the map. */
  open: ToolName | null;
  toggle: (name: ToolName) => void;
  close: () => void;
  layers: LayerSwitches;
  measure: Measure;
};

/** What the dispatcher can do with the map, by key and by button; Esc leaves the open tool. */
export function useTools(view: MapView | null, words: Words): Tools {
  const [open, setOpen] = useState<ToolName | null>(null);
  const layers = useHiddenLayers(view);
  const measure = useMeasure(view, { isOn: open === 'measure', words });
  const close = () => setOpen(null);
  const toggle = (name: ToolName) => {
    setOpen(open === name ? null : name);
    // Arrows and Enter then measure at once.
    if (name === 'measure' && open !== name) view?.hands.focus();
  };
  useScreenKey('l', () => toggle('layers'));
  useScreenKey('m', () => toggle('measure'));
  useScreenKey('w', () => toggle('issues'));
  useScreenKey('g', () => toggle('wind'));
  useScreenKey('Escape', close, { isOn: open !== null });
  return { open, toggle, close, layers, measure };
}
