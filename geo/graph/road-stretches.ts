// A way as the stretches of road that directions tell: one for each name, and for each sharp turn where there is a choice.

import { lineMeters, localScale } from '../distance.ts';
import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import { isPassable, type EdgeAccess } from './vehicle-access.ts';

export type Passage = { edge: number; from: number; to: number };

/** A stretch of one road on the way, for directions; bearings in degrees from north. */
export type RoadStretch = {
  road: number;
  meters: number;
  seconds: number;
  from: Position;
  startBearing: number;
  endBearing: number;
};

/** From here on a turn is told also where the name stays the same: a branch of an alley often has its name. */
const sharpTurnDegrees = 45;
/** Where there is no name, nothing else tells the branch. */
const namelessTurnDegrees = 20;
/** Too short for a bearing. */
const noMeters = 0.1;

export function mergeStretches(
  graph: RoadGraph,
  access: EdgeAccess,
  passages: (Passage & { seconds: number })[],
): RoadStretch[] {
  const merged: RoadStretch[] = [];
  for (const passage of passages) {
    const line = passageLine(graph, passage);
    const meters = lineMeters(line);
    if (meters < noMeters) continue;
    const road = graph.edgeRoad[passage.edge]!;
    const startBearing = bearingOf(line.slice(0, 2));
    const endBearing = bearingOf(line.slice(-2));
    const last = merged[merged.length - 1];
    const goesOn =
      last &&
      sameName(graph, last.road, road) &&
      !(
        turnOf(startBearing - last.endBearing) >= toldFrom(graph, road) &&
        hasChoice(graph, access, passage)
      );
    if (goesOn) {
      last.meters += meters;
      last.seconds += passage.seconds;
      last.endBearing = endBearing;
    } else {
      const { seconds } = passage;
      merged.push({ road, meters, seconds, from: line[0]!, startBearing, endBearing });
    }
  }
  return merged;
}

export function passageLine(graph: RoadGraph, { edge, from, to }: Passage): Position[] {
  return sliceLine(edgeLine(graph, edge), from, to);
}

/** Degrees clockwise from north, of the line from the first position to the second. */
export function bearingOf([a, b]: Position[]): number {
  if (!a || !b) return 0;
  const scale = localScale(a[1]);
  return (Math.atan2((b[0] - a[0]) * scale.x, (b[1] - a[1]) * scale.y) * 180) / Math.PI;
}

/** To either side. */
function turnOf(degrees: number): number {
  return Math.abs(((degrees + 540) % 360) - 180);
}

function toldFrom(graph: RoadGraph, road: number): number {
  return graph.roads[road]!.name === null ? namelessTurnDegrees : sharpTurnDegrees;
}

/** Where the passage begins, three ways or more meet that some vehicle may drive, so that the driver sees where to go wrong. */
function hasChoice(graph: RoadGraph, access: EdgeAccess, { edge, from, to }: Passage): boolean {
  const node = to >= from ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!;
  const arms = graph.arcs.subarray(graph.firstArc[node], graph.firstArc[node + 1]);
  const isWay = (arc: number) =>
    isPassable(access, arc >> 1) || graph.roads[graph.edgeRoad[arc >> 1]!]!.motor;
  return arms.filter(isWay).length >= 3;
}

/** Ways without a name are cut by the map where nobody sees it: of one kind they are one road. */
function sameName({ roads }: RoadGraph, a: number, b: number): boolean {
  const [one, other] = [roads[a]!, roads[b]!];
  if (a === b) return true;
  if (one.name !== null) return one.name === other.name;
  return other.name === null && one.class === other.class && one.alleyLevel === other.alleyLevel;
}
