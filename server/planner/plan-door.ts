// What the graph can say of one door before any router is asked: the stops per class, and water.

import { findNearestEdge, projectOntoEdges, type EdgePoint } from '../../geo/graph/locate.ts';
import { isEdgeWalkable } from '../../geo/graph/vehicle-access.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { placeChosenStop } from './chosen-stop.ts';
import { findOtherDoors } from './other-doors.ts';
import { walkFromDoor } from './find-stops.ts';
import { drawHose, findWater, type HoseStart, type WaterHit } from './find-water.ts';
import type { ClassPlan, DoorPlan, DoorRequest, WaterList } from './door-plan.ts';
import { planStops, reachDoor, supplyOf, type Door, type PlannedStops } from './plan-stops.ts';
import { toRoadRef } from './road-ref.ts';
import { findUnsettled } from './unsettled-roads.ts';
import { placeStarts } from './place-starts.ts';
import { rankByCrew } from './rank-by-crew.ts';
import { classAt, type CityGraph, type ClassOnGraph } from './city-graph.ts';

const maxWaters = 3;
/** More than these never make a supply: each takes a line of hose. */
const maxSources = 12;

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
  const farMeters = city.settings.parameters.number('door_frontage_max');
  const door: Door = {
    at,
    position: request.door,
    beyondRoadMeters: at.meters > farMeters ? metersBetween(at.point, request.door) : 0,
    supply: supplyOf(nearest),
    minute: request.minute ?? null,
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
      return [planClass(city, onGraph, door, request)];
    }),
  };
}

function locateDoor({ graph, settings }: CityGraph, request: DoorRequest): EdgePoint | null {
  const walkable = (edge: number) => isEdgeWalkable(graph, edge);
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

function planClass(
  city: CityGraph,
  onGraph: ClassOnGraph,
  door: Door,
  { stop: chosen, firstCrew }: DoorRequest,
): ClassPlan {
  const { vehicle, stationStarts } = onGraph;
  const ranked = firstCrew ? { ...onGraph, vehicle: rankByCrew(vehicle) } : onGraph;
  return {
    vehicleClass: vehicle.code,
    starts: new Map([...stationStarts].map(([id, { point }]) => [id, point])),
    isUnsettled: findUnsettled(city, onGraph) !== null,
    ...(chosen ? planChosen(city, ranked, door, chosen) : planStops(city, ranked, door)),
  };
}

function planChosen(
  city: CityGraph,
  onGraph: ClassOnGraph,
  door: Door,
  chosen: Position,
): PlannedStops {
  const stop = placeChosenStop(city, onGraph, { chosen, door: door.at });
  if (!stop) return { stops: [], certainStops: [] };
  const [nearest] = listWater(city, stop.hoseStart).usable;
  const { hoseMeters, effortMeters, line } = stop;
  return {
    stops: [
      {
        ...stop,
        hoseMeters: hoseMeters + door.beyondRoadMeters,
        effortMeters: effortMeters + door.beyondRoadMeters,
        line: reachDoor(line, door),
        supply: supplyOf(nearest),
      },
    ],
    certainStops: [],
  };
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
