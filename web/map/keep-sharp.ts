import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLibreOverlay } from '@deck.gl/maplibre';

/** Dots of the screen to a pixel that the map reckons with; more than the screen's own where it is enlarged (theme.css). */
export function dotsPerPixel(container: HTMLElement): number {
  const scale = Number(getComputedStyle(container).getPropertyValue('--map-scale')) || 1;
  return window.devicePixelRatio * scale;
}

/** Draws with as many dots as the screen has, also when the window has moved to another one of another size. */
export function keepSharp(map: MapLibreMap, overlay: MapLibreOverlay): void {
  map.on('resize', () => {
    const ratio = dotsPerPixel(map.getContainer());
    if (map.getPixelRatio() === ratio) return;
    map.setPixelRatio(ratio);
    overlay.setProps({ useDevicePixels: ratio });
  });
}
