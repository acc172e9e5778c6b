// The hose from somewhere on a road to where the door meets its own: how far it is, and by which way.

import { arcStart, edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import {
  listFootDelays,
  secondsHeldUp,
  type FootDelay,
  type Pace,
} from '../../geo/graph/foot-delays.ts';
import type { EdgePoint, PlaceOnEdge } from '../../geo/graph/locate.ts';
import {
  arcsLine,
  endAtNode,
  joinLines,
  walkLineTo,
  walkSeedsAt,
} from '../../geo/graph/path-line.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import type { Search } from '../../geo/graph/search.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';

/** By arcs to a node of the door's edge; null: along the door's own edge all the way. */
export type HoseWay = { arcs: number[]; seed: number } | null;

export type HoseLeg = {
  /** Path on foot to the point where the door meets its road. */
  meters: number;
  /** The same path with stairs counted `stairsFactor` times: what laying and walking times are made of. */
  effortMeters: number;
  /** At gates and the like, beside the metres; with what stands where it begins. */
  footDelays: FootDelay[];
  way: HoseWay;
};

type Door = { door: EdgePoint; stairsFactor: number };

export function isStairs(graph: RoadGraph, edge: number): boolean {
  return graph.roads[graph.edgeRoad[edge]!]!.class === 'steps';
}

/** By the ways on foot that `walkFromDoor` left in `walk`; null where none leads there. */
export function hoseFrom(
  graph: RoadGraph,
  walk: Search,
  from: PlaceOnEdge,
  { door, stairsFactor, pace }: Door & { pace: Pace },
): HoseLeg | null {
  const direct = hoseAlong(graph, from, { door, stairsFactor });
  const around = hoseAround(graph, walk, from, { door, stairsFactor });
  if (!direct || !around) return direct ?? around;
  // Along a road that comes back to where it began, round by its ends may be less.
  const held = pace.metersPerSecond * secondsHeldUp(pace.by, around.footDelays);
  return direct.effortMeters <= around.effortMeters + held ? direct : around;
}

/** Along the edge on which both are; null where they are not, or something is between them. */
function hoseAlong(
  graph: RoadGraph,
  from: PlaceOnEdge,
  { door, stairsFactor }: Door,
): HoseLeg | null {
  const along: [number, number] = [from.metersAlong, door.metersAlong];
  if (from.edge !== door.edge || !mayWalkBetween(graph, door.edge, along)) return null;
  const factor = isStairs(graph, door.edge) ? stairsFactor : 1;
  const meters = Math.abs(from.metersAlong - door.metersAlong);
  return { meters, effortMeters: meters * factor, footDelays: [], way: null };
}

function hoseAround(
  graph: RoadGraph,
  walk: Search,
  from: PlaceOnEdge,
  { door, stairsFactor }: Door,
): HoseLeg | null {
  const [best] = walkSeedsAt(graph, from)
    .filter(({ node }) => Number.isFinite(walk.cost[node]!))
    .toSorted((a, b) => a.cost + walk.cost[a.node]! - b.cost - walk.cost[b.node]!);
  if (!best) return null;
  const leg = hoseFromNode(graph, walk, best.node, { door, stairsFactor });
  return {
    ...leg,
    meters: best.cost + leg.meters,
    effortMeters: best.cost + leg.effortMeters,
  };
}

/** The same from a node that the walk came to. */
export function hoseFromNode(
  graph: RoadGraph,
  walk: Search,
  node: number,
  { door, stairsFactor }: Door,
): HoseLeg {
  const way = walk.pathOf(node);
  const factorOf = (edge: number) => (isStairs(graph, edge) ? stairsFactor : 1);
  const onDoorEdge = endAtNode(walkSeedsAt(graph, door), way.seed).cost;
  let meters = onDoorEdge;
  let effortMeters = onDoorEdge * factorOf(door.edge);
  for (const arc of way.arcs) {
    const along = graph.edgeMeters[arc >> 1]!;
    meters += along;
    effortMeters += along * factorOf(arc >> 1);
  }
  const footDelays = listFootDelays(graph, way.arcs, way.seed);
  return { meters, effortMeters, footDelays, way };
}

/** The node by which the way leaves the road that it begins on. */
export function firstNode(graph: RoadGraph, { arcs: [arc], seed }: NonNullable<HoseWay>): number {
  return arc === undefined ? seed : arcStart(graph, arc);
}

/** The path on foot to where the door meets its road; `onEdge` is null where it begins at a node. */
export function drawHoseLeg(
  graph: RoadGraph,
  door: EdgePoint,
  { onEdge, way }: { onEdge: EdgePoint | null; way: HoseWay },
): Position[] {
  if (!way) {
    const start = onEdge ?? door;
    if (start.metersAlong === door.metersAlong) return [door.point];
    return sliceLine(edgeLine(graph, door.edge), start.metersAlong, door.metersAlong);
  }
  return joinLines([
    onEdge ? walkLineTo(graph, onEdge, firstNode(graph, way)) : [],
    arcsLine(graph, way.arcs),
    walkLineTo(graph, door, way.seed).toReversed(),
  ]);
}
