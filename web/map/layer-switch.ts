import type { FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { type HiddenLayers, layerLooks, onDemand } from './layer-groups.ts';

/** Out of order stays in the tiles: only this filter takes it off the map. */
const withoutDead: FilterSpecification = ['!=', ['get', 'state'], 'out-of-order'];

/** Keeps layers hidden, whatever style the map shows and however often it gets another. */
export class LayerSwitch {
  readonly #map: MapLibreMap;
  #hidden: HiddenLayers = onDemand;

  constructor(map: MapLibreMap) {
    this.#map = map;
    // A new style, of another language or palette, shows what it shows by itself.
    map.on('styledata', () => this.#apply());
  }

  hide(hidden: HiddenLayers): void {
    this.#hidden = hidden;
    this.#apply();
  }

  /** Sets only what differs: every set is heard as new style data again. */
  #apply(): void {
    const map = this.#map;
    for (const { id, isHidden } of layerLooks(this.#hidden)) {
      if (!map.getLayer(id)) continue;
      const wanted = isHidden ? 'none' : 'visible';
      if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') !== wanted)
        map.setLayoutProperty(id, 'visibility', wanted);
    }
    if (!map.getLayer('water-points')) return;
    const hidesDead = this.#hidden.has('deadWater');
    if (hidesDead !== (map.getFilter('water-points') !== undefined))
      map.setFilter('water-points', hidesDead ? withoutDead : null);
  }
}
