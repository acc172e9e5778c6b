// Which edges a class of vehicle may use, and why not where it may not.

import { arcEnd, arcStart, type RoadGraph } from './build-graph.ts';
import { widthToTurn } from './corners.ts';
import { clockOf, isWithin } from './day-hours.ts';
import { meetsStretch, type ClosedEdges, type HeldArcs } from './road-conditions.ts';
import type { Provenance, Road, RoadBarrier, WayObstacle } from './road.ts';

export type Vehicle = {
  code: string;
  widthMeters: number;
  heightMeters: number;
  lengthMeters: number;
  weightTonnes: number;
  /** Outer radius, wall to wall, and the length from front corner to rear axle; null: turns anywhere. */
  turning: { radiusMeters: number; frontToAxleMeters: number } | null;
  widthMarginMeters: number;
  heightMarginMeters: number;
  speedFactor: number;
  /** May ride on footways and paths, and between bollards (a motorbike). */
  footways: boolean;
  /** Stands in a jam with all others; a motorbike gets through. */
  heldByTraffic: boolean;
};

/** Beside the width of the road, which has a provenance of its own. */
type OfLimit = { limitProvenance: Provenance };

export type Obstacle =
  | { code: 'not-for-vehicles' }
  | { code: 'too-narrow'; neededMeters: number }
  | ({ code: 'too-low'; neededMeters: number; heightMeters: number } & OfLimit)
  | ({ code: 'too-weak'; neededTonnes: number; weightTonnes: number } & OfLimit)
  | { code: 'barrier'; kind: string }
  | { code: 'closed-hours'; kind: string; from: string; to: string }
  | ({ code: 'low-spot'; kind: string; clearMeters: number; neededMeters: number } & OfLimit)
  | ({ code: 'narrow-spot'; kind: string; clearMeters: number; neededMeters: number } & OfLimit)
  | { code: 'tight-corner'; degrees: number; clearMeters: number; neededMeters: number };

/** Bit 1: may be driven along; bit 2: may be driven against; 4: closed now; 8: to be avoided now; 16: slow now by traffic; per edge. */
export type EdgeAccess = Uint8Array;

const closedNow = 4;
const avoidedNow = 8;
const heldNow = 16;

/**
 * Why this road is closed to the vehicle whatever the direction; null when it is open. `minute` of
 * the day decides about what is there in some hours only; null: outside of all such hours. The road
 * is taken to be `widthMeters` wide.
 */
export function findObstacle(
  road: Road,
  vehicle: Vehicle,
  minute: number | null = null,
  widthMeters = road.widthMeters,
): Obstacle | null {
  if (!isForVehicle(road, vehicle)) return { code: 'not-for-vehicles' };
  const needed = vehicle.widthMeters + vehicle.widthMarginMeters;
  if (widthMeters < needed - 1e-6) return { code: 'too-narrow', neededMeters: round(needed) };
  const neededHeight = vehicle.heightMeters + vehicle.heightMarginMeters;
  if (road.maxHeightMeters !== null && road.maxHeightMeters < neededHeight - 1e-6)
    return {
      code: 'too-low',
      neededMeters: round(neededHeight),
      heightMeters: road.maxHeightMeters,
      limitProvenance: road.heightProvenance ?? 'tagged',
    };
  if (road.maxWeightTonnes !== null && road.maxWeightTonnes < vehicle.weightTonnes)
    return {
      code: 'too-weak',
      neededTonnes: vehicle.weightTonnes,
      weightTonnes: road.maxWeightTonnes,
      limitProvenance: road.weightProvenance ?? 'tagged',
    };
  const filled = road.fills?.find((fill) => isInTheWay(fill, vehicle, minute));
  if (!filled) return null;
  const { kind, hours } = filled;
  if (!hours) return { code: 'barrier', kind };
  return {
    code: 'closed-hours',
    kind,
    from: clockOf(hours.fromMinute),
    to: clockOf(hours.toMinute),
  };
}

/** Leaving aside whether it fits. */
export function isForVehicle(
  { motor, foot, class: ofClass }: Road,
  { footways }: Vehicle,
): boolean {
  return motor || (footways && foot && ofClass !== 'steps');
}

function isInTheWay(
  { motor, footways, hours }: WayObstacle,
  vehicle: Vehicle,
  minute: number | null,
): boolean {
  if (vehicle.footways ? footways : motor) return false;
  return hours === null || (minute !== null && isWithin(hours, minute));
}

function round(meters: number): number {
  return Math.round(meters * 100) / 100;
}

/**
 * Which width to believe where it is assumed: the `stated` one; `certain`: none, such alleys count
 * as closed; `possible`: the high end of its class.
 */
export type Belief = 'stated' | 'certain' | 'possible';

/** Under each belief; the same array where two of them come to the same. */
export function accessFor(
  graph: RoadGraph,
  vehicle: Vehicle,
  minute: number | null = null,
): Record<Belief, EdgeAccess> {
  const { roads } = graph;
  const stated = roads.map((road) => accessOf(road, vehicle, 'stated', minute));
  // Most roads are looked at once: only what is assumed depends on what is believed.
  const ifBelieved = (belief: Belief) =>
    roads.map((road, index) =>
      dependsOn(road, belief, stated[index]!)
        ? accessOf(road, vehicle, belief, minute)
        : stated[index]!,
    );
  return shareEqual({
    stated: ofEdges(graph, stated),
    certain: ofEdges(graph, ifBelieved('certain')),
    possible: ofEdges(graph, ifBelieved('possible')),
  });
}

/** One array in place of equal ones, so that what follows from it is found once. */
export function shareEqual(each: Record<Belief, EdgeAccess>): Record<Belief, EdgeAccess> {
  const { stated } = each;
  const orStated = (access: EdgeAccess) =>
    access === stated || access.every((bits, edge) => bits === stated[edge]) ? stated : access;
  return { stated, certain: orStated(each.certain), possible: orStated(each.possible) };
}

/** Less width opens no road that is shut, more shuts none that is open. */
function dependsOn(road: Road, belief: Belief, stated: number): boolean {
  if (belief === 'certain') return stated !== 0 && restsOnAssumption(road);
  return stated === 0 && road.possibleWidthMeters !== road.widthMeters;
}

function ofEdges({ edgeCount, edgeRoad }: RoadGraph, byRoad: number[]): EdgeAccess {
  const access = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) access[edge] = byRoad[edgeRoad[edge]!]!;
  return access;
}

/** What `accessFor` says of the edges of one road. */
export function accessOf(
  road: Road,
  vehicle: Vehicle,
  belief: Belief,
  minute: number | null,
): number {
  const widthMeters = belief === 'possible' ? road.possibleWidthMeters : road.widthMeters;
  if (findObstacle(road, vehicle, minute, widthMeters)) return 0;
  if (belief === 'certain' && restsOnAssumption(road)) return 0;
  return road.oneway === 0 ? 3 : road.oneway === 1 ? 1 : 2;
}

export function restsOnAssumption(road: Road): boolean {
  return road.alleyLevel > 0 && road.widthProvenance === 'assumed';
}

/** The same access with what is closed now; an edge that never was open stays as it is. */
export function closeEdges(
  access: EdgeAccess,
  { impassable, avoided }: { impassable: ClosedEdges; avoided: ClosedEdges },
): EdgeAccess {
  const closed = access.slice();
  for (const edge of impassable.keys()) if (closed[edge] !== 0) closed[edge]! |= closedNow;
  for (const edge of avoided.keys()) if (closed[edge] !== 0) closed[edge]! |= avoidedNow;
  return closed;
}

/** The same access with where traffic is slow now, for a class that it holds up. */
export function markHeld(access: EdgeAccess, vehicle: Vehicle, held: HeldArcs): EdgeAccess {
  if (held.size === 0 || !vehicle.heldByTraffic) return access;
  const marked = access.slice();
  for (const arc of held.keys()) if (marked[arc >> 1] !== 0) marked[arc >> 1]! |= heldNow;
  return marked;
}

/** May it drive along the arc, from its start to its end. */
export function mayDrive(access: EdgeAccess, arc: number): boolean {
  return isDirectionOpen(access, arc) && !isClosedNow(access, arc >> 1);
}

function isDirectionOpen(access: EdgeAccess, arc: number): boolean {
  return (access[arc >> 1]! & (arc & 1 ? 2 : 1)) !== 0;
}

export function isClosedNow(access: EdgeAccess, edge: number): boolean {
  return (access[edge]! & closedNow) !== 0;
}

export function isAvoidedNow(access: EdgeAccess, edge: number): boolean {
  return (access[edge]! & avoidedNow) !== 0;
}

export function isHeldNow(access: EdgeAccess, edge: number): boolean {
  return (access[edge]! & heldNow) !== 0;
}

/** Neither to be avoided now nor slow. */
export function isAsEver(access: EdgeAccess, edge: number): boolean {
  return (access[edge]! & (avoidedNow | heldNow)) === 0;
}

/** May it drive from `from` to `to` along one edge, both in metres from the edge's start. */
export function mayDriveBetween(
  { conditions }: RoadGraph,
  { vehicle, access }: { vehicle: Vehicle; access: EdgeAccess },
  { edge, from, to }: { edge: number; from: number; to: number },
): boolean {
  if (!isDirectionOpen(access, 2 * edge + (to >= from ? 0 : 1))) return false;
  if (!isClosedNow(access, edge)) return true;
  return !meetsStretch(conditions.byClass.get(vehicle.code)?.impassable.get(edge), from, to);
}

/** Whether the class may use the edge in some direction, leaving aside what is closed now. */
export function isPassable(access: EdgeAccess, edge: number): boolean {
  return (access[edge]! & 3) !== 0;
}

/** Whether it may use some of the edge now, in some direction. */
export function isOpenNow(access: EdgeAccess, edge: number): boolean {
  return isPassable(access, edge) && !isClosedNow(access, edge);
}

/** Seconds lost at the barrier on a node; Infinity where it stops the vehicle. */
export function barrierSeconds(graph: RoadGraph, node: number, vehicle: Vehicle): number {
  if (graph.isBarred[node] === 0) return 0;
  const barrier = graph.nodeBarriers.get(node)!;
  return findHindrance(barrier, vehicle) ? Infinity : barrier.delaySeconds;
}

/** Why the vehicle does not get past what stands on a node; null when it does. */
export function findHindrance(barrier: RoadBarrier, vehicle: Vehicle): Obstacle | null {
  const { kind, maxHeightMeters, maxWidthMeters, corner } = barrier;
  if (!(vehicle.footways ? barrier.footways : barrier.motor)) return { code: 'barrier', kind };
  const height = vehicle.heightMeters + vehicle.heightMarginMeters;
  if (isLess(maxHeightMeters, height))
    return { code: 'low-spot', ...spotAt(barrier, maxHeightMeters, height) };
  const width = vehicle.widthMeters + vehicle.widthMarginMeters;
  if (isLess(maxWidthMeters, width))
    return { code: 'narrow-spot', ...spotAt(barrier, maxWidthMeters, width) };
  if (!corner) return null;
  const turning = widthToTurn(vehicle, corner.degrees);
  if (turning === null || corner.widthMeters >= turning - 1e-6) return null;
  return {
    code: 'tight-corner',
    degrees: corner.degrees,
    clearMeters: round(corner.widthMeters),
    neededMeters: round(turning),
  };
}

function spotAt({ kind, clearProvenance }: RoadBarrier, clearMeters: number, needed: number) {
  const limitProvenance = clearProvenance ?? ('tagged' as const);
  return { kind, clearMeters, neededMeters: round(needed), limitProvenance };
}

function isLess(limit: number | null | undefined, needed: number): limit is number {
  return limit !== null && limit !== undefined && limit < needed - 1e-6;
}

export function isEdgeWalkable({ walkableRoads, edgeRoad }: RoadGraph, edge: number): boolean {
  return walkableRoads[edgeRoad[edge]!] === 1;
}

/** Metres of hose along an arc; Infinity where nobody walks (now), and through a wall or fence. */
export function measureHose(graph: RoadGraph, arc: number): number {
  const edge = arc >> 1;
  if (graph.conditions.onFoot.has(edge)) return Infinity;
  if (isWalled(graph, arcStart(graph, arc)) || isWalled(graph, arcEnd(graph, arc))) return Infinity;
  return isEdgeWalkable(graph, edge) ? graph.edgeMeters[edge]! : Infinity;
}

/** A wall or fence stands there. */
export function isWalled(graph: RoadGraph, node: number): boolean {
  return graph.isBarred[node] === 1 && !graph.nodeBarriers.get(node)!.foot;
}
