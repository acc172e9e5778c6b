// Where a road is closed in its middle: the last places before that to which a class can drive. They lie
// between two nodes of the graph, for a closure comes and goes without the graph being built anew.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { canDriveTo, type Reached } from '../../geo/graph/reachable.ts';

/** `node` is the end of the edge by which one drives there. */
export type BeforeClosure = { edge: number; metersAlong: number; node: number };

/** So far before the first closed metre; nearer to the node than this, the node is as good. */
const clearMeters = 1;

export function listBeforeClosures(graph: RoadGraph, reached: Reached): BeforeClosure[] {
  const closed = graph.conditions.byClass.get(reached.vehicle.code)?.impassable;
  if (!closed) return [];
  const places: BeforeClosure[] = [];
  for (const [edge, { from, to }] of closed) {
    const ahead = from - clearMeters;
    if (ahead >= clearMeters)
      places.push({ edge, metersAlong: ahead, node: graph.edgeFrom[edge]! });
    const behind = to + clearMeters;
    if (graph.edgeMeters[edge]! - behind >= clearMeters)
      places.push({ edge, metersAlong: behind, node: graph.edgeTo[edge]! });
  }
  return places.filter((place) => canDriveTo(graph, reached, place));
}
