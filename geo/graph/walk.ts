import { lineMeters } from '../distance.ts';
import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';
import type { EdgePoint } from './locate.ts';
import { arcsLine, joinLines, walkLineTo, walkSeedsAt } from './path-line.ts';
import { mayWalkBetween } from './road-conditions.ts';
import type { Search } from './search.ts';
import { measureHose } from './vehicle-access.ts';

export type Walk = { meters: number; line: Position[] };

/** The shortest way on foot between two points of the network; null where there is none. */
export function findWalk(
  graph: RoadGraph,
  search: Search,
  { from, to }: { from: EdgePoint; to: EdgePoint },
): Walk | null {
  const ends = walkSeedsAt(graph, to);
  const wanted = new Set(ends.map(({ node }) => node));
  search.run(walkSeedsAt(graph, from), {
    arcCost: (arc) => measureHose(graph, arc),
    isDone: (node) => wanted.delete(node) && wanted.size === 0,
  });
  const around = ends
    .map(({ node, cost }) => ({ node, meters: search.cost[node]! + cost }))
    .filter(({ meters }) => Number.isFinite(meters))
    .toSorted((a, b) => a.meters - b.meters)[0];
  const isOnOne =
    from.edge === to.edge && mayWalkBetween(graph, to.edge, [from.metersAlong, to.metersAlong]);
  const along = isOnOne ? Math.abs(from.metersAlong - to.metersAlong) : Infinity;
  if (!around || along <= around.meters) {
    if (!Number.isFinite(along)) return null;
    const line = sliceLine(edgeLine(graph, to.edge), from.metersAlong, to.metersAlong);
    return { meters: lineMeters(line), line };
  }
  const { arcs, seed } = search.pathOf(around.node);
  const head = walkLineTo(graph, from, seed);
  const tail = walkLineTo(graph, to, around.node).toReversed();
  const line = joinLines([head, arcsLine(graph, arcs), tail]);
  return { meters: lineMeters(line), line };
}
