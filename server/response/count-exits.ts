// The exits of roundabouts in a router's directions, counted as the road graph knows them. Pure.

import type { Exit } from '../../geo/graph/roundabouts.ts';
import type { Position } from '../../geo/position.ts';
import { placeSteps } from './place-steps.ts';
import type { Step } from './schema.ts';

/** Where steps tell a roundabout, from the position before on. */
export function cutAtRoundabouts(
  steps: Step[],
  line: Position[],
): { step: number; line: Position[] }[] {
  const places = placeSteps(steps, line);
  return steps.flatMap(({ code }, step) => {
    if (code !== 'roundabout') return [];
    // Whoever sets off on the ring is told where to leave it.
    const start = step === 1 ? 0 : Math.max(0, places[step]! - 1);
    return [{ step, line: line.slice(start, (places[step + 1] ?? line.length) + 2) }];
  });
}

/** `exits` along `cuts`; null where the graph does not know, and the router's count stands. */
export function tellExits(steps: Step[], cuts: { step: number }[], exits: (Exit | null)[]): Step[] {
  const counted = new Map(cuts.map(({ step }, index) => [step, exits[index] ?? null]));
  return steps.map((step, index) => {
    const exit = counted.get(index) ?? null;
    if (exit === null || exit === 'none') return step;
    return { ...step, exit: exit === 'unknown' ? null : exit };
  });
}
