// Turns at the junctions of a drawn way that a vehicle does not get round in one sweep.
//
// They shut no road: a driver gets round by going back and forth, and in at alleys that the plane geometry
// forbids. Bends of alleys, where nothing goes off, are not looked at here (corners.ts).

import { bearingOf, signedTurn } from '../bearing.ts';
import type { Position } from '../position.ts';
import type { RoadGraph } from './build-graph.ts';
import { findNode, listDistinct, sameBearing } from './drawn-line.ts';
import type { Road } from './road.ts';
import { widthToTurnIn } from './turn-in.ts';
import type { Vehicle } from './vehicle-access.ts';

export type TightTurn = {
  /** Which position of the line it is at. */
  index: number;
  /** To the right; below 0 to the left. */
  degrees: number;
  /** The road that is turned off, the one that is turned into, and the narrower of both; in graph.roads. */
  from: number;
  into: number;
  narrower: number;
  /** Clear width that the narrower one would need. */
  neededMeters: number;
};

/** Straight on, give or take. */
const aheadDegrees = 45;

/** Where a line turns, and the positions before and after. */
export type SharpTurn = { index: number; way: [Position, Position, Position] };

/** Where the line of a way turns by nearly as much, or more: few of its positions, whatever its length. */
export function findSharpTurns(line: Position[], minDegrees: number): SharpTurn[] {
  const distinct = listDistinct(line);
  const sharp: SharpTurn[] = [];
  for (let i = 1; i < distinct.length - 1; i++) {
    const index = distinct[i]!;
    const [before, at, next] = [line[distinct[i - 1]!]!, line[index]!, line[distinct[i + 1]!]!];
    const degrees = turnBetween(bearingOf([before, at]), bearingOf([at, next]));
    if (degrees >= minDegrees - sameBearing) sharp.push({ index, way: [before, at, next] });
  }
  return sharp;
}

export function findTightTurns(
  graph: RoadGraph,
  vehicle: Pick<Vehicle, 'turning' | 'widthMeters'>,
  { turns, minDegrees }: { turns: SharpTurn[]; minDegrees: number },
): TightTurn[] {
  if (!vehicle.turning) return [];
  return turns.flatMap(({ index, way }) => {
    const turn = findTurn(graph, way);
    if (!turn || Math.abs(turn.degrees) < minDegrees) return [];
    const found = judge(graph, vehicle, turn);
    return found ? [{ index, from: turn.from.road, ...found }] : [];
  });
}

/** A road from a junction, by the way that it leads off. */
type Arm = { road: number; bearing: number };
type Turn = { from: Arm; into: Arm; arms: Arm[]; degrees: number };

/** null where no junction, or no road of those that meet there, is known. */
function findTurn(graph: RoadGraph, [before, at, next]: [Position, Position, Position]) {
  const node = findNode(graph, at);
  if (node === null) return null;
  const arms = armsOf(graph, node);
  const from = nearestArm(arms, bearingOf([at, before]));
  const into = nearestArm(arms, bearingOf([at, next]));
  if (!from || !into) return null;
  return { from, into, arms, degrees: signedTurn(into.bearing - from.bearing - 180) };
}

function armsOf(graph: RoadGraph, node: number): Arm[] {
  const arms: Arm[] = [];
  for (let i = graph.firstArc[node]!; i < graph.firstArc[node + 1]!; i++) {
    const arc = graph.arcs[i]!;
    const road = graph.edgeRoad[arc >> 1]!;
    if (!graph.roads[road]!.motor) continue;
    const first = arc & 1 ? graph.edgeEnd[arc >> 1]! : graph.edgeStart[arc >> 1]!;
    const second = arc & 1 ? first - 1 : first + 1;
    arms.push({ road, bearing: bearingOf([first, second].map((each) => placeAt(graph, each))) });
  }
  return arms;
}

function placeAt({ positions }: RoadGraph, index: number): Position {
  return [positions[2 * index]!, positions[2 * index + 1]!];
}

function nearestArm(arms: Arm[], bearing: number): Arm | null {
  let nearest: Arm | null = null;
  let least = sameBearing;
  for (const arm of arms) {
    const apart = turnBetween(arm.bearing, bearing);
    if (apart >= least) continue;
    nearest = arm;
    least = apart;
  }
  return nearest;
}

function judge(
  { roads }: RoadGraph,
  vehicle: Pick<Vehicle, 'turning' | 'widthMeters'>,
  { from, into, arms, degrees }: Turn,
): Omit<TightTurn, 'index' | 'from'> | null {
  const widthOf = ({ road }: Arm) => roads[road]!.possibleWidthMeters;
  if (arms.length < 3 && isBend(roads, from, into)) return null;
  const [narrower, wider] = widthOf(into) <= widthOf(from) ? [into, from] : [from, into];
  const neededMeters = widthToTurnIn(vehicle, {
    degrees: Math.abs(degrees),
    widerMeters: widthOf(wider),
    goesOn: arms.some(
      (arm) =>
        turnBetween(arm.bearing, wider.bearing + 180) < aheadDegrees &&
        widthOf(arm) >= widthOf(wider),
    ),
  });
  if (neededMeters === null || widthOf(narrower) >= neededMeters - 1e-6) return null;
  return { degrees, into: into.road, narrower: narrower.road, neededMeters };
}

/** Of one road, or of an alley that goes on as another. */
function isBend(roads: Road[], { road: one }: Arm, { road: other }: Arm): boolean {
  return one === other || (roads[one]!.alleyLevel > 0 && roads[other]!.alleyLevel > 0);
}

function turnBetween(one: number, other: number): number {
  return Math.abs(signedTurn(other - one));
}
