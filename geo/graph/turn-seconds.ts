// What turning at a junction costs a driver, as the routers count it (data-import/osrm/truck.lua).

import { bearingOf, turnOf } from '../bearing.ts';
import type { Position } from '../position.ts';
import { arcStart, type RoadGraph } from './build-graph.ts';
import { isPassable, type EdgeAccess } from './vehicle-access.ts';

/** Seconds for going on along an arc, after the one that led to where it begins. */
export type TurnSeconds = (before: number, arc: number) => number;

type Headings = { atStart: Float32Array; atEnd: Float32Array };

/** Where more than two roads meet that the vehicle may use: so much for a right angle, in proportion to the angle. */
export function turnSecondsOf(
  graph: RoadGraph,
  access: EdgeAccess,
  rightAngleSeconds: number,
): TurnSeconds {
  const { atStart, atEnd } = headingsOf(graph);
  const roads = countRoads(graph, access);
  return (before, arc) =>
    roads[arcStart(graph, arc)]! > 2
      ? (rightAngleSeconds * turnOf(atStart[arc]! - atEnd[before]!)) / 90
      : 0;
}

/** At each junction; never more than a byte holds. */
function countRoads({ nodeCount, edgeFrom, edgeTo }: RoadGraph, access: EdgeAccess): Uint8Array {
  const roads = new Uint8ClampedArray(nodeCount);
  for (let edge = 0; edge < access.length; edge++) {
    if (!isPassable(access, edge)) continue;
    roads[edgeFrom[edge]!]! += 1;
    roads[edgeTo[edge]!]! += 1;
  }
  return new Uint8Array(roads.buffer);
}

const headingsByArcs = new WeakMap<RoadGraph['arcs'], Headings>();

/** Degrees clockwise from north in which each arc sets off, and in which it arrives. */
function headingsOf({ arcs, positions, edgeCount, edgeStart, edgeEnd }: RoadGraph): Headings {
  const known = headingsByArcs.get(arcs);
  if (known) return known;
  const at = (index: number): Position => [positions[2 * index]!, positions[2 * index + 1]!];
  const atStart = new Float32Array(2 * edgeCount);
  const atEnd = new Float32Array(2 * edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [first, last] = [edgeStart[edge]!, edgeEnd[edge]!];
    atStart[2 * edge] = bearingOf([at(first), at(first + 1)]);
    atEnd[2 * edge] = bearingOf([at(last - 1), at(last)]);
    atStart[2 * edge + 1] = bearingOf([at(last), at(last - 1)]);
    atEnd[2 * edge + 1] = bearingOf([at(first + 1), at(first)]);
  }
  const headings = { atStart, atEnd };
  headingsByArcs.set(arcs, headings);
  return headings;
}
