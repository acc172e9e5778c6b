// Which roads closures close, for eyes: of those in force and to come, and of one that is only drawn. Nothing waits for it
// but who looks at it: without the road graph it is not known.

import { trimStretches } from '../planner/closed-stretches.ts';
import type { CityClosure } from '../planner/close-city.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { maxCurrent, toCityClosure } from './closures-in-force.ts';
import { refuseUnknownClasses, type ClosureServices } from './enter-closure.ts';
import { readClosures } from './queries.ts';
import type { DrawnClosure } from './schema.ts';
import type { ClosurePreview, StretchesOfClosures } from './stretches-schema.ts';

/** Who draws looks on meanwhile. */
const previewMillis = 1_000;
/** What is not known by then is asked for again. */
const listMillis = 1_500;
/** Positions of all lines of one answer. */
const mostPositionsInList = 20_000;

const notKnown: ClosurePreview = { closes: null, unknown: 'graph-away' };

type Looks = {
  look: (closure: CityClosure, millis: number) => Promise<ClosurePreview>;
};

/** Closures never change, so that each is looked at once, until the roads are others. */
export function keepStretches(roadGraph: RoadGraphClient): Looks {
  let known = new Map<number, ClosurePreview>();
  roadGraph.onLoaded(() => (known = new Map()));
  return {
    look: async (closure, millis) => {
      const ofTheseRoads = known;
      const before = ofTheseRoads.get(closure.id);
      if (before) return before;
      // Nobody would wait for it.
      if (millis <= 0) return notKnown;
      const seen = await lookAt(roadGraph, closure, millis);
      if (seen.unknown !== 'graph-away') ofTheseRoads.set(closure.id, seen);
      return seen;
    },
  };
}

async function lookAt(
  roadGraph: RoadGraphClient,
  closure: CityClosure,
  millis: number,
): Promise<ClosurePreview> {
  const answer = await roadGraph.ask('closedStretches', closure, millis);
  if (answer.kind === 'away') return notKnown;
  return { closes: answer.output, unknown: answer.output ? null : 'too-large' };
}

/** Of the closures in force or to come, the newest first. */
export async function listStretches(
  { database }: ClosureServices,
  { look }: Looks,
): Promise<StretchesOfClosures> {
  const current = await readClosures(database, { state: 'current', limit: maxCurrent });
  const end = performance.now() + listMillis;
  const closures: StretchesOfClosures['closures'] = [];
  // One after the other: who asks the graph for a response meanwhile waits for one at most.
  for (const closure of current) {
    const seen = await look(toCityClosure(closure), end - performance.now());
    closures.push({ id: closure.id, ...seen });
  }
  const most = Math.floor(mostPositionsInList / Math.max(1, closures.length));
  return {
    closures: closures.map(({ closes, ...rest }) => ({
      ...rest,
      closes: closes && trimStretches(closes, most),
    })),
  };
}

/** What this would close, were it entered. */
export async function previewClosure(
  services: ClosureServices,
  drawn: DrawnClosure,
): Promise<ClosurePreview> {
  await refuseUnknownClasses(services, drawn);
  return lookAt(services.roadGraph, asCityClosure(drawn), previewMillis);
}

function asCityClosure(drawn: DrawnClosure): CityClosure {
  const { geometry: shape, effect, vehicleClasses = null, onFoot } = drawn;
  return { id: 0, shape, effect, vehicleClasses, onFoot, reason: '', by: '' };
}
