// What a closure closes, as lines to be drawn and as roads to be told. Pure.

import { edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { joinLines } from '../../geo/graph/path-line.ts';
import type { Road } from '../../geo/graph/road.ts';
import { isEdgeWalkable, isForVehicle } from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph } from './city-graph.ts';
import { findClosed, hullOf, type CityClosure } from './close-city.ts';
import { chainPieces, type Piece } from './chain-pieces.ts';

export type NamedRoad = Pick<Road, 'name' | 'class' | 'alleyLevel'>;

export type ClosedStretch = {
  road: NamedRoad;
  /** 0 where the road is closed at one place. */
  meters: number;
  /** Of those that the closure holds for: who might drive here, whether it fits or not. */
  vehicleClasses: string[];
  /** People and hose cannot pass either. */
  onFoot: boolean;
  line: Position[];
};

export type ClosedStretches = {
  /** Of all, also of those that are left out below; each carriageway of a street counts. */
  meters: number;
  /** Whom any of it is closed to. */
  vehicleClasses: string[];
  onFoot: boolean;
  /** The longest first; `roadCount` counts all. */
  roads: { road: NamedRoad; meters: number }[];
  roadCount: number;
  /** Likewise. */
  stretches: ClosedStretch[];
  stretchCount: number;
};

/** So many positions of all lines together; the shortest lines are left out. */
export const mostPositions = 2_000;
const mostRoads = 20;

/** A road closed at one place is drawn so far to both sides of it, so that it is seen. */
const placeMeters = 10;
/** Shorter is one place. */
const leastMeters = 1;
/** Metres of an edge are kept in 4 bytes. */
const slackMeters = 0.5;
/** To the decimetre. */
const degreeDigits = 6;

export function drawClosed(city: CityGraph, closure: CityClosure): ClosedStretches {
  const { graph } = city;
  const whom = whoPasses(city, closure);
  const groups = new Map<string, { whom: Whom; pieces: Piece[] }>();
  for (const [edge, stretch] of hullOf(findClosed(city, closure).stretches)) {
    const found = whom(edge);
    if (found.vehicleClasses.length === 0 && !found.onFoot) continue;
    const key = JSON.stringify(found);
    const group = groups.get(key) ?? { whom: found, pieces: [] };
    groups.set(key, group);
    group.pieces.push(cutPiece(graph, { edge, ...stretch }));
  }
  const stretches = [...groups.values()].flatMap((group) => {
    const { road, ...of } = group.whom;
    return chainPieces(group.pieces).map(({ lines, meters }) => ({
      road,
      meters,
      ...of,
      line: joinLines(lines).map(roundPosition),
    }));
  });
  return trimStretches(summarise(closure, stretches), mostPositions);
}

/** The longest lines of at most so many positions together; one at least. */
export function trimStretches(closed: ClosedStretches, most: number): ClosedStretches {
  let positions = 0;
  const stretches = closed.stretches.filter(({ line }, index) => {
    positions += line.length;
    return index === 0 || positions <= most;
  });
  return { ...closed, stretches };
}

type Whom = Pick<ClosedStretch, 'road' | 'vehicleClasses' | 'onFoot'>;

function whoPasses({ graph, classes }: CityGraph, closure: CityClosure): (edge: number) => Whom {
  const { vehicleClasses, onFoot, effect } = closure;
  const vehicles = [...classes.values()]
    .map(({ vehicle }) => vehicle)
    .filter(({ code }) => vehicleClasses?.includes(code) ?? true);
  return (edge) => {
    const road = graph.roads[graph.edgeRoad[edge]!]!;
    return {
      road: { name: road.name, class: road.class, alleyLevel: road.alleyLevel },
      vehicleClasses: vehicles
        .filter((vehicle) => isForVehicle(road, vehicle))
        .map(({ code }) => code),
      onFoot: onFoot && effect === 'impassable' && isEdgeWalkable(graph, edge),
    };
  };
}

function cutPiece(
  graph: RoadGraph,
  { edge, from, to }: { edge: number; from: number; to: number },
): Piece {
  const isPlace = to - from < leastMeters;
  const beyond = isPlace ? placeMeters : 0;
  const length = graph.edgeMeters[edge]!;
  const [first, last] = [Math.max(0, from - beyond), Math.min(length, to + beyond)];
  return {
    lines: [sliceLine(edgeLine(graph, edge), first, last)],
    meters: isPlace ? 0 : to - from,
    start: first <= slackMeters ? graph.edgeFrom[edge]! : null,
    end: last >= length - slackMeters ? graph.edgeTo[edge]! : null,
  };
}

function summarise({ vehicleClasses }: CityClosure, drawn: ClosedStretch[]): ClosedStretches {
  const stretches = drawn.toSorted((a, b) => b.meters - a.meters);
  const roads = new Map<string, { road: NamedRoad; meters: number }>();
  for (const { road, meters } of stretches) {
    const key = road.name ?? JSON.stringify(road);
    const before = roads.get(key);
    roads.set(key, { road, meters: meters + (before?.meters ?? 0) });
  }
  const told = [...roads.values()].toSorted((a, b) => b.meters - a.meters);
  const met = new Set(stretches.flatMap((each) => each.vehicleClasses));
  return {
    meters: stretches.reduce((sum, { meters }) => sum + meters, 0),
    vehicleClasses: vehicleClasses?.filter((code) => met.has(code)) ?? [...met],
    onFoot: stretches.some(({ onFoot }) => onFoot),
    roads: told.slice(0, mostRoads),
    roadCount: told.length,
    stretches,
    stretchCount: stretches.length,
  };
}

function roundPosition([lon, lat]: Position): Position {
  return [Number(lon.toFixed(degreeDigits)), Number(lat.toFixed(degreeDigits))];
}
