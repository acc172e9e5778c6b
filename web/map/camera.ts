import type { Position } from '../../geo/position.ts';

export type MapCamera = { zoom: number; lon: number; lat: number };

export type Box = [west: number, south: number, east: number, north: number];

/** The smallest box around some positions, or null when there are none. */
export function boxAround(positions: Position[]): Box | null {
  if (positions.length === 0) return null;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}
