// Where the router's map may differ from what is known: roads that people corrected since its data
// were built, what they reported to stand there, hours of the day, what only one of two classes that
// share routing data may use, and what a class may use since its measures or the barrier kinds are
// others. Where the fastest way, with all of that open, touches none of it, the router is right; where
// it does, the road graph decides. So it does where a start or a stop lies on a road that is
// closed, or to be avoided, further on.

import { readTree, usesTouched, type DriveTree } from '../../geo/graph/drive-tree.ts';
import {
  driveSeconds,
  findUsers,
  startOutward,
  type Driver,
  type Touched,
} from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { findHindrance } from '../../geo/graph/vehicle-access.ts';
import { isClosedToRouter } from './closed-to-router.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { Growth } from './growth.ts';
import { findStarts, type StartsRequest } from './place-starts.ts';
import { findRouterKnowledge } from './router-facts.ts';

export type Unsettled = Touched & {
  driver: Driver;
  /** Of the starts that were asked about, by `keyOf`; what has none yet is searched for each time. */
  trees: Map<string, DriveTree>;
};

/** null: the router knows all that the graph knows of this class. */
export function findUnsettled(city: CityGraph, onGraph: ClassOnGraph): Unsettled | null {
  onGraph.unsettled ??= gatherUnsettled(city, onGraph);
  const { edges, nodes } = onGraph.unsettled;
  return edges.size + nodes.size === 0 ? null : onGraph.unsettled;
}

function gatherUnsettled(
  { graph, classes, changedRoads, routerFacts }: CityGraph,
  { vehicle, reach }: ClassOnGraph,
): Unsettled {
  const profile = classes.get(vehicle.routingProfile);
  const router = profile && findRouterKnowledge(graph, profile, routerFacts);
  const access = reach.stated.access.slice();
  const edges = new Set<number>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const road = graph.roads[graph.edgeRoad[edge]!]!;
    const now = access[edge]!;
    const isOpen = changedRoads.has(road.id) || road.fills !== undefined;
    const known = router?.access[edge] ?? now;
    if (!isOpen && known === now) continue;
    // As if it took any vehicle: whether the router thinks so is not known.
    const open = isOpen && road.motor ? (road.oneway === 0 ? 3 : road.oneway === 1 ? 1 : 2) : known;
    // Also as if nothing were closed now: whether the router knows of that is not known here.
    access[edge] = (now | open) & 3;
    if (access[edge] !== 0) edges.add(edge);
  }
  const nodes = new Set<number>();
  for (const [node, barrier] of graph.nodeBarriers) {
    const isStopped = findHindrance(barrier, vehicle) !== null;
    const isKnownAsStopped = router ? router.stops(barrier) : isStopped;
    if (barrier.isReported || isStopped !== isKnownAsStopped) nodes.add(node);
  }
  return { edges, nodes, driver: { vehicle, access, openNodes: nodes }, trees: new Map() };
}

function keyOf({ edge, metersAlong }: EdgePoint): string {
  return `${edge}/${metersAlong}`;
}

/** For each start whether its fastest way, with all of that open, touches what is not settled. */
function findUnsettledUsers(
  { graph, search }: CityGraph,
  unsettled: Unsettled,
  { starts, to }: { starts: EdgePoint[]; to: EdgePoint },
): boolean[] {
  const { driver, trees } = unsettled;
  const touched = unsettled;
  const without = starts.filter((start) => !trees.has(keyOf(start)));
  const found =
    without.length > 0 ? findUsers(graph, search, driver, { starts: without, to, touched }) : [];
  return starts.map((start) => {
    const tree = trees.get(keyOf(start));
    return tree
      ? usesTouched(graph, driver, tree, { start, to, touched })
      : found[without.indexOf(start)]!;
  });
}

/** Of one class in one state of the roads; what does not fit is searched for. */
const mostTreeBytes = 64 * 2 ** 20;
/** A cost and a mark per node. */
const treeBytesPerNode = 9;

/**
 * The tree of one more station, so that the next answers need no search of the city for it; null where all have one,
 * nothing is unsettled, or there is no room for more.
 */
export function nextSettlingTree(city: CityGraph, onGraph: ClassOnGraph): Growth | null {
  const unsettled = findUnsettled(city, onGraph);
  if (!unsettled) return null;
  const { graph } = city;
  const { driver, trees } = unsettled;
  if ((trees.size + 1) * graph.nodeCount * treeBytesPerNode > mostTreeBytes) return null;
  // Units on the road, whose numbers are below 0, are elsewhere the next time.
  const [, start] =
    [...onGraph.stationStarts].find(([id, each]) => id > 0 && !trees.has(keyOf(each))) ?? [];
  if (!start) return null;
  return {
    begin: (search) => startOutward(graph, search, driver, { start }),
    end: (search) =>
      void trees.set(keyOf(start), readTree(graph, search, driver, { start, touched: unsettled })),
  };
}

/**
 * Seconds where the road graph decides, null where there is no way, and of `timedIds`, whose seconds it has told;
 * `undefined` where the router is right.
 */
export function settleDrives(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { stops, timedIds = [], ...from }: StartsRequest & { stops: EdgePoint[]; timedIds?: number[] },
): (number | null | undefined)[][] {
  const { graph, search } = city;
  const unsettled = findUnsettled(city, onGraph);
  const asked = findStarts(city, onGraph, from);
  const rows: (number | null | undefined)[][] = asked.map(() => stops.map(() => undefined));
  const known = asked.flatMap((start, row) => (start ? [{ row, start }] : []));
  const isTimed = new Set(timedIds.map((id) => from.stationIds.indexOf(id)));
  const starts = known.map(({ start }) => start);
  const driver = { vehicle: onGraph.vehicle, access: onGraph.reach.stated.access };
  const usesUnsettled = (to: EdgePoint): boolean[] =>
    unsettled ? findUnsettledUsers(city, unsettled, { starts, to }) : starts.map(() => false);
  for (const [column, to] of stops.entries()) {
    // A router closes or avoids a road from one of its vertices to the next, whatever is open of that.
    const isPartly = ({ edge }: EdgePoint) => isClosedToRouter(graph, driver, edge);
    const usesIt = isPartly(to) ? starts.map(() => true) : usesUnsettled(to);
    const uncertain = known.filter(({ start }, index) => usesIt[index] || isPartly(start));
    for (const { row } of uncertain) rows[row]![column] = null;
    const decided = uncertain.filter(({ row }) => !isTimed.has(row));
    if (decided.length === 0) continue;
    const seconds = driveSeconds(graph, search, driver, {
      starts: decided.map(({ start }) => start),
      to,
    });
    for (const [index, { row }] of decided.entries()) rows[row]![column] = seconds[index]!;
  }
  return rows;
}
