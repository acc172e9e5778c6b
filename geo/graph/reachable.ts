import { arcEnd, arcStart, type RoadGraph } from './build-graph.ts';
import type { Driver } from './drive.ts';
import type { EdgePoint, PlaceOnEdge } from './locate.ts';
import { barrierSeconds, findHindrance, mayDrive, mayDriveBetween } from './vehicle-access.ts';

/** 1 for every node the vehicle can drive to from any of the starts; it may stop at a barrier, not pass it. */
export function findReachable(graph: RoadGraph, driver: Driver, starts: EdgePoint[]): Uint8Array {
  const nodes = starts.flatMap((start) => firstNodes(graph, driver, start));
  return spread(graph, { ...driver, isStopped: markStops(graph, driver) }, nodes, 'forward');
}

/** The ends of its edge to which the vehicle can drive. */
export function firstNodes(
  graph: RoadGraph,
  driver: Driver,
  { edge, metersAlong: from }: PlaceOnEdge,
): number[] {
  const mayDriveTo = (to: number) => mayDriveBetween(graph, driver, { edge, from, to });
  return [
    ...(mayDriveTo(graph.edgeMeters[edge]!) ? [graph.edgeTo[edge]!] : []),
    ...(mayDriveTo(0) ? [graph.edgeFrom[edge]!] : []),
  ];
}

/** A class, where it may drive, and which nodes it gets to. */
export type Reached = Pick<Driver, 'vehicle' | 'access'> & { reachable: Uint8Array };

/** Can the vehicle come to a place on an edge from one of its ends. */
export function canDriveTo(
  graph: RoadGraph,
  reached: Reached,
  { edge, metersAlong }: PlaceOnEdge,
): boolean {
  return [2 * edge, 2 * edge + 1].some((arc) => {
    const start = arcStart(graph, arc);
    const from = arc & 1 ? graph.edgeMeters[edge]! : 0;
    return (
      mayDriveBetween(graph, reached, { edge, from, to: metersAlong }) &&
      reached.reachable[start] === 1 &&
      barrierSeconds(graph, start, reached.vehicle) < Infinity
    );
  });
}

/** 1 where a barrier lets the vehicle come, but not pass. */
function markStops({ nodeCount, nodeBarriers }: RoadGraph, { vehicle }: Driver): Uint8Array {
  const isStopped = new Uint8Array(nodeCount);
  for (const [node, barrier] of nodeBarriers)
    if (findHindrance(barrier, vehicle)) isStopped[node] = 1;
  return isStopped;
}

/** Nodes reached from `nodes`; `backward`, those from which `nodes` are reached. */
function spread(
  graph: RoadGraph,
  { access, isStopped }: Pick<Driver, 'access'> & { isStopped: Uint8Array },
  nodes: number[],
  direction: 'forward' | 'backward',
): Uint8Array {
  const reached = new Uint8Array(graph.nodeCount);
  // No node comes twice.
  const stack = new Uint32Array(graph.nodeCount);
  let height = 0;
  const reach = (node: number) => {
    if (reached[node]) return;
    reached[node] = 1;
    if (isStopped[node] === 0) stack[height++] = node;
  };
  for (const node of nodes) reach(node);
  while (height > 0) {
    const node = stack[--height]!;
    for (let i = graph.firstArc[node]!; i < graph.firstArc[node + 1]!; i++) {
      const away = graph.arcs[i]!;
      if (mayDrive(access, direction === 'forward' ? away : away ^ 1)) reach(arcEnd(graph, away));
    }
  }
  return reached;
}

/** So many places are tried as the middle of the main network. */
const probes = 8;

/**
 * 1 for the edges of the largest network found on which the vehicle can drive from anywhere to
 * anywhere. The rest are islands: a yard behind a gate too narrow, a one-way street cut off by the
 * edge of the map.
 */
export function findMainNetwork(graph: RoadGraph, driver: Driver): Uint8Array {
  const open: number[] = [];
  for (let edge = 0; edge < driver.access.length; edge++)
    if (driver.access[edge] !== 0) open.push(edge);
  const stopped = { ...driver, isStopped: markStops(graph, driver) };
  let main = new Uint8Array(graph.nodeCount);
  let most = 0;
  for (let probe = 0; probe < probes; probe++) {
    // More than half of all: no other is much larger.
    if (2 * most > graph.nodeCount) break;
    const edge = open[Math.floor(((probe + 0.5) * open.length) / probes)];
    if (edge === undefined || main[graph.edgeFrom[edge]!]) continue;
    const seed = [graph.edgeFrom[edge]!];
    const there = spread(graph, stopped, seed, 'forward');
    const back = spread(graph, stopped, seed, 'backward');
    const both = there.map((reached, node) => reached & back[node]!);
    const size = both.reduce((sum, reached) => sum + reached, 0);
    if (size > most) [main, most] = [both, size];
  }
  return driver.access.map((bits, edge) =>
    bits !== 0 && main[graph.edgeFrom[edge]!] && main[graph.edgeTo[edge]!] ? 1 : 0,
  );
}
