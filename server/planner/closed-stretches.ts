// What a closure closes, as lines to be drawn and as roads to be told. Pure.

import { edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { joinLines } from '../../geo/graph/path-line.ts';
import type { Road } from '../../geo/graph/road.ts';
import { isForVehicle } from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph } from './city-graph.ts';
import { edgesNear, findClosed, hullOf, type CityClosure } from './close-city.ts';
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
/** Of more roads nobody sees one: the drawn shape says it, and whoever asks for a route meanwhile need not wait. */
export const mostEdges = 20_000;

/** A road closed at one place is drawn so far to both sides of it, so that it is seen. */
const placeMeters = 15;
/** Shorter is one place. */
const leastMeters = 1;
/** Metres of an edge are kept in 4 bytes. */
const slackMeters = 0.5;
/** To the decimetre. */
const degreeDigits = 6;

/** null: the shape lies over too much of the city to be looked at road by road. */
export function drawClosed(city: CityGraph, closure: CityClosure): ClosedStretches | null {
  const { graph } = city;
  if (edgesNear(graph, closure.shape).length > mostEdges) return null;
  const piecesOf = new Map<string, Piece[]>();
  const whoPasses = readPassers(city, closure);
  for (const [edge, stretch] of hullOf(findClosed(city, closure).stretches)) {
    const whom = whoPasses(graph.edgeRoad[edge]!);
    if (whom === null) continue;
    const pieces = piecesOf.get(whom) ?? [];
    piecesOf.set(whom, pieces);
    pieces.push(cutPiece(graph, { edge, ...stretch }));
  }
  const stretches = [...piecesOf].flatMap(([whom, pieces]) =>
    chainPieces(pieces).map(({ lines, meters }) => ({
      ...(JSON.parse(whom) as Whom),
      meters,
      line: joinLines(lines).map(roundPosition),
    })),
  );
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

/** Of a road: its name, and to whom it is closed, as one text; null: to nobody. */
function readPassers(
  { graph, classes }: CityGraph,
  { vehicleClasses: of, onFoot: isForPeople, effect }: CityClosure,
): (road: number) => string | null {
  const vehicles = [...classes.values()]
    .map(({ vehicle }) => vehicle)
    .filter(({ code }) => of?.includes(code) ?? true);
  const known = new Map<number, string | null>();
  const read = (index: number): string | null => {
    const { name, class: ofClass, alleyLevel } = graph.roads[index]!;
    const vehicleClasses = vehicles
      .filter((vehicle) => isForVehicle(graph.roads[index]!, vehicle))
      .map(({ code }) => code);
    const onFoot = isForPeople && effect === 'impassable' && graph.walkableRoads[index] === 1;
    if (vehicleClasses.length === 0 && !onFoot) return null;
    const whom: Whom = { road: { name, class: ofClass, alleyLevel }, vehicleClasses, onFoot };
    return JSON.stringify(whom);
  };
  return (index) => {
    const whom = known.has(index) ? known.get(index)! : read(index);
    known.set(index, whom);
    return whom;
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
