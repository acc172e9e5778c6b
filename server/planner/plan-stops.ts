// The stops of one class for a door: found and weighed on the graph, pruned, and told in full of
// those that are left, among which the drive times decide.

import { arcEnd, nodePosition } from '../../geo/graph/build-graph.ts';
import type { KnownWays } from '../../geo/graph/drive-within.ts';
import type { Pace } from '../../geo/graph/foot-delays.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { mayDrive, type Belief } from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import { addContraflow } from './add-contraflow.ts';
import { findAssumedRoad } from './assumed-road.ts';
import { isClosedToRouter } from './closed-to-router.ts';
import type { CityGraph, ClassOnGraph, Reach } from './city-graph.ts';
import type { ClassPlan, PlannedStop } from './door-plan.ts';
import { dropDominated } from './drop-dominated.ts';
import { findStopsWithGround } from './find-ground-stops.ts';
import { findStops, type Stop } from './find-stops.ts';
import type { HoseStart, TimedHoseStart } from './find-water.ts';
import { drawHoseLeg } from './hose-leg.ts';
import { addIfWider } from './if-wider.ts';
import { findGround } from './jack-ground.ts';
import { supplyPastOpen } from './open-gates.ts';
import { toRoadRef } from './road-ref.ts';
import { standAt } from './room-to-stand.ts';
import type { VehicleClass } from './settings.ts';
import type { WeighedStop } from './stop-cost.ts';
import { supplyAtNode, supplyOnEdge } from './supply-at.ts';

const maxStops = 24;

/** A door on the graph: where it meets its road, where it is itself, and the water it has in reach. */
export type Door = {
  at: EdgePoint;
  position: Position;
  /** From its road to a door so far away that the hose goes on to it, straight, as nobody has drawn the way; else 0. */
  beyondRoadMeters: number;
  supply: PlannedStop['supply'];
  /** By which the ways on foot to it were looked for. */
  pace: Pace;
  /** Of the day. */
  minute: number | null;
  /** Ways from stop to stop: the classes that are planned after one another mostly stop at the same places. */
  drivenBetween: KnownWays;
};

export type PlannedStops = Pick<ClassPlan, 'stops' | 'certainStops'>;

type Found = WeighedStop & { stop: Stop };

export function planStops(city: CityGraph, onGraph: ClassOnGraph, door: Door): PlannedStops {
  const { vehicle, reach } = onGraph;
  const { graph, walk, settings } = city;
  const bounds = {
    minute: door.minute,
    stairsFactor: settings.parameters.number('stairs_factor'),
    pace: door.pace,
    limitMeters: settings.parameters.number('stop_search_max'),
    atMost: maxStops,
  };
  const stopsIf = (belief: Belief): Found[] => {
    const { access, reachable } = reach[belief];
    const request = { door: door.at, vehicle, access, reachable, ...bounds };
    const stops = findStops(graph, walk, request);
    const further =
      vehicle.jackWidthMeters === null
        ? []
        : findStopsWithGround(graph, walk, request, settings.parameters.number('ladder_stand_max'));
    return [...stops, ...further].map((stop) =>
      weighStop(city, { ...onGraph, ...reach[belief] }, stop, door),
    );
  };
  const pruned = (belief: Belief): PlannedStop[] =>
    dropDominated(
      city,
      { vehicle, access: reach[belief].access },
      { stops: stopsIf(belief), known: door.drivenBetween },
    ).map((found) => describeStop(city, { onGraph, belief }, found, door));
  const stops = pruned('stated');
  const isBlocked = stops.some(({ blockedBy }) => blockedBy?.provenance === 'assumed');
  const planned = isBlocked
    ? addIfWider(
        city,
        { vehicle, access: reach.possible.access },
        { stops, possible: stopsIf('possible') },
      )
    : stops;
  const all = addContraflow(city, onGraph, { door: door.at, stops: planned }, (stop) => {
    const found = weighStop(city, { ...onGraph, ...reach.stated }, stop, door);
    return describeStop(city, { onGraph, belief: 'stated' }, found, door);
  });
  return {
    stops: all,
    certainStops: all.some(({ assumedRoad }) => assumedRoad) ? pruned('certain') : [],
  };
}

function weighStop(
  city: CityGraph,
  onGraph: Reach & Pick<ClassOnGraph, 'vehicle' | 'stationStarts'>,
  stop: Stop,
  door: Door,
): Found {
  const { node, onEdge, meters, effortMeters, footDelays } = stop;
  const at = onEdge ?? standingPoint(city, onGraph, node!);
  const hoseMeters = meters + door.beyondRoadMeters;
  const supply = supplyFrom(city, stop, door);
  return {
    stop,
    lacksGround: lacksGround(city, onGraph.vehicle, stop, door),
    at,
    hoseMeters,
    effortMeters: effortMeters + door.beyondRoadMeters,
    footDelays,
    supply: supplyPastOpen(city, onGraph, {
      from: hoseStartOf(stop),
      at,
      hoseMeters,
      footDelays,
      supply,
    }),
  };
}

function hoseStartOf({ node, onEdge }: Stop): HoseStart {
  return onEdge ?? { node: node! };
}

/** The same place, with the gates that stand open for its water. */
export function openedFor(supply: PlannedStop['supply'], from: TimedHoseStart): TimedHoseStart {
  return supply?.opened ? { ...from, opened: supply.opened } : from;
}

/** Ground that is too far from the door to work from is none. */
function lacksGround(
  { graph, settings }: CityGraph,
  vehicle: VehicleClass,
  { road, meters }: Stop,
  door: Door,
): boolean {
  if (vehicle.jackWidthMeters === null) return false;
  const isFar = meters + door.beyondRoadMeters > settings.parameters.number('ladder_stand_max');
  return isFar || !findGround(graph, vehicle, road);
}

function supplyFrom(city: CityGraph, { node, onEdge }: Stop, door: Door): PlannedStop['supply'] {
  if (!onEdge) return supplyAtNode(city, node!);
  return onEdge === door.at ? door.supply : supplyOnEdge(city, onEdge);
}

function describeStop(
  city: CityGraph,
  { onGraph, belief }: { onGraph: ClassOnGraph; belief: Belief },
  { stop, at, ...weighed }: Found,
  door: Door,
): PlannedStop {
  const { graph, settings } = city;
  const { access } = onGraph.reach[belief];
  const road = graph.roads[stop.road]!;
  return {
    ...weighed,
    at,
    point: stop.point,
    hoseStart: openedFor(weighed.supply, { ...hoseStartOf(stop), minute: door.minute }),
    line: reachDoor(drawHoseLeg(graph, door.at, stop), door),
    reason: stop.reason,
    road: toRoadRef(road),
    blockedBy: stop.blockedBy === null ? null : toRoadRef(graph.roads[stop.blockedBy]!),
    assumedRoad: findAssumedRoad(city, onGraph, { road: stop.road, node: stop.node, at }),
    isClosedFurtherOn: isClosedToRouter(graph, { vehicle: onGraph.vehicle, access }, at.edge),
    ...standAt(
      { graph, vehicle: onGraph.vehicle, access },
      { road: stop.road, at },
      settings.parameters,
    ),
  };
}

/** The line of the hose, on to a door that is far from its road. */
export function reachDoor(
  line: Position[],
  { beyondRoadMeters, position }: Pick<Door, 'beyondRoadMeters' | 'position'>,
): Position[] {
  return beyondRoadMeters > 0 ? [...line, position] : line;
}

/** A node as a point on an edge that the vehicle can come along. */
function standingPoint(
  { graph }: CityGraph,
  { access, reachable }: Reach,
  node: number,
): EdgePoint {
  const away = graph.arcs.subarray(graph.firstArc[node], graph.firstArc[node + 1]);
  const byArc = (arc: number): EdgePoint => {
    const metersAlong = arc & 1 ? graph.edgeMeters[arc >> 1]! : 0;
    return { edge: arc >> 1, metersAlong, point: nodePosition(graph, node), meters: 0 };
  };
  // An arc leaves the node; coming along its edge means driving it the other way.
  const inward = away.find(
    (arc) => mayDrive(access, arc ^ 1) && reachable[arcEnd(graph, arc)] === 1,
  );
  return byArc(inward ?? away[0]!);
}
