import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import type { EdgePoint, PlaceOnEdge } from './locate.ts';
import { mayWalkBetween } from './road-conditions.ts';
import type { Seed } from './search.ts';
import { isWalled } from './vehicle-access.ts';

/** The positions travelled along these arcs. */
export function arcsLine(graph: RoadGraph, arcs: number[]): Position[] {
  const line: Position[] = [];
  for (const arc of arcs) {
    const [first, last] = [graph.edgeStart[arc >> 1]!, graph.edgeEnd[arc >> 1]!];
    if (arc & 1) for (let i = last; i >= first; i--) append(line, positionAt(graph, i));
    else for (let i = first; i <= last; i++) append(line, positionAt(graph, i));
  }
  return line;
}

function positionAt({ positions }: RoadGraph, index: number): Position {
  return [positions[2 * index]!, positions[2 * index + 1]!];
}

function append(line: Position[], position: Position): void {
  const last = line[line.length - 1];
  if (!last || last[0] !== position[0] || last[1] !== position[1]) line.push(position);
}

/** The two ends of the edge under a point, each at its metres from the point. */
export function seedsAt(graph: RoadGraph, at: PlaceOnEdge): Seed[] {
  const length = graph.edgeMeters[at.edge]!;
  return [
    { node: graph.edgeFrom[at.edge]!, cost: at.metersAlong },
    { node: graph.edgeTo[at.edge]!, cost: Math.max(0, length - at.metersAlong) },
  ];
}

/** Those of the two ends through which people can walk on (now): nobody comes past a wall that stands at one. */
export function walkSeedsAt(graph: RoadGraph, at: PlaceOnEdge): Seed[] {
  const length = graph.edgeMeters[at.edge]!;
  return seedsAt(graph, at).filter(
    ({ node }, end) =>
      !isWalled(graph, node) &&
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
  for (const line of lines) for (const position of line) append(joined, position);
  return joined;
}
