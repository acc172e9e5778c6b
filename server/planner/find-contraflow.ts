// Against a one-way street on the last metres: engines on a call may, no router knows it, and it is
// chosen only where it wins with what it costs. The router brings the unit to where it turns in; the
// rest is reckoned here. Never against a motorway or trunk road.

import { arcEnd, arcStart, edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { mergeStretches, type RoadStretch } from '../../geo/graph/road-stretches.ts';
import {
  arcsLine,
  endAtNode,
  joinLines,
  lineToEnd,
  seedsAt,
  type EdgeEnd,
} from '../../geo/graph/path-line.ts';
import {
  barrierSeconds,
  isAvoidedNow,
  mayDrive,
  mayDriveBetween,
  type EdgeAccess,
} from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import { toRoadRef, type RoadRef } from './road-ref.ts';

export type Contraflow = {
  /** On the road before it turns in: so far the router knows the way. */
  entry: EdgePoint;
  /** From there to the stop. */
  seconds: number;
  meters: number;
  /** Of those, so many against the traffic: it may leave the one-way street again. */
  againstMeters: number;
  line: Position[];
  /** The streets driven against their direction. */
  roads: RoadRef[];
  /** From where it turns in, for directions. */
  stretches: ContraflowStretch[];
};

export type ContraflowStretch = Omit<RoadStretch, 'road'> & { road: RoadRef; isAgainst: boolean };

const neverAgainst = /^(motorway|trunk)(_link)?$/;
/** So far before the junction that a router does not take the one-way street itself for the goal. */
const beforeJunctionMeters = 4;
/** Ways in beyond these never win. */
const mostEntries = 3;

/** Where the class may drive when one-way streets count both ways. */
export function openBothWays(graph: RoadGraph, onGraph: ClassOnGraph): EdgeAccess {
  onGraph.bothWays ??= onGraph.reach.stated.access.map((bits, edge) => {
    const road = graph.roads[graph.edgeRoad[edge]!]!;
    const isNever = neverAgainst.test(road.class) || road.isRoundabout === true;
    const isOpen = (bits & 3) !== 0 && road.oneway !== 0 && !isNever;
    return isOpen ? bits | 3 : bits;
  });
  return onGraph.bothWays;
}

/** The ways to a stop that end against a one-way street, the shortest first. */
export function findContraflow(
  city: CityGraph,
  onGraph: ClassOnGraph,
  to: EdgePoint,
): Contraflow[] {
  const { graph, search, settings } = city;
  const { parameters } = settings;
  const factor = parameters.number('contraflow_factor');
  const max = parameters.number('contraflow_max');
  const walk: Walk = { city, onGraph, to, access: openBothWays(graph, onGraph), factor };
  search.run(lastMeters(walk), {
    backward: true,
    limit: max * factor,
    arcCost: (arc) => arcCost(walk, arc),
  });
  return search.settled
    .map((node) => enterAt(walk, node))
    .filter((found) => found !== null && found.meters <= max)
    .map((found) => found!)
    .toSorted((a, b) => a.seconds - b.seconds)
    .slice(0, mostEntries);
}

type Walk = {
  city: CityGraph;
  onGraph: ClassOnGraph;
  to: EdgePoint;
  access: EdgeAccess;
  factor: number;
};

/** Metres along an arc, those against the traffic counted more. */
function arcCost({ city: { graph }, onGraph, access, factor }: Walk, arc: number): number {
  // What should be avoided is not entered against the traffic on top of it.
  if (!mayDrive(access, arc) || isAvoidedNow(access, arc >> 1)) return Infinity;
  if (barrierSeconds(graph, arcStart(graph, arc), onGraph.vehicle) === Infinity) return Infinity;
  return graph.edgeMeters[arc >> 1]! * (isLegal(onGraph, arc) ? 1 : factor);
}

function isLegal({ reach }: ClassOnGraph, arc: number): boolean {
  return mayDrive(reach.stated.access, arc);
}

/** From an end of its edge to the stop, by an arc of so many metres. */
type LastMeters = EdgeEnd & Piece;

/** From the ends of its edge to the stop. */
function lastMeters({ city: { graph }, onGraph, to, access, factor }: Walk): LastMeters[] {
  return seedsAt(graph, to).flatMap((end, index) => {
    const { node, cost: meters, endMeters } = end;
    const passage = { edge: to.edge, from: endMeters, to: to.metersAlong };
    const { vehicle } = onGraph;
    if (isAvoidedNow(access, to.edge)) return [];
    if (!mayDriveBetween(graph, { vehicle, access }, passage)) return [];
    // A barrier at the end of the edge is passed by whoever comes from there.
    if (meters > 0 && barrierSeconds(graph, node, vehicle) === Infinity) return [];
    const arc = 2 * to.edge + index;
    return [{ ...end, arc, meters, cost: meters * (isLegal(onGraph, arc) ? 1 : factor) }];
  });
}

/** null: from this node the way does not begin against the traffic, or nobody gets there. */
function enterAt(walk: Walk, node: number): Contraflow | null {
  const { city, onGraph, to } = walk;
  const { graph, search } = city;
  const { arcs, seed } = search.pathOf(node);
  const last = endAtNode(lastMeters(walk), seed);
  // Where it stops at the node itself, nothing is left to drive.
  if (arcs.length === 0 && last.meters === 0) return null;
  const onward = arcs[0] ?? last.arc;
  if (isLegal(onGraph, onward) || !mayDrive(walk.access, onward)) return null;
  const entry = findEntry(walk, node, onward >> 1);
  if (!entry) return null;
  const pieces = [
    ...arcs.map((arc) => ({ arc, meters: graph.edgeMeters[arc >> 1]! })),
    ...(last.meters > 0 ? [last] : []),
  ];
  const before = lineToEnd(graph, entry, endAtNode(seedsAt(graph, entry), node));
  return {
    entry,
    seconds: secondsAlong(walk, pieces),
    meters: metersOf(pieces),
    againstMeters: metersOf(pieces.filter(({ arc }) => !isLegal(onGraph, arc))),
    line: joinLines([before, arcsLine(graph, arcs), lineToEnd(graph, to, last).toReversed()]),
    roads: roadsAgainst(walk, pieces),
    stretches: writeStretches(walk, pieces),
  };
}

type Piece = { arc: number; meters: number };

function metersOf(pieces: Piece[]): number {
  return pieces.reduce((sum, { meters }) => sum + meters, 0);
}

function secondsAlong(walk: Walk, pieces: Piece[]): number {
  const delay = walk.city.settings.parameters.number('contraflow_delay');
  return pieces.reduce((sum, piece) => sum + secondsOn(walk, piece), delay);
}

function secondsOn({ city: { graph }, onGraph, factor }: Walk, { arc, meters }: Piece): number {
  const { speedKmh } = graph.roads[graph.edgeRoad[arc >> 1]!]!;
  const seconds = (meters * 3.6) / (speedKmh * onGraph.vehicle.speedFactor);
  const delay = barrierSeconds(graph, arcStart(graph, arc), onGraph.vehicle);
  return delay + seconds * (isLegal(onGraph, arc) ? 1 : factor);
}

/** What is driven against the traffic is told apart from what is not, also along one street. */
function writeStretches(walk: Walk, pieces: Piece[]): ContraflowStretch[] {
  const { city, onGraph, access } = walk;
  const { graph } = city;
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs[runs.length - 1];
    if (run && isLegal(onGraph, run[0]!.arc) === isLegal(onGraph, piece.arc)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run) => {
    const passages = run.map((piece) => ({
      ...passageOf(graph, piece),
      seconds: secondsOn(walk, piece),
    }));
    const isAgainst = !isLegal(onGraph, run[0]!.arc);
    return mergeStretches(graph, access, passages).map(({ road, ...stretch }) => ({
      ...stretch,
      road: toRoadRef(graph.roads[road]!),
      isAgainst,
    }));
  });
}

/** From the start of the arc on. */
function passageOf(graph: RoadGraph, { arc, meters }: Piece) {
  const length = graph.edgeMeters[arc >> 1]!;
  const [from, to] = arc & 1 ? [length, length - meters] : [0, meters];
  return { edge: arc >> 1, from, to };
}

function roadsAgainst({ city: { graph }, onGraph }: Walk, pieces: Piece[]): RoadRef[] {
  const against = pieces.filter(({ arc }) => !isLegal(onGraph, arc));
  const roads = [...new Set(against.map(({ arc }) => graph.edgeRoad[arc >> 1]!))];
  const byName = new Map(
    roads.map((road) => [graph.roads[road]!.name ?? road, graph.roads[road]!]),
  );
  return [...byName.values()].map(toRoadRef);
}

/** A point on another road that leads to the node and is driven there as it should be. */
function findEntry(
  { city: { graph }, onGraph }: Walk,
  node: number,
  edgeAgainst: number,
): EdgePoint | null {
  const inward = Array.from(
    graph.arcs.subarray(graph.firstArc[node], graph.firstArc[node + 1]),
    (arc) => arc ^ 1,
  ).filter(
    (arc) =>
      arc >> 1 !== edgeAgainst &&
      isLegal(onGraph, arc) &&
      onGraph.reach.stated.reachable[arcStart(graph, arc)] === 1,
  );
  // From a road of both ways it is the same whichever side the unit comes from.
  const arc = inward.find((each) => isLegal(onGraph, each ^ 1)) ?? inward[0];
  if (arc === undefined || arcEnd(graph, arc) !== node) return null;
  const edge = arc >> 1;
  const back = Math.min(beforeJunctionMeters, graph.edgeMeters[edge]! / 2);
  const metersAlong = arc & 1 ? back : graph.edgeMeters[edge]! - back;
  const [point] = sliceLine(edgeLine(graph, edge), metersAlong, metersAlong);
  return { edge, metersAlong, point: point!, meters: 0 };
}
