import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLibreOverlay } from '@deck.gl/maplibre';

/** How much larger the style sheet shows the map than it reckons (theme.css). */
function scaleOf(container: HTMLElement): number {
  return Number(getComputedStyle(container).getPropertyValue('--map-scale')) || 1;
}

/** Draws with as many dots as the screen has, also where the map is enlarged, and when the window moves to another screen. */
export function keepSharp(map: MapLibreMap, overlay: MapLibreOverlay): void {
  const sharpen = (): void => {
    const ratio = window.devicePixelRatio * scaleOf(map.getContainer());
    if (map.getPixelRatio() === ratio) return;
    map.setPixelRatio(ratio);
    overlay.setProps({ useDevicePixels: ratio });
  };
  map.on('resize', sharpen);
  sharpen();
}
