import { localScale } from './distance.ts';
import type { Position } from './position.ts';

/** Degrees clockwise from north, of the line from the first position to the second. */
export function bearingOf([a, b]: Position[]): number {
  if (!a || !b) return 0;
  const scale = localScale(a[1]);
  return (Math.atan2((b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y) * 180) / Math.PI;
}

/** A turn by so many degrees clockwise as -180 to 180: left below 0. */
export function signedTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

/** To either side. */
export function turnOf(degrees: number): number {
  return Math.abs(signedTurn(degrees));
}
