// The stops of a vehicle on jacks that can drive further than they find ground.

import { localScale } from '../../geo/distance.ts';
import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import type { Search } from '../../geo/graph/search.ts';
import type { Position } from '../../geo/position.ts';
import {
  arcOnward,
  costFrom,
  standingRoad,
  stopAtNode,
  type Stop,
  type StopSearch,
} from './find-stops.ts';
import { findGround, type OnJacks } from './jack-ground.ts';

/**
 * Where a vehicle on jacks has ground for them for the last time, on ways to the door that go on where it has none; within
 * so many metres of the door, the nearest first.
 */
export function findStopsWithGround(
  graph: RoadGraph,
  walk: Search,
  request: StopSearch & { vehicle: OnJacks },
  mostMeters: number,
): Stop[] {
  const { vehicle, reachable, atMost } = request;
  const hasGround = (road: number | null) => road !== null && findGround(graph, vehicle, road);
  const onwardRoad = (node: number) => graph.edgeRoad[arcOnward(graph, walk, request, node) >> 1]!;
  const reason = { code: 'room-for-jacks' as const, neededMeters: vehicle.jackWidthMeters ?? 0 };
  const mayBeNear = nearTo(graph, request.door.point, mostMeters);
  return walk.settled
    .filter((node) => reachable[node] === 1 && mayBeNear(node))
    .filter((node) => !hasGround(onwardRoad(node)) && hasGround(standingRoad(graph, request, node)))
    .toSorted((a, b) => costFrom(graph, walk, request, a) - costFrom(graph, walk, request, b))
    .map((node) => stopAtNode(graph, walk, request, { node, reason, blockedBy: onwardRoad(node) }))
    .filter(({ meters }) => meters <= mostMeters)
    .slice(0, atMost);
}

/** Nodes from which a way may be no longer, straight on: of all in reach of the door they are few. */
function nearTo(
  { nodePositions }: RoadGraph,
  [lon, lat]: Position,
  meters: number,
): (node: number) => boolean {
  const scale = localScale(lat);
  const most = (meters + 1) ** 2;
  return (node) =>
    ((nodePositions[2 * node]! - lon) * scale.x) ** 2 +
      ((nodePositions[2 * node + 1]! - lat) * scale.y) ** 2 <=
    most;
}
