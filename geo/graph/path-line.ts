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

/** An end of the edge under a point: which one, by its metres along that edge. */
export type EdgeEnd = Seed & { endMeters: number };

/** The two ends of the edge under a point, each at its metres from the point. */
export function seedsAt(graph: RoadGraph, at: PlaceOnEdge): [EdgeEnd, EdgeEnd] {
  const length = graph.edgeMeters[at.edge]!;
  const [from, to] = [graph.edgeFrom[at.edge]!, graph.edgeTo[at.edge]!];
  return [
    { node: from, cost: at.metersAlong, endMeters: 0 },
    { node: to, cost: Math.max(0, length - at.metersAlong), endMeters: length },
  ];
}

/**
 * Of the ends through which one may, the one by which a way leads to the node. A loop has the same node at both
 * its ends, of which perhaps only one is open: a search counted with the cheaper of those.
 */
export function endAtNode<End extends Seed>(ends: End[], node: number): End {
  const [end] = ends.filter((each) => each.node === node).toSorted((a, b) => a.cost - b.cost);
  return end!;
}

/** Those of the two ends through which people can walk on (now): nobody comes past a wall that stands at one. */
export function walkSeedsAt(graph: RoadGraph, at: PlaceOnEdge): EdgeEnd[] {
  return seedsAt(graph, at).filter(
    ({ node, endMeters }) =>
      !isWalled(graph, node) && mayWalkBetween(graph, at.edge, [at.metersAlong, endMeters]),
  );
}

/** The stretch of an edge that people walk from a point on it to one of its end nodes. */
export function walkLineTo(graph: RoadGraph, at: EdgePoint, node: number): Position[] {
  return lineToEnd(graph, at, endAtNode(walkSeedsAt(graph, at), node));
}

/** The stretch of an edge from a point on it to one of its ends. */
export function lineToEnd(
  graph: RoadGraph,
  { edge, metersAlong }: EdgePoint,
  { endMeters }: EdgeEnd,
): Position[] {
  return sliceLine(edgeLine(graph, edge), metersAlong, endMeters);
}

/** One line of several that follow each other, without repeated positions. */
export function joinLines(lines: Position[][]): Position[] {
  const joined: Position[] = [];
  for (const line of lines) for (const position of line) append(joined, position);
  return joined;
}
