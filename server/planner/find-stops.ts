// The second leg: from the door outward along what people can walk, to every point where the
// vehicle can come no closer. Of these few frontier points one gives water soonest; which one,
// the drive times decide (choose-stop.ts).
//
// Why the frontier is enough: driving is faster than laying hose, so where the vehicle may drive
// on along the hose path, stopping there is never better than stopping further along.

import {
  arcEnd,
  arcsFrom,
  arcStart,
  nodePosition,
  type RoadGraph,
} from '../../geo/graph/build-graph.ts';
import { delayMeters, secondsHeldUp, type Pace } from '../../geo/graph/foot-delays.ts';
import { pointOnEdge, type EdgePoint, type PlaceOnEdge } from '../../geo/graph/locate.ts';
import { endAtNode, walkSeedsAt } from '../../geo/graph/path-line.ts';
import { canDriveTo, type Reached } from '../../geo/graph/reachable.ts';
import type { Search } from '../../geo/graph/search.ts';
import {
  barrierSeconds,
  findHindrance,
  findObstacle,
  isClosedNow,
  measureHose,
  mayDrive,
  mayDriveBetween,
  type Obstacle,
  type Vehicle,
} from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import { listBeforeClosures } from './before-closures.ts';
import { firstNode, hoseFrom, hoseFromNode, isStairs, type HoseLeg } from './hose-leg.ts';

export type StopReason =
  | { code: 'at-door' }
  | Obstacle
  | { code: 'against-oneway' }
  | { code: 'assumed-width' }
  /** Further on its jacks find no ground. */
  | { code: 'room-for-jacks'; neededMeters: number }
  /** The dispatcher put it there; so far from the road that it was taken to. */
  | { code: 'chosen'; snapMeters: number }
  | { code: 'closed'; closureId: number; why: string; by: string };

export type Stop = HoseLeg & {
  /** Where the vehicle stands, on the graph. */
  point: Position;
  /** The node it stands at, or null when it stands on an edge: at the door, or before what is closed. */
  node: number | null;
  /** Where on that edge; null at a node. */
  onEdge: EdgePoint | null;
  /** Index in graph.roads of the road it stands on. */
  road: number;
  reason: StopReason;
  /** Index in graph.roads of the road it cannot enter, when that is the reason. */
  blockedBy: number | null;
};

export type StopSearch = Reached & {
  door: EdgePoint;
  /** Minute of the day, where some road is closed at that hour; else null. */
  minute: number | null;
  /** What a metre of stairs costs in metres on the flat, to hose layers and walkers. */
  stairsFactor: number;
  /** Of the way to the door: what a second at a gate costs in metres. */
  pace: Pace;
  /** As far as the ways on foot were followed. */
  limitMeters: number;
  /** The nearest to the door are found. */
  atMost: number;
};

/** The ways on foot outward from a door, the same for every class: `walk` keeps them for `findStops`. */
export function walkFromDoor(
  graph: RoadGraph,
  walk: Search,
  {
    door,
    limitMeters,
    stairsFactor,
    pace,
  }: Pick<StopSearch, 'door' | 'stairsFactor' | 'pace' | 'limitMeters'>,
): void {
  const seeds = walkSeedsAt(graph, door);
  walk.run(
    seeds.map(({ node, cost }) => ({ node, cost: cost + delayMeters(graph, node, pace) })),
    {
      backward: true,
      limit: limitMeters,
      // Whoever sets out from a node gets past what stands on it.
      arcCost: (arc) =>
        measureHose(graph, arc) * (isStairs(graph, arc >> 1) ? stairsFactor : 1) +
        delayMeters(graph, arcStart(graph, arc), pace),
    },
  );
}

/** The nearest first. */
export function findStops(graph: RoadGraph, walk: Search, request: StopSearch): Stop[] {
  const { door, reachable, atMost } = request;
  const atDoor = isDoorDrivable(graph, request) ? [stopAtDoor(graph, door)] : [];
  const nodes = walk.settled
    .filter((node) => reachable[node] === 1 && mustStopAt(graph, walk, request, node))
    .filter((node) => standingRoad(graph, request, node) !== null)
    .map((node) => ({ node, cost: costFrom(graph, walk, request, node) }));
  const nearest = [...nodes, ...findBeforeClosures(graph, walk, request)]
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, atMost - atDoor.length);
  return [
    ...atDoor,
    ...nearest.map((found) =>
      'node' in found
        ? stopAtNode(graph, walk, request, {
            node: found.node,
            ...reasonToStop(graph, walk, request, found.node),
          })
        : stopBeforeClosure(graph, request, found.place),
    ),
  ];
}

type BeforeClosure = HoseLeg & PlaceOnEdge;

/** Places before what is closed from which the hose goes on through that. */
function findBeforeClosures(
  graph: RoadGraph,
  walk: Search,
  request: StopSearch,
): { place: BeforeClosure; cost: number }[] {
  const { pace, limitMeters } = request;
  return listBeforeClosures(graph, request).flatMap(({ node, ...place }) => {
    const leg = hoseFrom(graph, walk, place, request);
    if (!leg) return [];
    const cost = leg.effortMeters + pace.metersPerSecond * secondsHeldUp(pace.by, leg.footDelays);
    if (cost > limitMeters) return [];
    // Back to where it came from: there, or further on, it rather stops.
    if (leg.way && firstNode(graph, leg.way) === node) return [];
    return [{ place: { ...place, ...leg }, cost }];
  });
}

export function costFrom(
  graph: RoadGraph,
  walk: Search,
  { door, stairsFactor }: StopSearch,
  node: number,
): number {
  if (!isStairs(graph, door.edge)) return walk.cost[node]!;
  const { seed } = walk.pathOf(node);
  const last = endAtNode(walkSeedsAt(graph, door), seed);
  return walk.cost[node]! + (stairsFactor - 1) * last.cost;
}

function canPass(graph: RoadGraph, vehicle: Vehicle, node: number): boolean {
  return barrierSeconds(graph, node, vehicle) < Infinity;
}

/** Can the vehicle come from one end of the door's edge to the door. */
export function isDoorDrivable(
  graph: RoadGraph,
  request: Reached & Pick<StopSearch, 'door'>,
): boolean {
  return canDriveTo(graph, request, request.door);
}

/** Along the arc of the door's own edge, as far as the door. */
function mayDriveToDoor(
  graph: RoadGraph,
  request: Pick<StopSearch, 'door' | 'vehicle' | 'access'>,
  arc: number,
): boolean {
  const { edge, metersAlong } = request.door;
  const from = arc & 1 ? graph.edgeMeters[edge]! : 0;
  return mayDriveBetween(graph, request, { edge, from, to: metersAlong });
}

/** The vehicle cannot drive on from this node along the hose path. */
function mustStopAt(graph: RoadGraph, walk: Search, request: StopSearch, node: number): boolean {
  return !mayDriveOnFrom(graph, walk, request, node) || !canPass(graph, request.vehicle, node);
}

function mayDriveOnFrom(
  graph: RoadGraph,
  walk: Search,
  request: StopSearch,
  node: number,
): boolean {
  const onward = walk.arcBy[node]!;
  return onward >= 0
    ? mayDrive(request.access, onward)
    : mayDriveToDoor(graph, request, arcOnward(graph, walk, request, node));
}

/** By which the hose path leaves the node. */
export function arcOnward(
  graph: RoadGraph,
  walk: Search,
  { door }: StopSearch,
  node: number,
): number {
  const onward = walk.arcBy[node]!;
  if (onward >= 0) return onward;
  return 2 * door.edge + (endAtNode(walkSeedsAt(graph, door), node).endMeters === 0 ? 0 : 1);
}

/** Why it must stop there. */
function reasonToStop(
  graph: RoadGraph,
  walk: Search,
  request: StopSearch,
  node: number,
): Pick<Stop, 'reason' | 'blockedBy'> {
  const { vehicle, access, minute } = request;
  const edge = arcOnward(graph, walk, request, node) >> 1;
  const blockedBy = graph.edgeRoad[edge]!;
  if (mayDriveOnFrom(graph, walk, request, node))
    return { reason: findHindrance(graph.nodeBarriers.get(node)!, vehicle)!, blockedBy };
  const reason = findObstacle(graph.roads[blockedBy]!, vehicle, minute) ??
    findClosure(graph, request, edge) ?? {
      code: access[edge] === 0 ? ('assumed-width' as const) : ('against-oneway' as const),
    };
  return { reason, blockedBy };
}

function findClosure(
  { conditions }: RoadGraph,
  { vehicle, access }: StopSearch,
  edge: number,
): StopReason | null {
  if (!isClosedNow(access, edge)) return null;
  const closure = conditions.byClass.get(vehicle.code)?.impassable.get(edge)?.closures[0];
  return closure
    ? { code: 'closed', closureId: closure.id, why: closure.reason, by: closure.by }
    : null;
}

/** The widest road at the node that it may use; of those that it comes along where it gets no further. null: none. */
export function standingRoad(
  graph: RoadGraph,
  { vehicle, access, reachable }: Reached,
  node: number,
): number | null {
  const usable = arcsFrom(graph, node).filter(
    (arc) => access[arc >> 1] !== 0 && !isClosedNow(access, arc >> 1),
  );
  const comesAlong = (arc: number) =>
    mayDrive(access, arc ^ 1) && reachable[arcEnd(graph, arc)] === 1;
  const isShut = barrierSeconds(graph, node, vehicle) === Infinity;
  const near = isShut ? usable.filter(comesAlong) : usable;
  const roads = (near.length > 0 ? near : usable).map((arc) => graph.edgeRoad[arc >> 1]!);
  const widthOf = (road: number) => graph.roads[road]!.widthMeters;
  return roads.toSorted((a, b) => widthOf(b) - widthOf(a))[0] ?? null;
}

export function stopAtDoor(graph: RoadGraph, door: EdgePoint): Stop {
  return {
    point: door.point,
    node: null,
    onEdge: door,
    road: graph.edgeRoad[door.edge]!,
    reason: { code: 'at-door' },
    blockedBy: null,
    meters: 0,
    effortMeters: 0,
    footDelays: [],
    way: null,
  };
}

export function stopAtNode(
  graph: RoadGraph,
  walk: Search,
  request: StopSearch,
  { node, reason, blockedBy }: { node: number } & Pick<Stop, 'reason' | 'blockedBy'>,
): Stop {
  return {
    ...hoseFromNode(graph, walk, node, request),
    reason,
    blockedBy,
    point: nodePosition(graph, node),
    node,
    onEdge: null,
    road: standingRoad(graph, request, node)!,
  };
}

function stopBeforeClosure(
  graph: RoadGraph,
  request: StopSearch,
  { edge, metersAlong, ...leg }: BeforeClosure,
): Stop {
  const at = pointOnEdge(graph, { edge, metersAlong });
  const road = graph.edgeRoad[edge]!;
  const reason = findClosure(graph, request, edge)!;
  return { ...leg, point: at.point, node: null, onEdge: at, road, reason, blockedBy: road };
}
