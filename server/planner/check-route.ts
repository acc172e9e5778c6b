// Whether a route that a router gave keeps to roads that the class may use, as far as it runs along
// roads of the graph from node to node.

import { metersBetween } from '../../geo/distance.ts';
import { nodePosition, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { findHindrance, isPassable } from '../../geo/graph/vehicle-access.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import { findUnsettled } from './unsettled-roads.ts';

/** OSRM rounds to six decimals. */
const sameMeters = 0.3;
const degrees = 3e-6;

export function keepsToOpenRoads(
  city: CityGraph,
  onGraph: ClassOnGraph,
  line: Position[],
): boolean {
  const { graph } = city;
  const { access } = onGraph.reach.stated;
  for (let i = 1; i < line.length; i++) {
    const found = findEdge(graph, line[i - 1]!, line[i]!);
    if (found.length > 0 && !found.some((edge) => isPassable(access, edge))) return false;
  }
  const nodes = findUnsettled(city, onGraph)?.nodes ?? new Set<number>();
  return ![...nodes].some((node) => {
    const barrier = graph.nodeBarriers.get(node)!;
    if (!findHindrance(barrier, onGraph.vehicle)) return false;
    return runsThrough(line, nodePosition(graph, node));
  });
}

/** Edges that run straight from one position to the other, either way. */
function findEdge(
  { edgeBoxes, positions, edgeStart, edgeEnd }: RoadGraph,
  a: Position,
  b: Position,
) {
  if (!edgeBoxes) return [];
  const box = [
    Math.min(a[0], b[0]) - degrees,
    Math.min(a[1], b[1]) - degrees,
    Math.max(a[0], b[0]) + degrees,
    Math.max(a[1], b[1]) + degrees,
  ] as const;
  const isAt = (index: number, at: Position) =>
    metersBetween([positions[2 * index]!, positions[2 * index + 1]!], at) < sameMeters;
  return edgeBoxes.search(...box).filter((edge) => {
    for (let i = edgeStart[edge]!; i < edgeEnd[edge]!; i++)
      if ((isAt(i, a) && isAt(i + 1, b)) || (isAt(i, b) && isAt(i + 1, a))) return true;
    return false;
  });
}

/** Not only up to it: a unit may stop before what it does not get past. */
function runsThrough(line: Position[], at: Position): boolean {
  const { meters, metersAlong } = projectOntoLine(at, line);
  if (meters > sameMeters) return false;
  const total = line.slice(1).reduce((sum, end, i) => sum + metersBetween(line[i]!, end), 0);
  return metersAlong > 1 && metersAlong < total - 1;
}
