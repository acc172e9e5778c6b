import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapLibreOverlay } from '@deck.gl/maplibre';

/** Dots of the screen to a pixel that the map reckons with; more than the screen's own where it is enlarged (theme.css). */
export function dotsPerPixel(container: HTMLElement): number {
  const scale = Number(getComputedStyle(container).getPropertyValue('--map-scale')) || 1;
  return window.devicePixelRatio * scale;
}

/** Draws with as many dots as the screen has, also when the window has moved to another one. */
export function keepSharp(map: MapLibreMap, overlay: MapLibreOverlay): void {
  const sharpen = () => {
    const ratio = dotsPerPixel(map.getContainer());
    if (map.getPixelRatio() === ratio) return;
    map.setPixelRatio(ratio);
    overlay.setProps({ useDevicePixels: ratio });
  };
  map.on('resize', sharpen);
  map.once('remove', followDensity(sharpen));
}

/** On a screen of other density the window may keep its size. Returns what ends it. */
function followDensity(listener: () => void): () => void {
  const ended = new AbortController();
  let screen: MediaQueryList;
  const watch = () => {
    // True of this screen only: it changes once.
    screen = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    screen.addEventListener('change', moved, { once: true, signal: ended.signal });
  };
  function moved() {
    listener();
    watch();
  }
  watch();
  return () => ended.abort();
}
