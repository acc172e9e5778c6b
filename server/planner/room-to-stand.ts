// Whether a vehicle has room to stand and work where it stops, and how it gets out again.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { clockOf } from '../../geo/graph/day-hours.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { seedsAt } from '../../geo/graph/path-line.ts';
import {
  barrierSeconds,
  isOpenNow,
  mayDriveBetween,
  type EdgeAccess,
} from '../../geo/graph/vehicle-access.ts';
import { measureStand } from './jack-ground.ts';
import type { Parameters, VehicleClass } from './settings.ts';

export type RoomToStand = {
  /** Others do not get past, or the jacks do not find ground. */
  blocksRoad: boolean;
  neededWidthMeters: number;
  neededLengthMeters: number;
  /** The way it stands on, from end to end; with what goes on from it where that is too short. */
  lengthMeters: number;
  /** From a dead end back to where it can turn, where that is further than the rule allows; else null. */
  reverseMeters: number | null;
};

export type Standing = {
  room: RoomToStand;
  /** The road is closed to the vehicle in some hours of the day, such as `5:00–8:00, 16:00–19:00`. */
  closedLater: { kind: string; hours: string } | null;
};

/** `road` is an index in graph.roads. */
export function standAt(
  where: Where,
  at: { road: number; at: EdgePoint },
  parameters: Parameters,
): Standing {
  return { room: findRoomToStand(where, at, parameters), closedLater: findClosing(where, at.road) };
}

function findClosing({ graph, vehicle }: Where, road: number): Standing['closedLater'] {
  const closing = (graph.roads[road]!.fills ?? [])
    .filter((fill) => !(vehicle.footways ? fill.footways : fill.motor))
    .flatMap(({ kind, hours }) => (hours ? [{ kind, ...hours }] : []))
    .toSorted((a, b) => a.fromMinute - b.fromMinute);
  const [first] = closing;
  if (!first) return null;
  const hours = closing.map((each) => `${clockOf(each.fromMinute)}–${clockOf(each.toMinute)}`);
  return { kind: first.kind, hours: hours.join(', ') };
}

type Where = { graph: RoadGraph; access: EdgeAccess; vehicle: VehicleClass };

function findRoomToStand(
  where: Where,
  { road, at }: { road: number; at: EdgePoint },
  parameters: Parameters,
): RoomToStand {
  const { graph, vehicle } = where;
  const { widthMeters } = graph.roads[road]!;
  const { jackWidthMeters, jackLengthMeters } = vehicle;
  const neededWidthMeters =
    jackWidthMeters ?? vehicle.widthMeters + parameters.number('stand_width_extra');
  const neededLengthMeters =
    jackLengthMeters ?? vehicle.lengthMeters + parameters.number('stand_length_extra');
  const needed = { widthMeters: neededWidthMeters, lengthMeters: neededLengthMeters };
  const lengthMeters = measureStand(graph, vehicle, road, needed);
  const reverse = metersToTurn(where, at);
  return {
    blocksRoad: widthMeters < neededWidthMeters - 1e-6 || lengthMeters < neededLengthMeters,
    neededWidthMeters,
    neededLengthMeters,
    lengthMeters,
    reverseMeters: reverse !== null && reverse > parameters.number('dead_end_max') ? reverse : null,
  };
}

/** From a point on a branch that ends to where the branch leaves the network; null where it does not end. */
function metersToTurn(where: Where, at: EdgePoint): number | null {
  // A motorbike turns on the spot.
  if (!where.vehicle.turning) return null;
  const { edge, metersAlong } = at;
  const isOpenTo = (meters: number): boolean =>
    mayDriveBetween(where.graph, where, { edge, from: metersAlong, to: meters }) ||
    mayDriveBetween(where.graph, where, { edge, from: meters, to: metersAlong });
  const ends = seedsAt(where.graph, at).map(({ node, cost, endMeters }) =>
    isOpenTo(endMeters) ? followBranch(where, { edge, node, meters: cost }) : null,
  );
  if (ends.every((end) => end !== null)) return null;
  return ends.find((end) => end !== null) ?? null;
}

/** Metres along a branch to the first junction; null where it ends without one. */
function followBranch(
  { graph, access, vehicle }: Where,
  start: { edge: number; node: number; meters: number },
): number | null {
  let { edge, node, meters } = start;
  // A ring without any junction would never end.
  for (let steps = 0; steps < graph.edgeCount; steps++) {
    if (barrierSeconds(graph, node, vehicle) === Infinity) return null;
    const others = new Set<number>();
    for (let i = graph.firstArc[node]!; i < graph.firstArc[node + 1]!; i++) {
      const other = graph.arcs[i]! >> 1;
      if (other !== edge && isOpenNow(access, other)) others.add(other);
    }
    if (others.size === 0) return null;
    if (others.size > 1) return meters;
    [edge = edge] = others;
    node = graph.edgeFrom[edge] === node ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
    meters += graph.edgeMeters[edge]!;
  }
  return null;
}
