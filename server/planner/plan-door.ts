// What the graph can say of one door before any router is asked: the stops per class, and water.

import { arcEnd, nodePosition } from '../../geo/graph/build-graph.ts';
import { findNearestEdge, projectOntoEdges, type EdgePoint } from '../../geo/graph/locate.ts';
import {
  isWalkable,
  mayDrive,
  restsOnAssumption,
  type Belief,
} from '../../geo/graph/vehicle-access.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { placeChosenStop } from './chosen-stop.ts';
import { findOtherDoors } from './other-doors.ts';
import { findStops, walkFromDoor, type Stop } from './find-stops.ts';
import {
  drawHose,
  findWater,
  type HoseStart,
  type WaterHit,
  type WaterInReach,
  type WaterPoint,
} from './find-water.ts';
import type { ClassPlan, DoorPlan, DoorRequest, PlannedStop, WaterList } from './door-plan.ts';
import { addContraflow } from './add-contraflow.ts';
import { addIfWider } from './if-wider.ts';
import { dropDominated } from './drop-dominated.ts';
import { toRoadRef } from './road-ref.ts';
import { findUnsettled } from './unsettled-roads.ts';
import { placeStarts } from './place-starts.ts';
import { rankByCrew } from './rank-by-crew.ts';
import type { VehicleClass } from './settings.ts';
import { classAt, type CityGraph, type ClassOnGraph, type Reach } from './city-graph.ts';
import { standAt } from './room-to-stand.ts';

const maxStops = 24;
const maxWaters = 3;
/** More than these never make a supply: each takes a line of hose. */
const maxSources = 12;

/** A door on the graph: where it meets its road, where it is itself, and the water it has in reach. */
type Door = {
  at: EdgePoint;
  position: Position;
  supply: PlannedStop['supply'];
  /** The stop that the dispatcher chose; undefined where the best is wanted. */
  chosen: Position | undefined;
  /** Of the day. */
  minute: number | null;
  firstCrew: boolean;
};

export function planDoor(city: CityGraph, request: DoorRequest): DoorPlan {
  const at = locateDoor(city, request);
  const empty = { usable: [], unverified: [], sources: [] };
  const base = { version: city.version, hasWater: city.hasWater };
  if (!at)
    return {
      ...base,
      access: null,
      alternatives: [],
      water: empty,
      byClass: request.classes.map((code) => ({
        vehicleClass: code,
        starts: new Map<number, Position>(),
        stops: [],
        certainStops: [],
        isUnsettled: false,
      })),
    };
  walkFromDoor(city.graph, city.walk, {
    door: at,
    limitMeters: city.settings.parameters.number('stop_search_max'),
    stairsFactor: city.settings.parameters.number('stairs_factor'),
  });
  const water = listWater(city, at);
  const [nearest] = water.usable;
  const door: Door = {
    at,
    position: request.door,
    supply: supplyOf(nearest),
    chosen: request.stop,
    minute: request.minute ?? null,
    firstCrew: request.firstCrew === true,
  };
  return {
    ...base,
    access: {
      point: at.point,
      gapMeters: at.meters,
      road: toRoadRef(city.graph.roads[city.graph.edgeRoad[at.edge]!]!),
    },
    alternatives: findOtherDoors(city, request, at),
    water,
    byClass: request.classes.flatMap((code) => {
      const onGraph = classAt(city, code, request.minute ?? null);
      if (!onGraph) return [];
      placeStarts(city, onGraph, request.starts ?? []);
      return [planClass(city, onGraph, door)];
    }),
  };
}

function locateDoor({ graph, settings }: CityGraph, request: DoorRequest): EdgePoint | null {
  const walkable = (edge: number) => isWalkable(graph.roads[graph.edgeRoad[edge]!]!);
  const maxMeters = settings.parameters.number('door_snap_max');
  if (request.doorAt) {
    const at = findNearestEdge(graph, request.doorAt, { maxMeters, accepts: walkable });
    // The hose goes on from there to the house.
    return at && { ...at, meters: metersBetween(at.point, request.door) };
  }
  const named = request.roadId === null ? [] : (graph.edgesOfRoad.get(request.roadId) ?? []);
  return (
    projectOntoEdges(graph, request.door, named) ??
    findNearestEdge(graph, request.door, {
      maxMeters,
      accepts: walkable,
    })
  );
}

function planClass(city: CityGraph, onGraph: ClassOnGraph, door: Door): ClassPlan {
  const { vehicle, stationStarts } = onGraph;
  const ranked = door.firstCrew ? { ...onGraph, vehicle: rankByCrew(vehicle) } : onGraph;
  return {
    vehicleClass: vehicle.code,
    starts: new Map([...stationStarts].map(([id, { point }]) => [id, point])),
    isUnsettled: findUnsettled(city, onGraph) !== null,
    ...(door.chosen ? planChosen(city, ranked, door, door.chosen) : planStops(city, ranked, door)),
  };
}

type Stops = Pick<ClassPlan, 'stops' | 'certainStops'>;

function planStops(city: CityGraph, onGraph: ClassOnGraph, door: Door): Stops {
  const { vehicle, reach } = onGraph;
  const { graph, walk, settings } = city;
  const bounds = {
    minute: door.minute,
    stairsFactor: settings.parameters.number('stairs_factor'),
    atMost: maxStops,
  };
  const describe = (stop: Stop, belief: Belief): PlannedStop =>
    reachDoor(city, describeStop(city, { vehicle, ...reach[belief] }, stop, door), door);
  const stopsIf = (belief: Belief): PlannedStop[] => {
    const { access, reachable } = reach[belief];
    return findStops(graph, walk, { door: door.at, vehicle, access, reachable, ...bounds }).map(
      (stop) => describe(stop, belief),
    );
  };
  const pruned = (belief: Belief) =>
    dropDominated(city, { vehicle, access: reach[belief].access }, stopsIf(belief));
  const stops = pruned('stated');
  const isBlocked = stops.some(({ blockedBy }) => blockedBy?.provenance === 'assumed');
  const planned = isBlocked
    ? addIfWider(
        city,
        { vehicle, access: reach.possible.access },
        { stops, possible: stopsIf('possible') },
      )
    : stops;
  return {
    stops: addContraflow(city, onGraph, { door: door.at, stops: planned }, (stop) =>
      describe(stop, 'stated'),
    ),
    certainStops: stops.some((stop) => stop.restsOnAssumption) ? pruned('certain') : [],
  };
}

function planChosen(city: CityGraph, onGraph: ClassOnGraph, door: Door, chosen: Position): Stops {
  const stop = placeChosenStop(city, onGraph, { chosen, door: door.at });
  if (!stop) return { stops: [], certainStops: [] };
  const [nearest] = listWater(city, stop.hoseStart).usable;
  return {
    stops: [reachDoor(city, { ...stop, supply: supplyOf(nearest) }, door)],
    certainStops: [],
  };
}

/** A door far from its road: the hose goes on to it, straight, as nobody has drawn the way. */
function reachDoor(
  { settings }: CityGraph,
  stop: PlannedStop,
  { at, position: doorPoint }: Door,
): PlannedStop {
  if (at.meters <= settings.parameters.number('door_frontage_max')) return stop;
  const end = stop.line[stop.line.length - 1]!;
  const gap = metersBetween(end, doorPoint);
  return {
    ...stop,
    hoseMeters: stop.hoseMeters + gap,
    effortMeters: stop.effortMeters + gap,
    line: [...stop.line, doorPoint],
  };
}

function describeStop(
  city: CityGraph,
  reach: Reach & { vehicle: VehicleClass },
  stop: Stop,
  door: Door,
): PlannedStop {
  const { graph, settings } = city;
  const road = graph.roads[stop.road]!;
  const at = stop.node === null ? door.at : standingPoint(city, reach, stop.node);
  return {
    point: stop.point,
    at,
    hoseStart: stop.node === null ? door.at : { node: stop.node },
    hoseMeters: stop.meters,
    effortMeters: stop.effortMeters,
    line: stop.line,
    reason: stop.reason,
    road: toRoadRef(road),
    blockedBy: stop.blockedBy === null ? null : toRoadRef(graph.roads[stop.blockedBy]!),
    restsOnAssumption: restsOnAssumption(road),
    ...standAt({ graph, ...reach }, { road: stop.road, at }, settings.parameters),
    supply: stop.node === null ? door.supply : supplyAtNode(city, stop.node),
  };
}

function supplyAtNode(city: CityGraph, node: number): PlannedStop['supply'] {
  const meters = city.supplyMeters[node]!;
  const water = city.waters[city.supplyWater[node]!];
  return water ? { meters, kind: kindOfSupply(water) } : null;
}

function supplyOf(nearest: WaterInReach | undefined): PlannedStop['supply'] {
  return nearest ? { meters: nearest.hoseMeters, kind: kindOfSupply(nearest.water) } : null;
}

function kindOfSupply({ kind }: WaterPoint): 'hydrant' | 'draft' {
  return kind === 'hydrant' ? 'hydrant' : 'draft';
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

/** Up to three usable and three unverified water points by hose path, nearest first. */
export function listWater(city: CityGraph, from: HoseStart): WaterList {
  const found = findWater(city.graph, city.search, {
    from,
    watersNear: city.watersNear,
    reachMeters: city.settings.parameters.number('water_reach'),
  });
  const of = (status: 'usable' | 'unverified') =>
    found.filter(({ water }) => water.status === status).slice(0, maxWaters);
  const lists = {
    usable: of('usable'),
    unverified: of('unverified'),
    sources: found.filter(({ water }) => water.status !== 'unverified').slice(0, maxSources),
  };
  // One object each, however many lists it is in: it is sent only once then.
  const listed = new Set(Object.values(lists).flat());
  const drawn = new Map(
    [...listed].map((hit) => [hit, drawHose(city.graph, city.search, from, hit)]),
  );
  const draw = (hits: WaterHit[]) => hits.map((hit) => drawn.get(hit)!);
  return {
    usable: draw(lists.usable),
    unverified: draw(lists.unverified),
    sources: draw(lists.sources),
  };
}
