// Which of the fastest ways from one start touch some roads or places, for all their ends at once.

import { arcStart, type RoadGraph } from './build-graph.ts';
import {
  bestEnd,
  betweenBoth,
  driveSeeds,
  passageFrom,
  touches,
  type Driver,
  type Touched,
} from './drive.ts';
import type { EdgePoint } from './locate.ts';
import { endAtNode } from './path-line.ts';
import type { Search } from './search.ts';

/** Of the fastest ways from one start to every node: what each costs, and 1 where it touches what was asked about. */
export type DriveTree = { cost: Float64Array; isTouched: Uint8Array };

/** From what an outward search from the start has left in `search` (`startOutward`). */
export function readTree(
  graph: RoadGraph,
  search: Search,
  driver: Driver,
  { start, touched }: { start: EdgePoint; touched: Touched },
): DriveTree {
  const isTouched = new Uint8Array(graph.nodeCount);
  const seeds = driveSeeds(graph, driver, start, 'from');
  for (const node of search.settled) {
    const arc = search.arcBy[node]!;
    const isNew =
      arc < 0
        ? touches(graph, passageFrom(start, endAtNode(seeds, node)), touched)
        : isTouched[arcStart(graph, arc)] === 1 ||
          touched.edges.has(arc >> 1) ||
          touched.nodes.has(node);
    if (isNew) isTouched[node] = 1;
  }
  // All its digits: what should be avoided costs so much that fewer of them lose the seconds.
  return { cost: search.cost.slice(), isTouched };
}

/** As `findUsers`, of the start that the tree has grown from. */
export function usesTouched(
  graph: RoadGraph,
  driver: Driver,
  { cost, isTouched }: DriveTree,
  { start, to, touched }: { start: EdgePoint; to: EdgePoint; touched: Touched },
): boolean {
  const ends = driveSeeds(graph, driver, to, 'to');
  const best = bestEnd(graph, driver, { start, to }, { ends, cost });
  if (!best) return false;
  if (!best.end) return touches(graph, betweenBoth({ start, to }), touched);
  const last = { edge: to.edge, from: best.end.endMeters, to: to.metersAlong };
  return isTouched[best.end.node] === 1 || touches(graph, last, touched);
}
