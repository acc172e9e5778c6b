import type { Position } from './position.ts';

export type Scale = { x: number; y: number };

/**
 * Metres per degree of longitude and latitude around one latitude, on the WGS 84 ellipsoid
 * (series of the meridian arc and the parallel, below 1 cm per degree).
 */
export function localScale(latitude: number): Scale {
  // The cosines of the multiples follow from the first: distances are asked for by the million.
  const cos = Math.cos((latitude * Math.PI) / 180);
  const cos2 = 2 * cos * cos - 1;
  const cos3 = 2 * cos * cos2 - cos;
  const cos4 = 2 * cos2 * cos2 - 1;
  const cos5 = 2 * cos * cos4 - cos3;
  return {
    x: 111_412.84 * cos - 93.5 * cos3 + 0.118 * cos5,
    y: 111_132.92 - 559.82 * cos2 + 1.175 * cos4,
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
