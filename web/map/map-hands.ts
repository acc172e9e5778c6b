import type { Map as MapLibreMap } from 'maplibre-gl';
import { LayerSwitch } from './layer-switch.ts';
import { StopHandle } from './stop-handle.ts';
import type { DragLine } from './tool-marks.ts';

/** What the dispatcher's tools do with the map: hide layers, take points, move the stop. */
export class MapHands {
  readonly layers: LayerSwitch;
  readonly stop: StopHandle;
  readonly #map: MapLibreMap;
  #onTap: ((at: { lon: number; lat: number }) => void) | null = null;

  constructor(map: MapLibreMap, onDrag: (line: DragLine | null) => void) {
    this.#map = map;
    this.layers = new LayerSwitch(map);
    this.stop = new StopHandle(map, onDrag);
    map.on('click', ({ lngLat }) => this.#onTap?.({ lon: lngLat.lng, lat: lngLat.lat }));
  }

  /** Every press of the left button or a finger is a point, until null is given. */
  takePoints(onTap: ((at: { lon: number; lat: number }) => void) | null): void {
    this.#onTap = onTap;
    this.#map.getCanvas().classList.toggle('takes-points', onTap !== null);
    // Two points near each other are no wish to zoom in.
    if (onTap) this.#map.doubleClickZoom.disable();
    else this.#map.doubleClickZoom.enable();
  }

  /** Gives the map the keyboard: arrows move it under the cross-hair. */
  focus(): void {
    this.#map.getCanvas().focus();
  }
}
