import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import type { Step } from './schema.ts';

/** Routers round to six decimals. */
const sameMeters = 0.3;

/** Where along the line of the way each step begins. */
export function placeSteps(steps: Step[], line: Position[]): number[] {
  let last = 0;
  return steps.map(({ code, lon, lat }) => {
    if (code === 'arrive') return line.length - 1;
    const found = line.findIndex(
      (position, index) => index >= last && metersBetween(position, [lon, lat]) < sameMeters,
    );
    last = Math.max(last, found);
    return last;
  });
}
