// What the graph can say of one door without a router: the stops per class, and water.

import { LRUCache } from 'lru-cache';
import { findNearestEdge, projectOntoEdges, type EdgePoint } from '../../geo/graph/locate.ts';
import { isEdgeWalkable } from '../../geo/graph/vehicle-access.ts';
import type { Search } from '../../geo/graph/search.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { placeChosenStop } from './chosen-stop.ts';
import { isClosedToRouter } from './closed-to-router.ts';
import { fromCutOffStarts } from './cut-off-starts.ts';
import { meetRoad, stepOff } from './meet-road.ts';
import { findOtherDoors } from './other-doors.ts';
import { walkFromDoor } from './find-stops.ts';
import {
  routedTo,
  type ClassPlan,
  type DoorPlan,
  type DoorRequest,
  type StartPlace,
  type StopsRequest,
  type WaterList,
} from './door-plan.ts';
import { supplyPastOpen } from './open-gates.ts';
import { listWater } from './list-water.ts';
import { paceToDoor } from './paces.ts';
import { openedFor, planStops, reachDoor, type Door, type PlannedStops } from './plan-stops.ts';
import { supplyOf } from './supply-at.ts';
import { toRoadRef } from './road-ref.ts';
import { findUnsettled } from './unsettled-roads.ts';
import { placeStarts } from './place-starts.ts';
import { rankByCrew } from './rank-by-crew.ts';
import { tellFromStarts } from './station-trees.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';

export function planDoor(
  city: CityGraph,
  request: StopsRequest,
): DoorPlan & { byClass: ClassPlan[] } {
  return { ...describeDoor(city, request), byClass: planStopsAt(city, request) };
}

export function describeDoor(city: CityGraph, request: DoorRequest): DoorPlan {
  const opened = openDoor(city, request);
  return {
    version: city.version,
    hasWater: city.hasWater,
    access: opened && {
      point: opened.at.point,
      gapMeters: opened.at.meters,
      road: toRoadRef(city.graph.roads[city.graph.edgeRoad[opened.at.edge]!]!),
    },
    beyondRoadMeters: opened?.beyondRoadMeters ?? 0,
    alternatives: opened ? findOtherDoors(city, request, opened.at) : [],
    water: opened ? fromHouse(opened) : { usable: [], unverified: [], sources: [] },
  };
}

/** The hose from water to a house far behind its road goes on to that house. One object each still, see `listWater`. */
function fromHouse({ water, beyondRoadMeters, position }: Opened): WaterList {
  if (beyondRoadMeters === 0) return water;
  const { usable, unverified, sources } = water;
  const further = new Map(
    [...usable, ...unverified, ...sources].map((hit) => [
      hit,
      {
        ...hit,
        hoseMeters: hit.hoseMeters + beyondRoadMeters,
        effortMeters: hit.effortMeters + beyondRoadMeters,
        line: [position, ...hit.line],
      },
    ]),
  );
  const of = (hits: WaterList['usable']) => hits.map((hit) => further.get(hit)!);
  return { usable: of(usable), unverified: of(unverified), sources: of(sources) };
}

/** Of each class that is known. */
export function planStopsAt(city: CityGraph, request: StopsRequest): ClassPlan[] {
  const planned = plannedFor(city, request);
  return request.classes.flatMap((code): ClassPlan[] => {
    const onGraph = classAt(city, code, request.minute ?? null);
    if (!onGraph) return [];
    const { starts = [] } = request;
    placeStarts(city, onGraph, starts);
    const cutOff = fromCutOffStarts(city, onGraph, starts);
    const known = planned.get(code);
    if (known && cutOff.length === 0 && !dependsOn(known, starts))
      return [describeClass(city, onGraph, known)];
    const opened = openDoor(city, request);
    if (!opened) {
      const none = { stops: [], certainStops: [], told: new Map(), isUnsettled: false };
      return [{ vehicleClass: code, starts: new Map(), closedStarts: new Set(), ...none }];
    }
    const fromStations = known ?? planFrom(city, onGraph, opened, request);
    planned.set(code, fromStations);
    const fromAll = dependsOn(fromStations, starts)
      ? planFrom(city, { ...onGraph, onRoad: placedOf(onGraph, starts) }, opened, request)
      : fromStations;
    const all = [fromAll, ...cutOff.map((each) => planFrom(city, each, opened, request))];
    const stops = all.flatMap((each) => each.stops);
    const certainStops = all.flatMap((each) => each.certainStops);
    return [describeClass(city, onGraph, { stops, certainStops })];
  });
}

/** A gate that those from the stations have driven through may be shut before a unit on the road. */
function dependsOn({ stops, certainStops }: PlannedStops, starts: StartPlace[]): boolean {
  return starts.length > 0 && [...stops, ...certainStops].some(({ supply }) => supply?.isGateOpen);
}

function placedOf({ stationStarts }: ClassOnGraph, starts: StartPlace[]): EdgePoint[] {
  return starts.flatMap(({ id }) => stationStarts.get(id) ?? []);
}

/** By class, what those that come from their stations were planned. */
type PlannedClasses = Map<string, PlannedStops>;

/** As many doors may be asked for at once before one of them is planned twice. */
const mostKept = 64;
const plannedOf = new WeakMap<CityGraph, LRUCache<string, PlannedClasses>>();

/** Stops are asked for ahead, and again once it is known where the units on the road are; others ask in between. */
function plannedFor(city: CityGraph, request: StopsRequest): PlannedClasses {
  const { stop } = request;
  const kept = plannedOf.get(city) ?? new LRUCache({ max: mostKept });
  plannedOf.set(city, kept);
  const key = JSON.stringify([keyOf(request), stop]);
  const planned = kept.get(key) ?? new Map<string, PlannedStops>();
  kept.set(key, planned);
  return planned;
}

type Opened = Door & { water: WaterList };

/** What was opened last: classes are asked for one after the other, and share the walk from the door. */
const lastOpened = new WeakMap<Search, { city: CityGraph; key: string; opened: Opened | null }>();

/** null: no way people can walk is near. Leaves the ways on foot from the door in `city.walk`. */
function openDoor(city: CityGraph, request: DoorRequest): Opened | null {
  const key = keyOf(request);
  const last = lastOpened.get(city.walk);
  if (last?.city === city && last.key === key) return last.opened;
  // What is there is walked over, whatever comes of it.
  lastOpened.delete(city.walk);
  const at = locateDoor(city, request);
  const opened = at && walkOut(city, at, request);
  lastOpened.set(city.walk, { city, key, opened });
  return opened;
}

function keyOf({ door, roadId, doorAt, minute = null, firstCrew = false }: DoorRequest): string {
  return JSON.stringify([door, roadId, doorAt, minute, firstCrew]);
}

function walkOut(
  city: CityGraph,
  at: EdgePoint,
  { door, minute = null, firstCrew = false }: DoorRequest,
): Opened {
  const { parameters } = city.settings;
  const pace = paceToDoor(parameters, firstCrew);
  walkFromDoor(city.graph, city.walk, {
    door: at,
    limitMeters: parameters.number('stop_search_max'),
    stairsFactor: parameters.number('stairs_factor'),
    pace,
  });
  const water = listWater(city, at, minute);
  const farMeters = parameters.number('door_frontage_max');
  return {
    at,
    position: door,
    beyondRoadMeters: at.meters > farMeters ? metersBetween(at.point, door) : 0,
    supply: supplyOf(water),
    pace,
    minute,
    drivenBetween: new Map(),
    water,
  };
}

function locateDoor(city: CityGraph, request: DoorRequest): EdgePoint | null {
  const { graph, settings } = city;
  const { door, doorAt, roadId } = request;
  const maxMeters = settings.parameters.number('door_snap_max');
  if (doorAt) {
    const accepts = (edge: number) => isEdgeWalkable(graph, edge);
    const chosen = findNearestEdge(graph, doorAt, { maxMeters, accepts });
    const at = chosen && stepOff(city, chosen, doorAt);
    // The hose goes on from there to the house.
    return at && { ...at, meters: metersBetween(at.point, door) };
  }
  const edges = roadId === null ? [] : (graph.edgesOfRoad.get(roadId) ?? []);
  const named = projectOntoEdges(graph, door, edges);
  return named ? stepOff(city, named, door) : meetRoad(city, door, maxMeters);
}

function planFrom(
  city: CityGraph,
  onGraph: ClassOnGraph,
  door: Door,
  { stop: chosen, firstCrew = false }: StopsRequest,
): PlannedStops {
  const ranked = firstCrew ? { ...onGraph, vehicle: rankByCrew(onGraph.vehicle) } : onGraph;
  return chosen ? planChosen(city, ranked, door, chosen) : planStops(city, ranked, door);
}

function describeClass(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { stops, certainStops }: PlannedStops,
): ClassPlan {
  const { vehicle, stationStarts } = onGraph;
  const { access } = onGraph.reach.stated;
  const closedStarts = [...stationStarts].filter(([, { edge }]) =>
    isClosedToRouter(city.graph, { vehicle, access }, edge),
  );
  return {
    vehicleClass: vehicle.code,
    starts: new Map([...stationStarts].map(([id, { point }]) => [id, point])),
    closedStarts: new Set(closedStarts.map(([id]) => id)),
    isUnsettled:
      findUnsettled(city, onGraph) !== null ||
      closedStarts.length > 0 ||
      [...stops, ...certainStops].some(({ isClosedFurtherOn }) => isClosedFurtherOn),
    stops,
    certainStops,
    told: tellFromStarts(city, onGraph, stops.map(routedTo)),
  };
}

function planChosen(
  city: CityGraph,
  onGraph: ClassOnGraph,
  door: Door,
  chosen: Position,
): PlannedStops {
  const stop = placeChosenStop(city, onGraph, {
    chosen,
    door: door.at,
    minute: door.minute,
    pace: door.pace,
  });
  if (!stop) return { stops: [], certainStops: [] };
  const { effortMeters, line, hoseStart: from } = stop;
  const hoseMeters = stop.hoseMeters + door.beyondRoadMeters;
  const driven = { ...onGraph, ...onGraph.reach.stated };
  const ifShut = supplyOf(listWater(city, from));
  const supply = supplyPastOpen(city, driven, { ...stop, from, hoseMeters, supply: ifShut });
  return {
    stops: [
      {
        ...stop,
        hoseStart: openedFor(supply, from),
        hoseMeters,
        effortMeters: effortMeters + door.beyondRoadMeters,
        line: reachDoor(line, door),
        supply,
      },
    ],
    certainStops: [],
  };
}
