// Drive times on the road graph: the answer of the second kind, when the router is not there.

import { lineMeters } from '../distance.ts';
import type { Position } from '../position.ts';
import { arcStart, type RoadGraph } from './build-graph.ts';
import type { EdgePoint } from './locate.ts';
import { estimateFrom } from './estimate.ts';
import { endAtNode, joinLines, seedsAt, type EdgeEnd } from './path-line.ts';
import { passageLine, type Passage } from './passage.ts';
import { mergeStretches, type RoadStretch } from './road-stretches.ts';
import type { Search } from './search.ts';
import type { TurnSeconds } from './turn-seconds.ts';
import { WantedNodes } from './wanted-nodes.ts';
import { costBetween, delayAt, driveCost, secondsOf } from './drive-cost.ts';
import { mayDriveBetween, type EdgeAccess, type Vehicle } from './vehicle-access.ts';

export type Driver = {
  vehicle: Vehicle;
  access: EdgeAccess;
  /** Nodes whose barriers do not count. */
  openNodes?: ReadonlySet<number>;
};
export type Drive = {
  seconds: number;
  meters: number;
  line: Position[];
  roads: RoadStretch[];
  /** What it passes along, in metres from each edge's start, in the order of travel. */
  passes: Passage[];
};

/** A point this near to the end of its edge stands on the junction itself: no direction binds it. */
const atEndMeters = 0.01;

/** The ends of an edge that lead to (or from) a point on it, with the cost of that. */
export function driveSeeds(
  graph: RoadGraph,
  driver: Driver,
  at: EdgePoint,
  direction: 'to' | 'from',
): EdgeEnd[] {
  const { edge, metersAlong } = at;
  return seedsAt(graph, at).flatMap(({ node, cost: meters, endMeters }) => {
    if (meters < atEndMeters) return [{ node, cost: 0, endMeters }];
    const passage =
      direction === 'from'
        ? { edge, from: metersAlong, to: endMeters }
        : { edge, from: endMeters, to: metersAlong };
    if (!mayDriveBetween(graph, driver, passage)) return [];
    const delay = direction === 'to' ? delayAt(graph, driver, node) : 0;
    if (delay === Infinity) return [];
    return [{ node, cost: costBetween(graph, driver, passage) + delay, endMeters }];
  });
}

/**
 * Seconds from each start to one destination; null where there is no way, or none within the start's limit of seconds.
 * Under a limit no way is found along what should be avoided, but for the start's own road.
 */
export function driveSeconds(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, limits }: { starts: EdgePoint[]; to: EdgePoint; limits?: number[] },
): (number | null)[] {
  searchTo(graph, search, driver, { starts, to, limits });
  return starts.map((start, index) => {
    const best = bestStart(graph, search, driver, { start, to });
    if (best === null) return null;
    const seconds = secondsOf(best.cost);
    return seconds <= (limits?.[index] ?? Infinity) ? seconds : null;
  });
}

/** As `driveSeconds`, the ways themselves. */
export function findWaysTo(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, limits }: { starts: EdgePoint[]; to: EdgePoint; limits: number[] },
): (Passage[] | null)[] {
  searchTo(graph, search, driver, { starts, to, limits });
  return starts.map((start, index) => {
    const best = bestStart(graph, search, driver, { start, to });
    return best && secondsOf(best.cost) <= limits[index]!
      ? passagesOf(graph, search, driver, { start, leaveBy: best.leaveBy, to })
      : null;
  });
}

/** A stretch of road, or a place on it. */
export type Touched = { edges: ReadonlySet<number>; nodes: ReadonlySet<number> };

/** For each start whether the fastest way to the destination goes along some of these edges or through some of these nodes. */
export function findUsers(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, touched }: { starts: EdgePoint[]; to: EdgePoint; touched: Touched },
): boolean[] {
  searchTo(graph, search, driver, { starts, to });
  return starts.map((start) => {
    const best = bestStart(graph, search, driver, { start, to });
    if (!best) return false;
    const { leaveBy } = best;
    return passagesOf(graph, search, driver, { start, leaveBy, to }).some((passage) =>
      touches(graph, passage, touched),
    );
  });
}

export function passageFrom({ edge, metersAlong }: EdgePoint, { endMeters }: EdgeEnd): Passage {
  return { edge, from: metersAlong, to: endMeters };
}

export function touches(graph: RoadGraph, { edge, from, to }: Passage, { edges, nodes }: Touched) {
  if (Math.abs(to - from) > atEndMeters && edges.has(edge)) return true;
  return [from, to].some((meters) => {
    if (meters < atEndMeters) return nodes.has(graph.edgeFrom[edge]!);
    return meters > graph.edgeMeters[edge]! - atEndMeters && nodes.has(graph.edgeTo[edge]!);
  });
}

type OutwardFrom = {
  start: EdgePoint;
  withinSeconds?: number;
  /** Without it turns cost nothing. */
  turnSeconds?: TurnSeconds;
};

/**
 * Leaves in `search` the cost from one start to every node that is reached: seconds, and more along what should be
 * avoided, which is left out where only so many seconds are asked for, but for the start's own road.
 */
export function driveOutward(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  from: OutwardFrom,
): void {
  startOutward(graph, search, driver, from);
  search.proceed(Infinity);
}

/** The same, for who lets the search proceed part by part. */
export function startOutward(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, withinSeconds = Infinity, turnSeconds }: OutwardFrom,
): void {
  const seeds = driveSeeds(graph, driver, start, 'from');
  const isWithin = withinSeconds < Infinity;
  const costOf = (arc: number) => driveCost(graph, driver, arc, arcStart(graph, arc));
  // Along its own road the start comes to where its first arc begins.
  const firstArc = (arc: number) =>
    2 * start.edge + (graph.edgeTo[start.edge] === arcStart(graph, arc) ? 0 : 1);
  search.start(
    isWithin ? seeds.map(({ node, cost }) => ({ node, cost: secondsOf(cost) })) : seeds,
    {
      limit: withinSeconds,
      arcCost: turnSeconds
        ? (arc, before) => costOf(arc) + turnSeconds(before < 0 ? firstArc(arc) : before, arc)
        : costOf,
    },
  );
}

/** The way from one start to the destination; null where there is none. */
export function findDrive(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, to }: { start: EdgePoint; to: EdgePoint },
): Drive | null {
  searchTo(graph, search, driver, { starts: [start], to });
  const best = bestStart(graph, search, driver, { start, to });
  if (!best) return null;
  const passes = passagesOf(graph, search, driver, { start, leaveBy: best.leaveBy, to });
  const line = joinLines(passes.map((passage) => passageLine(graph, passage)));
  const roads = mergeStretches(
    graph,
    driver.access,
    passes.map((passage, index) => ({
      ...passage,
      seconds: secondsOf(
        costBetween(graph, driver, passage) +
          (index < passes.length - 1 ? delayAt(graph, driver, nodeAfter(graph, passage)) : 0),
      ),
    })),
  );
  return { seconds: secondsOf(best.cost), meters: lineMeters(line), line, roads, passes };
}

/** The junction to which a passage leads that ends at one. */
function nodeAfter({ edgeFrom, edgeTo }: RoadGraph, { edge, to }: Passage): number {
  return to < atEndMeters ? edgeFrom[edge]! : edgeTo[edge]!;
}

/** `leaveBy` is where the way leaves the edge of its start; null when it stays on it. */
function passagesOf(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, leaveBy, to }: { start: EdgePoint; leaveBy: EdgeEnd | null; to: EdgePoint },
): Passage[] {
  if (!leaveBy) return [betweenBoth({ start, to })];
  const { arcs, seed } = search.pathOf(leaveBy.node);
  const arriveBy = endAtNode(driveSeeds(graph, driver, to, 'to'), seed);
  return [
    passageFrom(start, leaveBy),
    ...arcs.map((arc) => {
      const [edge, length] = [arc >> 1, graph.edgeMeters[arc >> 1]!];
      return arc & 1 ? { edge, from: length, to: 0 } : { edge, from: 0, to: length };
    }),
    { edge: to.edge, from: arriveBy.endMeters, to: to.metersAlong },
  ];
}

function searchTo(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { starts, to, limits }: { starts: EdgePoint[]; to: EdgePoint; limits?: number[] | undefined },
): void {
  // Where the ways of the starts begin.
  const wanted = new WantedNodes(
    starts.flatMap((start, index) =>
      driveSeeds(graph, driver, start, 'from').map(({ node }) => ({
        node,
        limit: limits?.[index] ?? Infinity,
      })),
    ),
  );
  const estimate = estimateFrom(
    graph,
    driver,
    starts.map(({ point }) => point),
  );
  search.run(driveSeeds(graph, driver, to, 'to'), {
    backward: true,
    limit: wanted.most,
    arcCost: (arc) =>
      driveCost(graph, driver, arc, arc & 1 ? graph.edgeTo[arc >> 1]! : graph.edgeFrom[arc >> 1]!),
    // At once, where no start may be left.
    isDone: (node, least) => {
      wanted.find(node);
      return least > wanted.most;
    },
    estimate,
  });
}

function bestStart(
  graph: RoadGraph,
  { cost }: Search,
  driver: Driver,
  way: { start: EdgePoint; to: EdgePoint },
): { leaveBy: EdgeEnd | null; cost: number } | null {
  const ends = driveSeeds(graph, driver, way.start, 'from');
  const best = bestEnd(graph, driver, way, { ends, cost });
  return best && { leaveBy: best.end, cost: best.cost };
}

/** By which of the ends the way between both is the cheapest; null: by none, but straight along their own edge. */
export function bestEnd(
  graph: RoadGraph,
  driver: Driver,
  way: { start: EdgePoint; to: EdgePoint },
  { ends, cost }: { ends: EdgeEnd[]; cost: Float64Array },
): { end: EdgeEnd | null; cost: number } | null {
  const ways: { end: EdgeEnd | null; cost: number }[] = ends
    .map((end) => ({ end, cost: end.cost + cost[end.node]! }))
    .filter((each) => Number.isFinite(each.cost));
  if (way.start.edge === way.to.edge) {
    const passage = betweenBoth(way);
    if (mayDriveBetween(graph, driver, passage))
      ways.push({ end: null, cost: costBetween(graph, driver, passage) });
  }
  return ways.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
}

/** Along the edge that both lie on. */
export function betweenBoth({ start, to }: { start: EdgePoint; to: EdgePoint }): Passage {
  return { edge: to.edge, from: start.metersAlong, to: to.metersAlong };
}
