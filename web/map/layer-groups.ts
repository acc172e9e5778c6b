/** What can be taken off the base map, and the layers of the style that draw it. */
export const layerGroups = {
  water: ['water-points', 'water-point-flows'],
  stations: ['stations'],
  houseNumbers: ['house-numbers'],
  alleyNames: ['alley-names'],
  landmarks: ['landmarks-1', 'landmarks-2', 'landmarks-3'],
  boundaries: ['boundaries', 'ward-names'],
  buildings: ['buildings', 'building-edges'],
  roadWidths: ['width-measured', 'width-tagged', 'width-derived', 'width-assumed', 'limit-assumed'],
} as const;

export type LayerGroup = keyof typeof layerGroups;

/**
 * Everything that can be switched. `deadWater` is only what the register says is out of order;
 * `answerWater` is the water of the answer, `traffic` what was seen of the traffic. Fire, stop, hose and road are never switched off.
 */
export type Switchable = LayerGroup | 'deadWater' | 'answerWater' | 'traffic';

export const switchables: readonly Switchable[] = [
  'water',
  'deadWater',
  'stations',
  'houseNumbers',
  'alleyNames',
  'landmarks',
  'boundaries',
  'buildings',
  'answerWater',
  'roadWidths',
  'traffic',
];

/** Drawn only when asked for: they are work of their own, and would crowd an answer. */
export const onDemand: ReadonlySet<Switchable> = new Set<Switchable>(['roadWidths', 'traffic']);

export type HiddenLayers = ReadonlySet<Switchable>;

export type LayerLook = { id: string; isHidden: boolean };

/** For each switchable layer of the style whether it is to be hidden. */
export function layerLooks(hidden: HiddenLayers): LayerLook[] {
  return Object.entries(layerGroups).flatMap(([group, ids]) =>
    ids.map((id) => ({ id, isHidden: hidden.has(group as LayerGroup) })),
  );
}
