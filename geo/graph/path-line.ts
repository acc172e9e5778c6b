import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import type { EdgePoint } from './locate.ts';
import { mayWalkBetween } from './road-conditions.ts';
import type { Seed } from './search.ts';

/** The positions travelled along these arcs. */
export function arcsLine(graph: RoadGraph, arcs: number[]): Position[] {
  return joinLines(
    arcs.map((arc) => {
      const line = edgeLine(graph, arc >> 1);
      return arc & 1 ? line.toReversed() : line;
    }),
  );
}

/** The two ends of the edge under a point, each at its metres from the point. */
export function seedsAt(graph: RoadGraph, at: EdgePoint): Seed[] {
  const length = graph.edgeMeters[at.edge]!;
  return [
    { node: graph.edgeFrom[at.edge]!, cost: at.metersAlong },
    { node: graph.edgeTo[at.edge]!, cost: Math.max(0, length - at.metersAlong) },
  ];
}

/** Those of the two ends to which people can walk (now). */
export function walkSeedsAt(graph: RoadGraph, at: EdgePoint): Seed[] {
  const length = graph.edgeMeters[at.edge]!;
  return seedsAt(graph, at).filter((_, end) =>
    mayWalkBetween(graph, at.edge, [at.metersAlong, end === 0 ? 0 : length]),
  );
}

/** The stretch of an edge from a point on it to one of its end nodes. */
export function lineToNode(graph: RoadGraph, at: EdgePoint, node: number): Position[] {
  const length = graph.edgeMeters[at.edge]!;
  const isTo = graph.edgeTo[at.edge] === node;
  const isFrom = graph.edgeFrom[at.edge] === node;
  // A loop has one node at both ends: take the shorter way round.
  const forward = isTo && (!isFrom || length - at.metersAlong < at.metersAlong);
  return sliceLine(edgeLine(graph, at.edge), at.metersAlong, forward ? length : 0);
}

/** One line of several that follow each other, without repeated positions. */
export function joinLines(lines: Position[][]): Position[] {
  const joined: Position[] = [];
  for (const position of lines.flat()) {
    const last = joined[joined.length - 1];
    if (!last || last[0] !== position[0] || last[1] !== position[1]) joined.push(position);
  }
  return joined;
}
