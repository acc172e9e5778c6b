import { localScale } from '../distance.ts';
import { projectOntoLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';

/** A point on an edge, `metersAlong` from its start; `meters` away from where it was asked for. */
export type EdgePoint = { edge: number; metersAlong: number; point: Position; meters: number };

/** The nearest point on any of these edges; null when there are none. */
export function projectOntoEdges(
  graph: RoadGraph,
  from: Position,
  edges: Iterable<number>,
): EdgePoint | null {
  let best: EdgePoint | null = null;
  for (const edge of edges) {
    const { point, metersAlong, meters } = projectOntoLine(from, edgeLine(graph, edge));
    if (!best || meters < best.meters) best = { edge, metersAlong, point, meters };
  }
  return best;
}

/** Edges near a point that `accepts` lets through, nearest first, within `maxMeters`. */
export function findNearEdges(
  graph: RoadGraph,
  from: Position,
  { maxMeters, accepts }: { maxMeters: number; accepts: (edge: number) => boolean },
): EdgePoint[] {
  if (!graph.edgeBoxes) return [];
  const scale = localScale(from[1]);
  const [dLon, dLat] = [maxMeters / scale.x, maxMeters / scale.y];
  return graph.edgeBoxes
    .search(from[0] - dLon, from[1] - dLat, from[0] + dLon, from[1] + dLat, accepts)
    .map((edge) => projectOntoEdges(graph, from, [edge])!)
    .filter(({ meters }) => meters <= maxMeters)
    .toSorted((a, b) => a.meters - b.meters || a.edge - b.edge);
}

/** The nearest edge that `accepts` lets through, searched in growing circles. */
export function findNearestEdge(
  graph: RoadGraph,
  from: Position,
  { maxMeters, accepts }: { maxMeters: number; accepts: (edge: number) => boolean },
): EdgePoint | null {
  for (let radius = Math.min(50, maxMeters); ; radius = Math.min(radius * 4, maxMeters)) {
    const [nearest] = findNearEdges(graph, from, { maxMeters: radius, accepts });
    if (nearest) return nearest;
    if (radius >= maxMeters) return null;
  }
}
