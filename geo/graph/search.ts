// Cheapest paths outward from some nodes, with a bound. The arrays are kept between searches:
// only what a search touched is cleared, so that a search costs what it visits.

import FlatQueue from 'flatqueue';
import { arcEnd, arcStart, type RoadGraph } from './build-graph.ts';

export type Seed = { node: number; cost: number };

export type SearchOptions = {
  /** Cost of leaving along this arc; Infinity closes it. */
  arcCost: (arc: number) => number;
  /** Nodes dearer than this are not reached. */
  limit?: number;
  /** Follow arcs backwards: costs become those of travelling to the seeds. */
  backward?: boolean;
  /** Ends the search early, once the node has its final cost. */
  isDone?: (node: number) => boolean;
};

const none = -1;

export class Search {
  /** Cost per node of the last search; Infinity where not reached. */
  readonly cost: Float64Array;
  /** The arc that leads from the seeds to this node (backward: from this node to the seeds). */
  readonly arcBy: Int32Array;
  /** Nodes with a final cost, cheapest first. */
  readonly settled: number[] = [];
  readonly #graph: RoadGraph;
  readonly #touched: number[] = [];
  #backward = false;

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    this.cost = new Float64Array(graph.nodeCount).fill(Infinity);
    this.arcBy = new Int32Array(graph.nodeCount).fill(none);
  }

  run(seeds: Seed[], options: SearchOptions): void {
    const { limit = Infinity, backward = false, arcCost, isDone } = options;
    this.#clear();
    this.#backward = backward;
    const queue = new FlatQueue<number>();
    for (const { node, cost } of seeds) if (cost <= limit) this.#reach(queue, node, cost, none);
    const done = new Set<number>();
    while (queue.length > 0) {
      const cost = queue.peekValue()!;
      const node = queue.pop()!;
      if (cost > this.cost[node]! || done.has(node)) continue;
      done.add(node);
      this.settled.push(node);
      if (isDone?.(node)) return;
      for (let i = this.#graph.firstArc[node]!; i < this.#graph.firstArc[node + 1]!; i++) {
        const away = this.#graph.arcs[i]!;
        const arc = backward ? away ^ 1 : away;
        const next = cost + arcCost(arc);
        const to = arcEnd(this.#graph, away);
        if (next <= limit && next < this.cost[to]!) this.#reach(queue, to, next, arc);
      }
    }
  }

  #reach(queue: FlatQueue<number>, node: number, cost: number, arc: number): void {
    if (cost >= this.cost[node]!) return;
    if (this.cost[node] === Infinity) this.#touched.push(node);
    this.cost[node] = cost;
    this.arcBy[node] = arc;
    queue.push(node, cost);
  }

  /** Arcs between a reached node and its seed, in the order of travel, and the seed's node. */
  pathOf(node: number): { arcs: number[]; seed: number } {
    const arcs: number[] = [];
    let at = node;
    for (let arc = this.arcBy[at]!; arc !== none; arc = this.arcBy[at]!) {
      arcs.push(arc);
      at = this.#backward ? arcEnd(this.#graph, arc) : arcStart(this.#graph, arc);
    }
    return { arcs: this.#backward ? arcs : arcs.toReversed(), seed: at };
  }

  #clear(): void {
    for (const node of this.#touched) {
      this.cost[node] = Infinity;
      this.arcBy[node] = none;
    }
    this.#touched.length = 0;
    this.settled.length = 0;
  }
}
