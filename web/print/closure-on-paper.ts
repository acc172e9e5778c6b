// Where a closed road and its sign lie on a printed map. Pure.

import type { Position } from '../../geo/position.ts';
import { pointsEvery } from '../closures/points-every.ts';
import { closureLine, closureMiddle } from '../map/closure-signs.ts';
import type { ClosureOnMap } from '../map/tool-marks.ts';
import { isOnPaper, type PaperView } from './paper-view.ts';

/** A closed road, with the letter by which a list names it; empty where none does. */
export type PaperClosure = Pick<ClosureOnMap, 'geometry' | 'effect' | 'stretches'> & {
  id: number;
  letter: string;
};

const stepMeters = 10;

/** In the middle of it; where that is off the map, in the middle of what the map shows of it. */
export function closureSignPlace(
  { geometry, stretches }: Pick<PaperClosure, 'geometry' | 'stretches'>,
  view: PaperView,
): Position {
  const line = closureLine(geometry);
  const middle = closureMiddle(line);
  if (isOnPaper(view, middle)) return middle;
  const seen = [line, ...(stretches ?? [])]
    .map((each) => pointsEvery(stepMeters, each).filter((point) => isOnPaper(view, point)))
    .find((points) => points.length > 0);
  return seen ? closureMiddle(seen) : middle;
}
