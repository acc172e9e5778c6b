import type { LngLat, Map as MapLibreMap, MapTouchEvent } from 'maplibre-gl';

const pressMs = 550;
/** A finger trembles this much without meaning to drag. */
const tremblePixels = 8;

/** Calls back when one finger rests on the map; browsers on phones send no contextmenu there. */
export function watchLongPress(map: MapLibreMap, onPress: (at: LngLat) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: MapTouchEvent | null = null;
  const stop = () => {
    clearTimeout(timer);
    start = null;
  };
  map.on('touchstart', (event) => {
    stop();
    // A finger on the stop sign is about to drag it.
    const onMap = event.originalEvent.target instanceof HTMLCanvasElement;
    if (event.points.length !== 1 || !onMap) return;
    start = event;
    timer = setTimeout(() => {
      onPress(event.lngLat);
      stop();
    }, pressMs);
  });
  map.on('touchmove', (event) => {
    if (start && event.point.dist(start.point) > tremblePixels) stop();
  });
  map.on('touchend', stop);
  map.on('touchcancel', stop);
}
