// Where the engines behind the first one stand: the second waits on its way, before the mouth and
// beside nobody's way; and the supply stands at the water.

import { metersBetween } from '../../geo/distance.ts';
import { findDrive, type Driver } from '../../geo/graph/drive.ts';
import type { Passage } from '../../geo/graph/passage.ts';
import { edgeLine } from '../../geo/graph/build-graph.ts';
import { pointOnEdge, type EdgePoint, type PlaceOnEdge } from '../../geo/graph/locate.ts';
import { canDriveTo } from '../../geo/graph/reachable.ts';
import { isPassable } from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';
import { clearOfFirst, findSupplyPlace, lengthToStand } from './find-supply-place.ts';
import { reachesAt } from './reached-by.ts';
import { toRoadRef, type RoadRef } from './road-ref.ts';
import { standAt } from './room-to-stand.ts';
import type { VehicleClass } from './settings.ts';

export type SupportRequest = {
  /** The first engine, and where it stops. */
  first: { vehicleClass: string; stop: EdgePoint };
  /** The engines that are to wait. */
  next: {
    vehicleClass: string;
    stationId: number;
    /** Where its own class is driven to; null where nobody planned that. */
    stop: EdgePoint | null;
  }[];
  /** Water that may feed the fire, with the class of the engine that pumps from it; null: a portable pump, or none. */
  waters: { id: string; engine: string | null }[];
  /** Of the day. */
  minute: number | null;
};

/** The middle of the engine that waits. */
export type Staging = {
  point: Position;
  road: RoadRef;
  /** From the first one's stop: along the road, straight where it does not get there. */
  metersFromStop: number;
  /** It cannot drive to where the first one stops: it waits on the way to its own stop. */
  isApart: boolean;
};

/** no-room: its way was looked along; no-way: there is none to look along. */
export type NoStaging = 'no-room' | 'no-way';

/** Where an engine, or a portable pump, stands that feeds from this water. */
export type SupplyPlace = {
  waterId: string;
  point: Position;
  road: RoadRef;
  /** Classes of engines that can drive up to the water as things are. */
  reachedBy: string[];
};

/** Stagings run along the engines that come next. */
export type Support = { stagings: (Staging | NoStaging)[]; supplies: SupplyPlace[] };

export function findSupport(city: CityGraph, request: SupportRequest): Support {
  const placed = findSupplies(city, request);
  const taken = placed.flatMap((each) => each.taken ?? []);
  return {
    stagings: request.next.map((next) => findStaging(city, request, { ...next, taken })),
    supplies: placed.map(({ supply }) => supply),
  };
}

/** Of a road, by an engine that stands there: its middle, and how far it reaches to either side. */
type Taken = PlaceOnEdge & { halfMeters: number };

/** `taken` where an engine pumps there. */
type PlacedSupply = { supply: SupplyPlace; taken: Taken | null };

function findSupplies(city: CityGraph, { first, waters, minute }: SupportRequest): PlacedSupply[] {
  const { graph } = city;
  const { parameters } = city.settings;
  const ahead = classAt(city, first.vehicleClass, minute);
  const reachedBy = reachesAt(city, minute);
  return waters.flatMap(({ id, engine }): PlacedSupply[] => {
    const water = city.waterById.get(id);
    if (!water) return [];
    const { access } = water;
    const onGraph = engine ? classAt(city, engine, minute) : undefined;
    const at =
      // A pump that draws must stand at the water.
      ahead && onGraph && water.kind === 'hydrant'
        ? findSupplyPlace(city, onGraph, { access, first: { ...first, vehicle: ahead.vehicle } })
        : access;
    const road = toRoadRef(graph.roads[graph.edgeRoad[at.edge]!]!);
    return [
      {
        supply: { waterId: id, point: at.point, road, reachedBy: reachedBy(water) },
        taken: onGraph
          ? { ...at, halfMeters: lengthToStand(onGraph.vehicle, parameters) / 2 }
          : null,
      },
    ];
  });
}

function findStaging(
  city: CityGraph,
  { first, minute }: SupportRequest,
  next: SupportRequest['next'][0] & { taken: Taken[] },
): Staging | NoStaging {
  const ahead = classAt(city, first.vehicleClass, minute);
  const behind = classAt(city, next.vehicleClass, minute);
  const start = behind?.stationStarts.get(next.stationId);
  if (!ahead || !behind || !start) return 'no-way';
  const { graph, search } = city;
  const driveTo = (to: EdgePoint) => findDrive(graph, search, driverOf(behind), { start, to });
  const joining = driveTo(first.stop);
  // A large engine does not follow a small one into its alley.
  const nearest = () => next.stop ?? followFirst(city, { ahead, behind }, { start, ...first });
  const apart = joining ? null : nearest();
  const drive = joining ?? (apart && driveTo(apart));
  if (!drive) return 'no-way';
  const { passes } = drive;
  const place = standOnWay(city, behind, { passes, ahead: ahead.vehicle, taken: next.taken });
  if (!place) return 'no-room';
  const metersFromStop = Math.round(
    joining ? place.back : metersBetween(first.stop.point, place.point),
  );
  return { point: place.point, road: place.road, metersFromStop, isApart: !joining };
}

function driverOf({ vehicle, reach }: ClassOnGraph): Driver {
  return { vehicle, access: reach.stated.access };
}

/** Where it comes to along the way of the first one; null where that has none from there. */
function followFirst(
  { graph, search }: CityGraph,
  { ahead, behind }: { ahead: ClassOnGraph; behind: ClassOnGraph },
  { start, stop }: { start: EdgePoint; stop: EdgePoint },
): EdgePoint | null {
  const way = findDrive(graph, search, driverOf(ahead), { start, to: stop });
  const reached = { vehicle: behind.vehicle, ...behind.reach.stated };
  const places = (way?.passes ?? []).map(({ edge, to }) => ({ edge, metersAlong: to }));
  const last = places.findLast((place) => canDriveTo(graph, reached, place));
  return last ? pointOnEdge(graph, last) : null;
}

/** `back`: metres from the end of its way. */
type WaitingPlace = { point: Position; road: RoadRef; back: number };

/** Back along its way from the stop: the first place with room beside the way of the others. */
function standOnWay(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { passes, ahead, taken }: { passes: Passage[]; ahead: VehicleClass; taken: Taken[] },
): WaitingPlace | null {
  const { graph, settings } = city;
  const { parameters } = settings;
  const length = lengthToStand(onGraph.vehicle, parameters);
  const clear = clearOfFirst(ahead, parameters);
  const reachMeters = parameters.number('staging_reach');
  let meters = 0;
  for (const passage of passes.toReversed()) {
    if (meters > reachMeters) return null;
    // Where its front stands, in metres back from the stop: off the junction, and off the stop.
    const along = Math.abs(passage.to - passage.from);
    const nearest = Math.max(clear, meters + clearBefore(city, passage));
    const front = passTaken(taken, passage, { nearest, length, meters });
    const end = meters + along - clearBehind(city, passage);
    if (front + length <= end && hasRoom(city, onGraph, { passage, ahead })) {
      const back = front + length / 2;
      if (back > reachMeters) return null;
      const metersAlong = passage.to + Math.sign(passage.from - passage.to) * (back - meters);
      const [point] = sliceLine(edgeLine(graph, passage.edge), metersAlong, metersAlong);
      const road = toRoadRef(graph.roads[graph.edgeRoad[passage.edge]!]!);
      return { point: point!, road, back };
    }
    meters += along;
  }
  return null;
}

/** Behind those who stand there already. */
function passTaken(
  taken: Taken[],
  { edge, to }: Passage,
  { nearest, length, meters }: { nearest: number; length: number; meters: number },
): number {
  return taken
    .filter((each) => each.edge === edge)
    .map(({ metersAlong, halfMeters }) => ({
      back: meters + Math.abs(to - metersAlong),
      halfMeters,
    }))
    .toSorted((a, b) => a.back - b.back)
    .reduce((front, { back, halfMeters }) => {
      const isInTheWay = front < back + halfMeters && front + length > back - halfMeters;
      return isInTheWay ? back + halfMeters : front;
    }, nearest);
}

/** A way that begins or ends on the middle of an edge has no junction there. */
function clearBefore(city: CityGraph, { edge, to }: Passage): number {
  return isAtEnd(city, edge, to) ? city.settings.parameters.number('junction_clear') : 0;
}

function clearBehind(city: CityGraph, { edge, from }: Passage): number {
  return isAtEnd(city, edge, from) ? city.settings.parameters.number('junction_clear') : 0;
}

function isAtEnd({ graph }: CityGraph, edge: number, meters: number): boolean {
  return meters < 1 || meters > graph.edgeMeters[edge]! - 1;
}

/** It does not block the road, and an engine like the first gets past it. */
function hasRoom(
  { graph, settings }: CityGraph,
  { vehicle, reach }: ClassOnGraph,
  { passage, ahead }: { passage: Passage; ahead: VehicleClass },
): boolean {
  const { access } = reach.stated;
  const { edge } = passage;
  const road = graph.edgeRoad[edge]!;
  const { widthMeters } = graph.roads[road]!;
  const neededMeters = vehicle.widthMeters + ahead.widthMeters + ahead.widthMarginMeters;
  if (!isPassable(access, edge) || widthMeters < neededMeters - 1e-6) return false;
  const metersAlong = (passage.from + passage.to) / 2;
  const [point] = sliceLine(edgeLine(graph, edge), metersAlong, metersAlong);
  const at = { edge, metersAlong, point: point!, meters: 0 };
  return !standAt({ graph, access, vehicle }, { road, at }, settings.parameters).room.blocksRoad;
}
