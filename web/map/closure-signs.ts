// How a closed road is drawn, on the screen and on paper. Pure.

import type { Position } from '../../geo/position.ts';
import type { ClosureEffect, ClosureOnMap } from './tool-marks.ts';

export const closureSigns: Record<ClosureEffect, string> = { impassable: '✕', avoid: '!' };

/** The line of it; of an area its edge. */
export function closureLine(geometry: ClosureOnMap['geometry']): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates[0]!;
}

/** Where its sign stands. */
export function closureMiddle(line: Position[]): Position {
  return line[Math.floor((line.length - 1) / 2)]!;
}
