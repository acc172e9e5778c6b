// What holds up people who carry hose: locked gates, stairs at a point and the like, which have no length.

import { arcStart, type RoadGraph } from './build-graph.ts';

/** At a node of a way, which people lose so many seconds at. */
export type FootDelay = { node: number; kind: string; seconds: number };

/** Mostly there is none: no list of its own for each way. */
const none: FootDelay[] = [];

/** Seconds that people lose at a node; asked of each arc of a walk. */
export function footDelayAt({ isBarred, nodeBarriers }: RoadGraph, node: number): number {
  return isBarred[node] === 0 ? 0 : (nodeBarriers.get(node)!.footDelaySeconds ?? 0);
}

/** Those of a way along some arcs, at the nodes that it leaves by them, and at the one that it ends at. */
export function listFootDelays(graph: RoadGraph, arcs: number[], end: number): FootDelay[] {
  const starts = arcs.map((arc) => arcStart(graph, arc));
  return listDelaysAt(graph, [...starts, end]);
}

export function listDelaysAt(graph: RoadGraph, nodes: number[]): FootDelay[] {
  const held = nodes.filter((node) => footDelayAt(graph, node) > 0);
  if (held.length === 0) return none;
  return held.map((node) => {
    const { kind, footDelaySeconds = 0 } = graph.nodeBarriers.get(node)!;
    return { node, kind, seconds: footDelaySeconds };
  });
}

/** What ways of one crew lose together: a gate is opened once, however many of them lead through it. */
export function secondsHeldUp(...ways: FootDelay[][]): number {
  const seconds = new Map<number, number>();
  for (const way of ways) for (const delay of way) seconds.set(delay.node, delay.seconds);
  return [...seconds.values()].reduce((sum, each) => sum + each, 0);
}
