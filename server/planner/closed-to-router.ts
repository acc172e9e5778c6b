// What a router closes with a closure. It closes a road from one of its nodes of OpenStreetMap to the next, and knows no
// node of what people reported in between, where an edge of the graph ends.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { isClosedNow, type EdgeAccess } from '../../geo/graph/vehicle-access.ts';

/** How far one may drive along the edge only the road graph knows: it, or an edge of the same stretch, is closed somewhere. */
export function isClosedToRouter(
  { nodeIds, edgeStart, edgeEnd }: RoadGraph,
  access: EdgeAccess,
  edge: number,
): boolean {
  // The edges of a road lie one after the other, and what people reported never stands on its ends.
  let [first, last] = [edge, edge];
  while (nodeIds[edgeStart[first]!]! < 0) first--;
  while (nodeIds[edgeEnd[last]!]! < 0) last++;
  for (let each = first; each <= last; each++) if (isClosedNow(access, each)) return true;
  return false;
}
