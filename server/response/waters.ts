// Water in reach of where hoses start: asked for ahead, as soon as there are stops and while the routers still time the
// drives to them, because the road graph has nothing else to do then.

import type { PlannedStop, WaterList } from '../planner/door-plan.ts';
import type { DriveSources } from './drive-times.ts';

const waterMillis = 400;
/** Of a place with more stops than these, what is asked ahead might be for stops that nobody takes. */
const mostAhead = 8;

export type Waters = {
  /** Begins to look around stops that may be taken. */
  lookAhead: (stops: PlannedStop[]) => void;
  /** Water of each of these stops; null where the road graph did not answer. */
  of: (stops: PlannedStop[]) => Promise<((stop: PlannedStop) => WaterList) | null>;
};

/** Asks once for each place that hose starts from: the classes mostly stop at the same ones. */
export function createWaters({
  roadGraph,
  deadline,
}: Pick<DriveSources, 'roadGraph' | 'deadline'>): Waters {
  const known = new Map<string, WaterList>();
  let ahead: Promise<unknown> = Promise.resolve();

  async function ask(starts: ReturnType<typeof listStarts>): Promise<boolean> {
    const unknown = [...starts].filter(([key]) => !known.has(key));
    if (unknown.length === 0) return true;
    const places = unknown.map(([, hoseStart]) => hoseStart);
    const answer = await roadGraph.ask('water', places, deadline.left(waterMillis));
    if (answer.kind === 'away') return false;
    for (const [index, [key]] of unknown.entries()) known.set(key, answer.output[index]!);
    return true;
  }

  return {
    lookAhead(stops) {
      const starts = listStarts(stops);
      // An error is for who needs to know, and asks again.
      if (starts.size <= mostAhead) ahead = Promise.allSettled([ask(starts)]);
    },
    async of(stops) {
      await ahead;
      if (!(await ask(listStarts(stops)))) return null;
      return (stop) => known.get(keyOf(stop))!;
    },
  };
}

function keyOf({ hoseStart }: PlannedStop): string {
  return JSON.stringify(hoseStart);
}

function listStarts(stops: PlannedStop[]): Map<string, PlannedStop['hoseStart']> {
  return new Map(stops.map((stop) => [keyOf(stop), stop.hoseStart]));
}
