import { metersBetween } from '../../geo/distance.ts';
import { edgeLine, type RoadGraph } from '../../geo/graph/build-graph.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { arcsLine, joinLines, lineToNode, walkSeedsAt } from '../../geo/graph/path-line.ts';
import type { Search, Seed } from '../../geo/graph/search.ts';
import { mayWalkBetween } from '../../geo/graph/road-conditions.ts';
import { measureHose } from '../../geo/graph/vehicle-access.ts';
import { sliceLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';

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
  /** Classes of engines that can drive up to it, with their pump. */
  reachedBy: string[];
};

export type WaterInReach = { water: WaterPoint; hoseMeters: number; line: Position[] };

/** Where hose starts from: somewhere on an edge, or a node. */
export type HoseStart = EdgePoint | { node: number };

/** Water by hose path along the ways people can walk, nearest first, within `reachMeters`. */
export function findWater(
  graph: RoadGraph,
  search: Search,
  { from, waters, reachMeters }: { from: HoseStart; waters: WaterPoint[]; reachMeters: number },
): WaterInReach[] {
  const seeds: Seed[] = 'node' in from ? [{ node: from.node, cost: 0 }] : walkSeedsAt(graph, from);
  search.run(seeds, { limit: reachMeters, arcCost: (arc) => measureHose(graph, arc) });
  const center: Position =
    'node' in from
      ? [graph.nodePositions[2 * from.node]!, graph.nodePositions[2 * from.node + 1]!]
      : from.point;
  return waters
    .filter(({ position }) => metersBetween(center, position) <= reachMeters)
    .map((water) => reachOne(graph, search, from, water))
    .filter((hit): hit is WaterInReach => hit !== null && hit.hoseMeters <= reachMeters)
    .toSorted((a, b) => a.hoseMeters - b.hoseMeters);
}

function reachOne(
  graph: RoadGraph,
  search: Search,
  from: HoseStart,
  water: WaterPoint,
): WaterInReach | null {
  const { access } = water;
  const isOnOne =
    'edge' in from &&
    from.edge === access.edge &&
    mayWalkBetween(graph, access.edge, [from.metersAlong, access.metersAlong]);
  if (isOnOne) {
    const along = sliceLine(edgeLine(graph, access.edge), from.metersAlong, access.metersAlong);
    const direct = Math.abs(from.metersAlong - access.metersAlong);
    return {
      water,
      hoseMeters: direct + access.meters,
      line: joinLines([along, [water.position]]),
    };
  }
  const [best] = walkSeedsAt(graph, access)
    .map(({ node, cost }) => ({ node, meters: search.cost[node]! + cost }))
    .toSorted((a, b) => a.meters - b.meters);
  if (!best || !Number.isFinite(best.meters)) return null;
  const { arcs, seed } = search.pathOf(best.node);
  const head = 'edge' in from ? lineToNode(graph, from, seed) : [];
  const tail = lineToNode(graph, access, best.node).toReversed();
  return {
    water,
    hoseMeters: best.meters + access.meters,
    line: joinLines([head, arcsLine(graph, arcs), tail, [water.position]]),
  };
}
