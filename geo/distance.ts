import type { Position } from './position.ts';

export type Scale = { x: number; y: number };

/**
 * Metres per degree of longitude and latitude around one latitude, on the WGS 84 ellipsoid
 * (series of the meridian arc and the parallel, below 1 cm per degree).
 */
export function localScale(latitude: number): Scale {
  const phi = (latitude * Math.PI) / 180;
  return {
    x: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    y: 111_132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  };
}

/** Metres between two points of a city: the plane around their middle latitude. */
export function metersBetween(a: Position, b: Position): number {
  const scale = localScale((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y);
}

export function lineMeters(line: Position[]): number {
  let meters = 0;
  for (let i = 1; i < line.length; i++) meters += metersBetween(line[i - 1]!, line[i]!);
  return meters;
}
