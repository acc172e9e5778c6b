import { localScale, type Scale } from '../distance.ts';
import { projectOntoLine, sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';

/** A point on an edge, `metersAlong` from its start; `meters` away from where it was asked for. */
export type EdgePoint = PlaceOnEdge & { point: Position; meters: number };

export type PlaceOnEdge = { edge: number; metersAlong: number };

/** With where it is. */
export function pointOnEdge(graph: RoadGraph, { edge, metersAlong }: PlaceOnEdge): EdgePoint {
  const [point] = sliceLine(edgeLine(graph, edge), metersAlong, metersAlong);
  return { edge, metersAlong, point: point!, meters: 0 };
}

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

type Around = { maxMeters: number; accepts: (edge: number) => boolean };

/** Edges near a point that `accepts` lets through, nearest first, within `maxMeters`. */
export function findNearEdges(graph: RoadGraph, from: Position, around: Around): EdgePoint[] {
  return listNear(graph, from, around)
    .toSorted(compareNear)
    .map(({ edge }) => projectOntoEdges(graph, from, [edge])!);
}

/** The nearest edge that `accepts` lets through, searched in growing circles. */
export function findNearestEdge(
  graph: RoadGraph,
  from: Position,
  { maxMeters, accepts }: Around,
): EdgePoint | null {
  for (let radius = Math.min(50, maxMeters); ; radius = Math.min(radius * 4, maxMeters)) {
    let nearest: Near | null = null;
    for (const near of listNear(graph, from, { maxMeters: radius, accepts }))
      if (!nearest || compareNear(near, nearest) < 0) nearest = near;
    if (nearest) return projectOntoEdges(graph, from, [nearest.edge]);
    if (radius >= maxMeters) return null;
  }
}

type Near = { edge: number; meters: number };

/** Roads of one junction may be equally near, but for the rounding: then the same one every time. */
function compareNear(a: Near, b: Near): number {
  return toMillimeters(a.meters) - toMillimeters(b.meters) || a.edge - b.edge;
}

function toMillimeters(meters: number): number {
  return Math.round(meters * 1000);
}

/** In no order. */
function listNear(graph: RoadGraph, from: Position, { maxMeters, accepts }: Around): Near[] {
  if (!graph.edgeBoxes) return [];
  const scale = localScale(from[1]);
  const [dLon, dLat] = [maxMeters / scale.x, maxMeters / scale.y];
  return graph.edgeBoxes
    .search(from[0] - dLon, from[1] - dLat, from[0] + dLon, from[1] + dLat, accepts)
    .map((edge) => ({ edge, meters: metersToEdge(graph, from, scale, edge) }))
    .filter(({ meters }) => meters <= maxMeters);
}

/** As `projectOntoEdges` measures, without the point: of many edges near only the nearest is of use. */
function metersToEdge(
  { edgeStart, edgeEnd, positions }: RoadGraph,
  [lon, lat]: Position,
  scale: Scale,
  edge: number,
): number {
  let least = Infinity;
  for (let i = 2 * edgeStart[edge]!; i < 2 * edgeEnd[edge]!; i += 2) {
    const dx = (positions[i + 2]! - positions[i]!) * scale.x;
    const dy = (positions[i + 3]! - positions[i + 1]!) * scale.y;
    const px = (lon - positions[i]!) * scale.x;
    const py = (lat - positions[i + 1]!) * scale.y;
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
    least = Math.min(least, (px - t * dx) ** 2 + (py - t * dy) ** 2);
  }
  return Math.sqrt(least);
}
