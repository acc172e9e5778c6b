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
  /** By the place of the hose's start; null where the road graph did not answer. */
  const asked = new Map<string, Promise<WaterList | null>>();

  function ask(stops: PlannedStop[]): void {
    const starts = listStarts(stops).filter(([key]) => !asked.has(key));
    if (starts.length === 0) return;
    const places = starts.map(([, hoseStart]) => hoseStart);
    const answer = roadGraph.ask('water', places, deadline.left(waterMillis));
    for (const [index, [key]] of starts.entries()) {
      const water = answer.then((found) => (found.kind === 'away' ? null : found.output[index]!));
      asked.set(key, water);
    }
  }

  return {
    lookAhead(stops) {
      if (listStarts(stops).length <= mostAhead) ask(stops);
    },
    async of(stops) {
      ask(stops);
      const waters = new Map<string, WaterList>();
      for (const [key] of listStarts(stops)) {
        const water = await asked.get(key);
        if (!water) return null;
        waters.set(key, water);
      }
      return (stop) => waters.get(keyOf(stop))!;
    },
  };
}

function keyOf({ hoseStart }: PlannedStop): string {
  return JSON.stringify(hoseStart);
}

/** Each place once; most vehicles share their stop with others. */
function listStarts(stops: PlannedStop[]): [string, PlannedStop['hoseStart']][] {
  return [...new Map([...new Set(stops)].map((stop) => [keyOf(stop), stop.hoseStart]))];
}
