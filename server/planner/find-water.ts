import { arcEnd, edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import {
  delayMeters,
  listFootDelays,
  secondsHeldUp,
  type FootDelay,
  type Pace,
} from '../../geo/graph/foot-delays.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { arcsLine, joinLines, walkLineTo, walkSeedsAt } from '../../geo/graph/path-line.ts';
import type { Search, Seed } from '../../geo/graph/search.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import { measureHose } from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Nearby } from '../../geo/nearby.ts';
import type { Position } from '../../geo/position.ts';
import { isMeasuredDry } from '../../geo/measured-dry.ts';

export type WaterKind = 'hydrant' | 'tank' | 'cistern' | 'pond' | 'lake' | 'river';

export type WaterMain = {
  id: string;
  name: string | null;
  owner: string | null;
  dutyPhone: string | null;
};

export type WaterPoint = {
  id: string;
  kind: WaterKind;
  name: string | null;
  /** too-deep: no pump draws it up; never water to rely on. */
  status: 'usable' | 'unverified' | 'too-deep';
  litersPerSecond: number | null;
  /** Residual, measured; null: unknown. */
  pressureBar: number | null;
  volumeM3: number | null;
  /** From the surface of open water up to the pump. */
  liftMeters: number | null;
  /** The main that feeds it, with whom to call; null: unknown or none. */
  main: WaterMain | null;
  testedOn: string | null;
  position: Position;
  /** Where a hose from it meets the road. */
  access: EdgePoint;
  /** Classes of engines that can drive up to it with their pump; in the city's own list whatever is closed now. */
  reachedBy: string[];
};

/** Usable, and not measured dry: a clock may rest on it, also where its flow is unknown. */
export function mayFeed(
  water: Pick<WaterPoint, 'status' | 'kind' | 'litersPerSecond' | 'volumeM3'>,
) {
  return water.status === 'usable' && !isMeasuredDry(water);
}

export type WaterInReach = {
  water: WaterPoint;
  hoseMeters: number;
  /** With what laying hose past gates and the like takes, as metres: by these it is nearest. */
  effortMeters: number;
  line: Position[];
  /** At gates and the like on that way, but where it begins. */
  footDelays: FootDelay[];
};

/** Before its line is drawn. */
export type WaterHit = Omit<WaterInReach, 'hoseMeters' | 'line' | 'footDelays'> & {
  /** Where the hose comes to the water's own road; null: from along that road. */
  node: number | null;
};

/** Where hose starts from: somewhere on an edge, or a node. */
export type HoseStart = EdgePoint | { node: number };

export type TimedHoseStart = HoseStart & {
  /** Of the day, which decides what engines can drive up to. */
  minute?: number | null;
  /** Nodes at which a gate stands open already. */
  opened?: number[];
};

/** Who lays hose from somewhere, and which gates stand open for them; none where that is left out. */
export type Laying = { from: HoseStart; pace: Pace; isOpen?: (gate: number) => boolean };

/**
 * Water by hose path along the ways people can walk, that to which hose is laid soonest first, within `reachMeters` of
 * hose. `search` keeps the ways there for `drawHose`.
 */
export function findWater(
  graph: RoadGraph,
  search: Search,
  {
    watersNear,
    reachMeters,
    heldUpMeters,
    ...laying
  }: Laying & {
    watersNear: Nearby<WaterPoint>;
    reachMeters: number;
    /** So much may be lost at gates on the way beside. */
    heldUpMeters: number;
  },
): WaterHit[] {
  const limit = reachMeters + heldUpMeters;
  const { from } = laying;
  search.run(seedsFrom(graph, laying), {
    limit,
    arcCost: (arc) => measureHose(graph, arc) + heldAt(graph, arcEnd(graph, arc), laying),
  });
  const center: Position =
    'node' in from
      ? [graph.nodePositions[2 * from.node]!, graph.nodePositions[2 * from.node + 1]!]
      : from.point;
  const isInReach = (hit: WaterHit): boolean =>
    hit.effortMeters <= reachMeters ||
    (hit.effortMeters <= limit &&
      hit.effortMeters - heldMeters(graph, search, laying, hit.node) <= reachMeters);
  return watersNear(center, reachMeters)
    .map((water) => reachOne(graph, search, from, water))
    .filter((hit): hit is WaterHit => hit !== null && isInReach(hit))
    .toSorted((a, b) => a.effortMeters - b.effortMeters);
}

/** What stands where the hose begins is not on its way. */
export function seedsFrom(graph: RoadGraph, laying: Laying): Seed[] {
  const { from } = laying;
  if ('node' in from) return [{ node: from.node, cost: 0 }];
  return walkSeedsAt(graph, from).map(({ node, cost }) => ({
    node,
    cost: cost + heldAt(graph, node, laying),
  }));
}

/** As metres laid meanwhile. */
export function heldAt(graph: RoadGraph, node: number, { pace, isOpen }: Omit<Laying, 'from'>) {
  const meters = delayMeters(graph, node, pace);
  return meters > 0 && isOpen?.(node) ? 0 : meters;
}

function reachOne(
  graph: RoadGraph,
  search: Search,
  from: HoseStart,
  water: WaterPoint,
): WaterHit | null {
  const { access } = water;
  let best: { node: number | null; meters: number } | null = null;
  for (const { node, cost } of walkSeedsAt(graph, access)) {
    const meters = search.cost[node]! + cost;
    if (!best || meters < best.meters) best = { node, meters };
  }
  // Round by the ends may be less than along a road that comes back to where it began.
  const isOnOne =
    'edge' in from &&
    from.edge === access.edge &&
    mayWalkBetween(graph, access.edge, [from.metersAlong, access.metersAlong]);
  if (isOnOne) {
    const meters = Math.abs(from.metersAlong - access.metersAlong);
    if (!best || meters <= best.meters) best = { node: null, meters };
  }
  if (!best || !Number.isFinite(best.meters)) return null;
  return { water, effortMeters: best.meters + access.meters, node: best.node };
}

/** With the line of the hose, by the ways that `findWater` left in `search`. */
export function drawHose(
  graph: RoadGraph,
  search: Search,
  laying: Laying,
  { node, ...hit }: WaterHit,
): WaterInReach {
  const { from } = laying;
  const { access, position } = hit.water;
  const start = 'edge' in from ? from : null;
  if (node === null) {
    const along = sliceLine(edgeLine(graph, access.edge), start!.metersAlong, access.metersAlong);
    const line = joinLines([along, [position]]);
    return { ...hit, hoseMeters: hit.effortMeters, line, footDelays: [] };
  }
  const { arcs, seed } = search.pathOf(node);
  const head = start ? walkLineTo(graph, start, seed) : [];
  const tail = walkLineTo(graph, access, node).toReversed();
  const line = joinLines([head, arcsLine(graph, arcs), tail, [position]]);
  const footDelays = delaysOnWay(graph, search, laying, node);
  const held = heldMeters(graph, search, laying, node);
  return { ...hit, hoseMeters: hit.effortMeters - held, line, footDelays };
}

/** What is shut on the way to a node; what stands where the hose begins is not on it. */
export function delaysOnWay(
  graph: RoadGraph,
  search: Search,
  { from, isOpen }: Omit<Laying, 'pace'>,
  node: number,
): FootDelay[] {
  const { arcs, seed } = search.pathOf(node);
  const isOnWay = (at: FootDelay) => 'edge' in from || at.node !== seed;
  return listFootDelays(graph, arcs, node).filter((at) => isOnWay(at) && !isOpen?.(at.node));
}

/** Along the water's own road nothing is. */
function heldMeters(graph: RoadGraph, search: Search, laying: Laying, node: number | null): number {
  if (node === null) return 0;
  const { pace } = laying;
  return pace.metersPerSecond * secondsHeldUp(pace.by, delaysOnWay(graph, search, laying, node));
}
