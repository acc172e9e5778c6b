// Cheapest paths outward from some nodes, with a bound. The arrays are kept between searches:
// only what a search touched is cleared, so that a search costs what it visits.

import FlatQueue from 'flatqueue';
import { arcEnd, arcStart, type RoadGraph } from './build-graph.ts';

export type Seed = { node: number; cost: number };

export type SearchOptions = {
  /** Cost of leaving along this arc, after the one that led there (-1: none did); Infinity closes it. */
  arcCost: (arc: number, before: number) => number;
  /** Nodes dearer than this, with what is estimated from there on, are not reached. */
  limit?: number;
  /** Follow arcs backwards: costs become those of travelling to the seeds. */
  backward?: boolean;
  /**
   * Never more than what a way from that node to where the search is to come to adds, and along no arc
   * falling by more than the arc costs: what seems nearer is looked at first.
   */
  estimate?: (node: number) => number;
  /** Ends the search early, once the node has its final cost; `least`: what a way by it costs at least, with the estimate. */
  isDone?: (node: number, least: number) => boolean;
};

const none = -1;
const free = () => 0;

export class Search {
  /** Cost per node of the last search; Infinity where not reached. */
  readonly cost: Float64Array;
  /** The arc that leads from the seeds to this node (backward: from this node to the seeds). */
  readonly arcBy: Int32Array;
  /** Nodes with a final cost; cheapest first, unless there is an `estimate`. */
  readonly settled: number[] = [];
  readonly #graph: RoadGraph;
  readonly #touched: number[] = [];
  readonly #queue = new FlatQueue<number>();
  /** 1 for those of `settled`. */
  readonly #done: Uint8Array;
  #options: SearchOptions = { arcCost: () => Infinity };

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    this.cost = new Float64Array(graph.nodeCount).fill(Infinity);
    this.arcBy = new Int32Array(graph.nodeCount).fill(none);
    this.#done = new Uint8Array(graph.nodeCount);
  }

  run(seeds: Seed[], options: SearchOptions): void {
    this.start(seeds, options);
    this.proceed(Infinity);
  }

  /** Reaches the seeds alone; `proceed` goes on from there. */
  start(seeds: Seed[], options: SearchOptions): void {
    const { limit = Infinity, estimate = free } = options;
    this.#clear();
    this.#options = options;
    this.#queue.clear();
    for (const { node, cost } of seeds)
      if (cost <= limit && cost < this.cost[node]!)
        this.#reach(node, cost, none, cost + estimate(node));
  }

  /** Goes on with what was started until about so many more nodes have their final cost; true once all have. */
  proceed(mostNodes: number): boolean {
    const { limit = Infinity, backward = false, arcCost, isDone, estimate = free } = this.#options;
    const queue = this.#queue;
    const mostSettled = this.settled.length + mostNodes;
    while (queue.length > 0) {
      if (this.settled.length >= mostSettled) return false;
      const least = queue.peekValue()!;
      const node = queue.pop()!;
      if (this.#done[node] === 1) continue;
      const cost = this.cost[node]!;
      this.#done[node] = 1;
      this.settled.push(node);
      if (isDone?.(node, least)) return true;
      const before = this.arcBy[node]!;
      for (let i = this.#graph.firstArc[node]!; i < this.#graph.firstArc[node + 1]!; i++) {
        const away = this.#graph.arcs[i]!;
        const arc = backward ? away ^ 1 : away;
        const next = cost + arcCost(arc, before);
        const to = arcEnd(this.#graph, away);
        if (next >= this.cost[to]!) continue;
        const through = next + estimate(to);
        if (through <= limit) this.#reach(to, next, arc, through);
      }
    }
    return true;
  }

  #reach(node: number, cost: number, arc: number, least: number): void {
    if (this.cost[node] === Infinity) this.#touched.push(node);
    this.cost[node] = cost;
    this.arcBy[node] = arc;
    this.#queue.push(node, least);
  }

  /** Arcs between a reached node and its seed, in the order of travel, and the seed's node. */
  pathOf(node: number): { arcs: number[]; seed: number } {
    const arcs: number[] = [];
    let at = node;
    for (let arc = this.arcBy[at]!; arc !== none; arc = this.arcBy[at]!) {
      arcs.push(arc);
      at = this.#options.backward ? arcEnd(this.#graph, arc) : arcStart(this.#graph, arc);
    }
    return { arcs: this.#options.backward ? arcs : arcs.toReversed(), seed: at };
  }

  #clear(): void {
    for (const node of this.#touched) {
      this.cost[node] = Infinity;
      this.arcBy[node] = none;
      this.#done[node] = 0;
    }
    this.#touched.length = 0;
    this.settled.length = 0;
  }
}
