// Where two neighbouring OpenStreetMap nodes lie in the graph: speeds and routers name roads by them.

import { metersBetween } from '../distance.ts';
import type { Position } from '../position.ts';
import type { RoadGraph } from './build-graph.ts';
import type { Interval } from './road-conditions.ts';

export type ArcStretch = Interval & { arc: number };

/** One road straight from the one node to the other: its line, and what of which arcs it takes. */
export type FoundPair = { line: [Position, Position]; stretches: ArcStretch[] };

/** Empty where no road joins them; several where one was drawn twice. */
export type PairFinder = (from: number, to: number) => FoundPair[];

const none = -1;

/** Reads the nodes once, and remembers what was found: feeds name the same pairs every minute. */
export function createPairFinder(graph: RoadGraph): PairFinder {
  const positionsOf = indexNodes(graph.nodeIds);
  const found = new Map<number, Map<number, FoundPair[]>>();
  return (from, to) => {
    const known = found.get(from)?.get(to);
    if (known) return known;
    const pairs = positionsOf(from).flatMap((position) =>
      ([1, -1] as const).flatMap((step) => walkTo(graph, position, { to, step }) ?? []),
    );
    // What is not there is not remembered: there is no end to it.
    if (pairs.length > 0) found.set(from, (found.get(from) ?? new Map()).set(to, pairs));
    return pairs;
  };
}

/** Positions of a node, by chains in typed arrays: a map of a million numbers would take ten times as much. */
function indexNodes(nodeIds: Float64Array): (nodeId: number) => number[] {
  const buckets = Math.max(1, nodeIds.length | 1);
  const first = new Int32Array(buckets).fill(none);
  const next = new Int32Array(nodeIds.length);
  for (let i = 0; i < nodeIds.length; i++) {
    const bucket = Math.abs(nodeIds[i]!) % buckets;
    next[i] = first[bucket]!;
    first[bucket] = i;
  }
  return (nodeId) => {
    const found: number[] = [];
    for (let i = first[Math.abs(nodeId) % buckets]!; i !== none; i = next[i]!)
      if (nodeIds[i] === nodeId) found.push(i);
    return found;
  };
}

/** What people put on a road between the two has a node of its own there, of a negative id. */
function walkTo(
  graph: RoadGraph,
  start: number,
  { to, step }: { to: number; step: 1 | -1 },
): FoundPair | null {
  const stretches: ArcStretch[] = [];
  for (let at = start; ; at += step) {
    const low = step === 1 ? at : at - 1;
    const edge = edgeOfSegment(graph, low);
    if (edge === none) return null;
    const before = metersTo(graph, edge, low);
    stretches.push({
      arc: 2 * edge + (step === 1 ? 0 : 1),
      from: before,
      to: before + metersBetween(positionAt(graph, low), positionAt(graph, low + 1)),
    });
    const reached = graph.nodeIds[at + step]!;
    if (reached === to)
      return { line: [positionAt(graph, start), positionAt(graph, at + step)], stretches };
    if (reached >= 0) return null;
  }
}

/** The edge that runs from this position to the next one; none between two lines. */
function edgeOfSegment({ edgeStart, edgeEnd, edgeCount }: RoadGraph, position: number): number {
  let low = 0;
  let high = edgeCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edgeStart[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  const isIn = edgeCount > 0 && edgeStart[low]! <= position && edgeEnd[low]! > position;
  return isIn ? low : none;
}

function metersTo(graph: RoadGraph, edge: number, position: number): number {
  let meters = 0;
  for (let i = graph.edgeStart[edge]!; i < position; i++)
    meters += metersBetween(positionAt(graph, i), positionAt(graph, i + 1));
  return meters;
}

function positionAt({ positions }: RoadGraph, index: number): Position {
  return [positions[2 * index]!, positions[2 * index + 1]!];
}
