// Which starts get to a place within some seconds, where it is asked for one vehicle after the other: what one of them
// drove is tried for the next, whose own search is then often spared.

import type { RoadGraph } from './build-graph.ts';
import { findWaysTo, type Driver } from './drive.ts';
import { costBetween, delayAt } from './drive-cost.ts';
import type { EdgePoint } from './locate.ts';
import type { Passage } from './passage.ts';
import type { Search } from './search.ts';
import { mayDriveBetween } from './vehicle-access.ts';

/** Ways that some vehicle drove, by where they begin and end. */
export type KnownWays = Map<string, Passage[]>;

/** For each start whether there is such a way; none along what should be avoided now. */
export function findWithin(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  {
    starts,
    to,
    known,
  }: { starts: { at: EdgePoint; limit: number }[]; to: EdgePoint; known: KnownWays },
): boolean[] {
  const isWithin = starts.map(({ at, limit }) => {
    const way = known.get(keyOf(at, to));
    return way !== undefined && costAlong(graph, driver, way) <= limit;
  });
  const left = starts.flatMap(({ at, limit }, index) =>
    isWithin[index] ? [] : [{ at, limit, index }],
  );
  if (left.length === 0) return isWithin;
  const ways = findWaysTo(graph, search, driver, {
    starts: left.map(({ at }) => at),
    to,
    limits: left.map(({ limit }) => limit),
  });
  for (const [i, { at, index }] of left.entries()) {
    const way = ways[i];
    if (!way) continue;
    isWithin[index] = true;
    known.set(keyOf(at, to), way);
  }
  return isWithin;
}

function keyOf(from: EdgePoint, to: EdgePoint): string {
  return `${from.edge} ${from.metersAlong} ${to.edge} ${to.metersAlong}`;
}

/** Infinity where the vehicle may not drive it. */
function costAlong(graph: RoadGraph, driver: Driver, way: Passage[]): number {
  let cost = 0;
  for (const [index, passage] of way.entries()) {
    const { edge, from, to } = passage;
    // Who stands at a junction, or stops there, is bound by no direction of that edge.
    if (from === to) continue;
    if (!mayDriveBetween(graph, driver, passage)) return Infinity;
    if (index > 0)
      cost += delayAt(graph, driver, to > from ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!);
    cost += costBetween(graph, driver, passage);
  }
  return cost;
}
