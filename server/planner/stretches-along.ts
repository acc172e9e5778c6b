// The roads of a way that a router drew, as directions tell them.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { followLine } from '../../geo/graph/follow-line.ts';
import { mergeStretches, type RoadStretch } from '../../geo/graph/road-stretches.ts';
import type { Position } from '../../geo/position.ts';
import type { ClassOnGraph } from './city-graph.ts';

/** null where it leaves the roads that the graph knows. `seconds`: of the whole way, by who drew it. */
export function stretchesAlong(
  graph: RoadGraph,
  { reach }: ClassOnGraph,
  { line, seconds }: { line: Position[]; seconds: number },
): RoadStretch[] | null {
  const passages = followLine(graph, line);
  if (!passages) return null;
  const total = passages.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
  // Only the router knows what each road takes: it has its share by length.
  const timed = passages.map((passage) => ({
    ...passage,
    seconds: (seconds * Math.abs(passage.to - passage.from)) / total,
  }));
  return mergeStretches(graph, reach.stated.access, timed);
}
