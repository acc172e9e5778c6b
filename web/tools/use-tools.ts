import { useState } from 'react';
import type { Position } from '../../geo/position.ts';
import { type Closures, useClosures } from '../closures/use-closures.ts';
import type { Words } from '../i18n/words.ts';
import type { MapView } from '../map/map-view.ts';
import { type Roads, useRoads } from '../roads/use-roads.ts';
import { useScreenKey } from '../ui/use-screen-key.ts';
import { type LayerSwitches, useHiddenLayers } from './use-hidden-layers.ts';
import type { TakePoint } from './use-taken-points.ts';
import { type Measure, useMeasure } from './use-measure.ts';

export type ToolName = 'layers' | 'measure' | 'closures' | 'roads' | 'issues' | 'wind';

/** Arrows and Enter then point at the map at once. */
const pointing: readonly ToolName[] = ['measure', 'closures', 'roads'];

export type Tools = {
  /** One at a time: two cards would hide the map. */
  open: ToolName | null;
  toggle: (name: ToolName) => void;
  close: () => void;
  layers: LayerSwitches;
  measure: Measure;
  closures: Closures;
  roads: Roads;
  /** The tool in hand that takes points of the map; null where none does. */
  takePoint: TakePoint | null;
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
  const roads = useRoads(view, { isOn: open === 'roads', words });
  const close = () => setOpen(null);
  const toggle = (name: ToolName) => {
    setOpen(open === name ? null : name);
    if (pointing.includes(name) && open !== name) view?.hands.focus();
  };
  useScreenKey('l', () => toggle('layers'));
  useScreenKey('m', () => toggle('measure'));
  useScreenKey('w', () => toggle('issues'));
  useScreenKey('g', () => toggle('wind'));
  useScreenKey('d', () => toggle('roads'));
  useScreenKey('k', () => toggle('closures'));
  useScreenKey('Escape', close, { isOn: open !== null, within: '.tool-panel' });
  const takePoint = measure.takePoint ?? closures.takePoint ?? roads.takePoint;
  return { open, toggle, close, layers, measure, closures, roads, takePoint };
}
