// What routers take a metre for that should be avoided. Pure. No way may cost more seconds for all that it crosses
// of them than for one impassable stretch, or the router would rather say that there is no way.

import { lineMeters } from '../../geo/distance.ts';
import type { CityClosure, ClosedPair } from '../planner/close-city.ts';

type Avoided = { closure: Pick<CityClosure, 'shape'>; pairs: ClosedPair[] };

const mostSecondsPerMeter = 100;
/** Of one way along all of them together; an impassable stretch costs half as much again. */
const mostSeconds = 200_000;

/**
 * Those that cost least come first, with seconds per metre. Each may cost an even share of the whole, and what short
 * ones leave of theirs is for the longer ones: so a large area takes nothing from a short stretch elsewhere.
 */
export function rateAvoided<T extends Avoided>(avoided: T[]): (T & { secondsPerMeter: number })[] {
  const byLength = avoided
    .map((each) => ({ each, meters: metersAcross(each) }))
    .filter(({ meters }) => meters > 0)
    .toSorted((a, b) => a.meters - b.meters);
  let left = mostSeconds;
  return byLength
    .map(({ each, meters }, index) => {
      const share = left / (byLength.length - index);
      const seconds = Math.min(meters * mostSecondsPerMeter, share);
      left -= seconds;
      return { ...each, secondsPerMeter: seconds / meters };
    })
    .toReversed();
}

/**
 * The most that one way crosses: all that it closes; of an area not more than once around it, and a stretch that reaches
 * out of it at either end.
 */
function metersAcross({ closure: { shape }, pairs }: Avoided): number {
  const all = pairs.reduce((sum, { meters }) => sum + meters, 0);
  if (shape.type !== 'Polygon') return all;
  const outline = shape.coordinates.reduce((sum, ring) => sum + lineMeters(ring), 0);
  const longest = pairs.reduce((most, { meters }) => Math.max(most, meters), 0);
  return Math.min(all, outline + 2 * longest);
}
