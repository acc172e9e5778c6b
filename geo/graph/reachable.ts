import { arcEnd, type RoadGraph } from './build-graph.ts';
import type { EdgePoint } from './locate.ts';
import { barrierSeconds, mayDrive, type EdgeAccess, type Vehicle } from './vehicle-access.ts';

/** 1 for every node the vehicle can drive to from any of the starts; it may stop at a barrier, not pass it. */
export function findReachable(
  graph: RoadGraph,
  { vehicle, access, starts }: { vehicle: Vehicle; access: EdgeAccess; starts: EdgePoint[] },
): Uint8Array {
  const reachable = new Uint8Array(graph.nodeCount);
  const stack: number[] = [];
  const reach = (node: number) => {
    if (reachable[node]) return;
    reachable[node] = 1;
    if (barrierSeconds(graph, node, vehicle) < Infinity) stack.push(node);
  };
  for (const { edge } of starts) {
    if (mayDrive(access, 2 * edge)) reach(graph.edgeTo[edge]!);
    if (mayDrive(access, 2 * edge + 1)) reach(graph.edgeFrom[edge]!);
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    for (let i = graph.firstArc[node]!; i < graph.firstArc[node + 1]!; i++) {
      const arc = graph.arcs[i]!;
      if (mayDrive(access, arc)) reach(arcEnd(graph, arc));
    }
  return reachable;
}
