// A way as the stretches of road that directions tell: one for each name, for each sharp turn where there is a choice, and
// for each roundabout with the road by which the way leaves it.

import { bearingOf, turnOf } from '../bearing.ts';
import { lineMeters } from '../distance.ts';
import type { Position } from '../position.ts';
import { arcsFrom, type RoadGraph } from './build-graph.ts';
import { passageLine, type Passage } from './passage.ts';
import { arcBearing, findExit, isAlong, isOnRing, type Exit } from './roundabouts.ts';
import { isPassable, type EdgeAccess } from './vehicle-access.ts';

/** A stretch of one road on the way, for directions; bearings in degrees from north. */
export type RoadStretch = {
  road: number;
  meters: number;
  seconds: number;
  from: Position;
  startBearing: number;
  endBearing: number;
  /** Of one that takes a roundabout to get onto `road`; missing: no roundabout. */
  exit?: Exit;
};

/** From here on a turn is told also where the name stays the same: a branch of an alley often has its name. */
const sharpTurnDegrees = 45;
/** Where nothing else tells the branches of a fork: there is no name, or more than one goes on by it. */
const forkTurnDegrees = 20;
/** Too short for a bearing. */
const noMeters = 0.1;

type Timed = Passage & { seconds: number };

export function mergeStretches(
  graph: RoadGraph,
  access: EdgeAccess,
  passages: Timed[],
): RoadStretch[] {
  const merged: RoadStretch[] = [];
  const driven = passages.filter((passage) => lineMeters(passageLine(graph, passage)) >= noMeters);
  for (let index = 0; index < driven.length; index++) {
    const passage = driven[index]!;
    const last = merged[merged.length - 1];
    if (isOnRing(graph, passage)) {
      const end = lastOnRing(graph, driven, index);
      merged.push(...goRound(graph, driven, { first: index, last: end }));
      // With the road by which it leaves.
      index = end + 1;
    } else if (last && goesOn(graph, access, last, passage)) prolong(last, graph, passage);
    else merged.push(toStretch(graph, passage));
  }
  return merged;
}

function toStretch(graph: RoadGraph, passage: Timed): RoadStretch {
  const line = passageLine(graph, passage);
  return {
    road: graph.edgeRoad[passage.edge]!,
    meters: lineMeters(line),
    seconds: passage.seconds,
    from: line[0]!,
    startBearing: bearingOf(line.slice(0, 2)),
    endBearing: bearingOf(line.slice(-2)),
  };
}

function prolong(stretch: RoadStretch, graph: RoadGraph, passage: Timed): void {
  const { meters, seconds, endBearing } = toStretch(graph, passage);
  stretch.meters += meters;
  stretch.seconds += seconds;
  stretch.endBearing = endBearing;
}

function lastOnRing(graph: RoadGraph, passages: Timed[], first: number): number {
  const next = passages.findIndex((each, index) => index > first && !isOnRing(graph, each));
  return (next === -1 ? passages.length : next) - 1;
}

/** Around, and along the first piece of the road by which the way leaves: two stretches where it begins on the ring. */
function goRound(
  graph: RoadGraph,
  passages: Timed[],
  { first, last }: { first: number; last: number },
): RoadStretch[] {
  const ring = toStretch(graph, passages[first]!);
  for (const passage of passages.slice(first + 1, last + 1)) prolong(ring, graph, passage);
  const leaving = passages[last + 1];
  const exit = findExit(graph, passages, { first, last });
  if (first > 0 && leaving) {
    prolong(ring, graph, leaving);
    return [{ ...ring, road: graph.edgeRoad[leaving.edge]!, exit }];
  }
  if (first > 0) return [{ ...ring, exit }];
  return leaving ? [ring, { ...toStretch(graph, leaving), exit }] : [ring];
}

/** What needs no words beside what is being told. */
function goesOn(
  graph: RoadGraph,
  access: EdgeAccess,
  last: RoadStretch,
  passage: Passage,
): boolean {
  const road = graph.edgeRoad[passage.edge]!;
  if (!sameName(graph, last.road, road)) return false;
  const degrees = turnOf(bearingOf(passageLine(graph, passage).slice(0, 2)) - last.endBearing);
  if (degrees < forkTurnDegrees) return true;
  const others = otherWays(graph, access, passage);
  // The way that the driver comes by is one of them.
  if (others.length < 2) return true;
  return degrees < sharpTurnDegrees && !forks(graph, others, { road, heading: last.endBearing });
}

/** Whether another way leads on by the same name, or where there is none, about as straight ahead. */
function forks(
  graph: RoadGraph,
  others: number[],
  { road, heading }: { road: number; heading: number },
): boolean {
  if (graph.roads[road]!.name === null) return true;
  return others.some(
    (arc) =>
      sameName(graph, graph.edgeRoad[arc >> 1]!, road) &&
      isAlong(graph, arc) &&
      turnOf(arcBearing(graph, arc) - heading) < sharpTurnDegrees,
  );
}

/** The other arcs where the passage begins that some vehicle may drive, so that the driver sees where to go wrong. */
function otherWays(graph: RoadGraph, access: EdgeAccess, { edge, from, to }: Passage): number[] {
  const node = to >= from ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!;
  const isWay = (arc: number) =>
    isPassable(access, arc >> 1) || graph.roads[graph.edgeRoad[arc >> 1]!]!.motor;
  return arcsFrom(graph, node).filter((arc) => arc >> 1 !== edge && isWay(arc));
}

/** Ways without a name are cut by the map where nobody sees it: of one kind they are one road. */
function sameName({ roads }: RoadGraph, a: number, b: number): boolean {
  const [one, other] = [roads[a]!, roads[b]!];
  if (a === b) return true;
  if (one.name !== null) return one.name === other.name;
  return other.name === null && one.class === other.class && one.alleyLevel === other.alleyLevel;
}
