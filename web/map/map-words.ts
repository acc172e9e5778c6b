import type { Map as MapLibreMap } from 'maplibre-gl';

export type MapWords = Record<'zoomIn' | 'zoomOut' | 'attribution' | 'label', string>;

const controls: Record<keyof MapWords, string> = {
  label: 'canvas.maplibregl-canvas',
  zoomIn: '.maplibregl-ctrl-zoom-in',
  zoomOut: '.maplibregl-ctrl-zoom-out',
  attribution: '.maplibregl-ctrl-attrib-button',
};

/** Where the page says in words what the map shows. */
export const mapTextId = 'map-text';

/** MapLibre takes its words once, when it is made; these follow the screen's language. */
export function nameControls(map: MapLibreMap, words: MapWords): void {
  for (const [key, selector] of Object.entries(controls)) {
    const control = map.getContainer().querySelector(selector);
    const word = words[key as keyof MapWords];
    control?.setAttribute('aria-label', word);
    if (key !== 'label') control?.setAttribute('title', word);
  }
  map.getCanvas().setAttribute('aria-describedby', mapTextId);
}
