// What holds up people on foot and who lays hose: locked gates, stairs at a point and the like, which have no length.

import { arcStart, type RoadGraph } from './build-graph.ts';

export type OnFoot = 'walking' | 'laying';

/** Whose ways are looked for: how fast they go, in m/s, and which seconds they lose on the way. */
export type Pace = { by: OnFoot; metersPerSecond: number };

/** At a node of a way: the seconds that people lose there who walk, and who lay hose. */
export type FootDelay = { node: number; kind: string } & Record<OnFoot, number>;

/** Mostly there is none: no list of its own for each way. */
const none: FootDelay[] = [];

/** The seconds at a node as metres on the flat, which the same people go meanwhile; asked of each arc of a walk. */
export function delayMeters({ isBarred, nodeBarriers }: RoadGraph, node: number, pace: Pace) {
  if (isBarred[node] === 0) return 0;
  const { footDelaySeconds = 0, hoseDelaySeconds = 0 } = nodeBarriers.get(node)!;
  return pace.metersPerSecond * (pace.by === 'walking' ? footDelaySeconds : hoseDelaySeconds);
}

/** Those of a way along some arcs, at the nodes that it leaves by them, and at the one that it ends at. */
export function listFootDelays(graph: RoadGraph, arcs: number[], end: number): FootDelay[] {
  const starts = arcs.map((arc) => arcStart(graph, arc));
  return listDelaysAt(graph, [...starts, end]);
}

export function listDelaysAt(graph: RoadGraph, nodes: number[]): FootDelay[] {
  const barred = nodes.filter((node) => graph.isBarred[node] === 1);
  if (barred.length === 0) return none;
  return barred
    .map((node): FootDelay => {
      const { kind, footDelaySeconds, hoseDelaySeconds } = graph.nodeBarriers.get(node)!;
      return { node, kind, walking: footDelaySeconds ?? 0, laying: hoseDelaySeconds ?? 0 };
    })
    .filter(({ walking, laying }) => walking > 0 || laying > 0);
}

/** What ways of one crew lose together: a gate is opened once, however many of them lead through it. */
export function secondsHeldUp(by: OnFoot, ...ways: FootDelay[][]): number {
  const seconds = new Map<number, number>();
  for (const way of ways) for (const delay of way) seconds.set(delay.node, delay[by]);
  return [...seconds.values()].reduce((sum, each) => sum + each, 0);
}
