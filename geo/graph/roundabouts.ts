// Which exit of a roundabout a way takes, as its driver counts them: every road that leaves the ring and that motor
// traffic may use, also one that the driver's own class does not fit.

import { bearingOf, turnOf } from '../bearing.ts';
import { arcStart, edgeLine, type RoadGraph } from './build-graph.ts';
import { passageLine, type Passage } from './passage.ts';

export function isOnRing(graph: RoadGraph, { edge }: Pick<Passage, 'edge'>): boolean {
  return graph.roads[graph.edgeRoad[edge]!]!.isRoundabout === true;
}

/** 'none': the way ends on the ring. 'unknown': rings touch, and nobody can say which of them is meant. */
export type Exit = number | 'none' | 'unknown';

/** `first` and `last` are the passages on the ring. Counted from where the way begins, if that is on it. */
export function findExit(
  graph: RoadGraph,
  passages: Passage[],
  { first, last }: { first: number; last: number },
): Exit {
  const leaving = passages[last + 1];
  if (!leaving) return 'none';
  const entering = passages[first - 1];
  let count = entering ? countAtEntry(graph, entering, passages[first]!) : 0;
  for (let index = first + 1; index <= last + 1; index++) {
    const [before, passage] = [passages[index - 1]!, passages[index]!];
    const exits = exitsAt(graph, startNode(graph, passage));
    if (countRings(graph, before, passage) > 1) return 'unknown';
    if (index <= last) count += exits.size;
    else count += countSharper(graph, exits, { before, leaving });
  }
  return count + 1;
}

/** Of the roads that leave where the way comes onto the ring, those that lie behind its own in the direction of travel. */
function countAtEntry(graph: RoadGraph, entering: Passage, onto: Passage): number {
  const node = startNode(graph, onto);
  const ring = bearingOf(passageLine(graph, onto).slice(0, 2));
  const exits = exitsAt(graph, node);
  exits.delete(entering.edge);
  const own = turnOf(bearingOf(passageLine(graph, entering).slice(-2)) + 180 - ring);
  return [...exits.values()].filter((bearing) => turnOf(bearing - ring) < own).length;
}

/** Of several roads at one place one comes first to that which turns back most. */
function countSharper(
  graph: RoadGraph,
  exits: Map<number, number>,
  { before, leaving }: { before: Passage; leaving: Passage },
): number {
  const ring = bearingOf(passageLine(graph, before).slice(-2));
  const own = turnOf(bearingOf(passageLine(graph, leaving).slice(0, 2)) - ring);
  exits.delete(leaving.edge);
  return [...exits.values()].filter((bearing) => turnOf(bearing - ring) > own).length;
}

/** By edge the bearing in which the road leaves. */
function exitsAt(graph: RoadGraph, node: number): Map<number, number> {
  const exits = new Map<number, number>();
  for (const arc of arcsAt(graph, node)) {
    const { motor, isRoundabout } = graph.roads[graph.edgeRoad[arc >> 1]!]!;
    if (isRoundabout || !motor || !isAlong(graph, arc)) continue;
    exits.set(arc >> 1, arcBearing(graph, arc));
  }
  return exits;
}

/** In which the arc leaves its node. */
export function arcBearing(graph: RoadGraph, arc: number): number {
  const line = edgeLine(graph, arc >> 1);
  return bearingOf(arc & 1 ? line.toReversed().slice(0, 2) : line.slice(0, 2));
}

/** By how many of them one may go on around. */
function countRings(graph: RoadGraph, before: Passage, passage: Passage): number {
  const onward = arcsAt(graph, startNode(graph, passage)).filter(
    (arc) => isOnRing(graph, { edge: arc >> 1 }) && isAlong(graph, arc) && arc >> 1 !== before.edge,
  );
  return onward.length;
}

function arcsAt(graph: RoadGraph, node: number): number[] {
  return [...graph.arcs.subarray(graph.firstArc[node], graph.firstArc[node + 1])];
}

/** With the traffic. */
export function isAlong(graph: RoadGraph, arc: number): boolean {
  const { oneway } = graph.roads[graph.edgeRoad[arc >> 1]!]!;
  return oneway === 0 || (oneway === 1) === ((arc & 1) === 0);
}

function startNode(graph: RoadGraph, { edge, from, to }: Passage): number {
  return arcStart(graph, 2 * edge + (to >= from ? 0 : 1));
}
