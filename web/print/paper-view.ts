// Where things lie on a printed map. Pure: the same figures place the base map and what is drawn on it.

import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { type Box, boxAround } from '../map/camera.ts';

/** In CSS pixels, 96 to the inch: on paper as on screen. */
export type PaperSize = { width: number; height: number };

export type PaperView = PaperSize & { center: Position; zoom: number };

/** Pixels of the whole world at zoom 0, as MapLibre counts. */
const worldPixels = 512;

/** Nearer than this the map has nothing more to show. */
const closestZoom = 18.6;

/** Mercator, 0–1 from west and from north. */
function worldOf([lon, lat]: Position): Position {
  const phi = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2];
}

function positionOf([x, y]: Position): Position {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** The view that shows all positions, as near as possible, with a margin; null without any. */
export function viewOf(positions: Position[], size: PaperSize, margin: number): PaperView | null {
  const box: Box | null = boxAround(positions.map(worldOf));
  if (!box) return null;
  const [west, north, east, south] = box;
  const pixels = Math.min(
    (size.width - 2 * margin) / (east - west),
    (size.height - 2 * margin) / (south - north),
  );
  return {
    ...size,
    center: positionOf([(west + east) / 2, (north + south) / 2]),
    zoom: Math.min(closestZoom, Math.log2(pixels / worldPixels)),
  };
}

/** Pixels from the left and the upper edge of the view. */
export function onPaper(view: PaperView, position: Position): Position {
  const pixels = worldPixels * 2 ** view.zoom;
  const at = worldOf(position);
  const center = worldOf(view.center);
  return [
    (at[0] - center[0]) * pixels + view.width / 2,
    (at[1] - center[1]) * pixels + view.height / 2,
  ];
}

export function isOnPaper(view: PaperView, position: Position): boolean {
  const [x, y] = onPaper(view, position);
  return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
}

export function metersPerPixel({ zoom, center }: PaperView): number {
  const pixelsPerDegree = (worldPixels * 2 ** zoom) / 360;
  return localScale(center[1]).x / pixelsPerDegree;
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is no longer than this. */
export function scaleBar(
  view: PaperView,
  longestPixels: number,
): { meters: number; pixels: number } {
  const longest = longestPixels * metersPerPixel(view);
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = power * ([5, 2].find((step) => step * power <= longest) ?? 1);
  return { meters, pixels: meters / metersPerPixel(view) };
}

/** A map without closures, printed before the server could say which there are, would pass for an open way. */
export function isWhole(
  maps: { view: PaperView | null; base: object | null }[],
  { isAskingClosures }: { isAskingClosures: boolean },
): boolean {
  return !isAskingClosures && maps.every(({ view, base }) => view === null || base !== null);
}
