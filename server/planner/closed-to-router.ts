// What a router closes, or avoids, with a closure. It takes a road from one of its nodes of OpenStreetMap to the next, and
// knows no node of what people reported in between, where an edge of the graph ends.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { coversEdge } from '../../geo/graph/road-conditions.ts';
import {
  isAvoidedNow,
  isClosedNow,
  type EdgeAccess,
  type Vehicle,
} from '../../geo/graph/vehicle-access.ts';

/**
 * What driving along the edge costs only the road graph knows: it, or an edge of the same stretch, is closed somewhere, or
 * to be avoided but not all of it. What is to be avoided from end to end costs a router the same wherever one begins.
 */
export function isClosedToRouter(
  graph: RoadGraph,
  { vehicle, access }: { vehicle: Pick<Vehicle, 'code'>; access: EdgeAccess },
  edge: number,
): boolean {
  const { nodeIds, edgeStart, edgeEnd, edgeMeters, conditions } = graph;
  // The edges of a road lie one after the other, and what people reported never stands on its ends.
  let [first, last] = [edge, edge];
  while (nodeIds[edgeStart[first]!]! < 0) first--;
  while (nodeIds[edgeEnd[last]!]! < 0) last++;
  const avoided = conditions.byClass.get(vehicle.code)?.avoided;
  let [isAnyAvoided, isAllAvoided] = [false, true];
  for (let each = first; each <= last; each++) {
    if (isClosedNow(access, each)) return true;
    const stretch = isAvoidedNow(access, each) ? avoided?.get(each) : undefined;
    isAnyAvoided ||= stretch !== undefined;
    isAllAvoided &&= coversEdge(stretch, edgeMeters[each]!);
  }
  return isAnyAvoided && !isAllAvoided;
}
