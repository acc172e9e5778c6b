// Roads become a graph: junctions are nodes, the stretches between them edges.
// Typed arrays throughout, so that a whole city fits in tens of megabytes and can be searched in place.

import Flatbush from 'flatbush';
import { metersBetween } from '../distance.ts';
import type { Position } from '../position.ts';
import { none } from './id-table.ts';
import { numberJunctions } from './junctions.ts';
import { openRoads, type RoadConditions } from './road-conditions.ts';
import { isWalkable, type Road, type RoadBarrier, type RoadLine } from './road.ts';

/**
 * Arcs are directed edges: arc 2e runs along edge e, arc 2e + 1 against it.
 * `firstArc[n] … firstArc[n + 1]` index the arcs that leave node n in `arcs`.
 */
export type RoadGraph = {
  roads: Road[];
  /** Of each road, beside the rest of it: searches read them for every arc. */
  roadKmh: Float64Array;
  walkableRoads: Uint8Array;
  /** No road is faster, in km/h. */
  fastestKmh: number;
  nodeCount: number;
  nodePositions: Float64Array;
  /** The barriers, by the node they stand on. */
  nodeBarriers: Map<number, RoadBarrier>;
  /** 1 for those nodes. */
  isBarred: Uint8Array;
  edgeCount: number;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeMeters: Float32Array;
  edgeRoad: Uint32Array;
  /** First and last position of each edge in `positions`. */
  edgeStart: Uint32Array;
  edgeEnd: Uint32Array;
  positions: Float64Array;
  /** OpenStreetMap's node at each position. */
  nodeIds: Float64Array;
  firstArc: Uint32Array;
  arcs: Uint32Array;
  edgesOfRoad: Map<number, number[]>;
  /** Boxes of edges, in the order of edges; null for an empty graph. */
  edgeBoxes: Flatbush | null;
  conditions: RoadConditions;
};

export function arcEnd(graph: RoadGraph, arc: number): number {
  return arc & 1 ? graph.edgeFrom[arc >> 1]! : graph.edgeTo[arc >> 1]!;
}

/** The arcs that leave a node. */
export function arcsFrom({ arcs, firstArc }: RoadGraph, node: number): number[] {
  return [...arcs.subarray(firstArc[node], firstArc[node + 1])];
}

export function arcStart(graph: RoadGraph, arc: number): number {
  return arc & 1 ? graph.edgeTo[arc >> 1]! : graph.edgeFrom[arc >> 1]!;
}

export function nodePosition(graph: RoadGraph, node: number): Position {
  return [graph.nodePositions[2 * node]!, graph.nodePositions[2 * node + 1]!];
}

/** The positions of an edge from its `from` node to its `to` node. */
export function edgeLine(graph: RoadGraph, edge: number): Position[] {
  const line: Position[] = [];
  for (let i = graph.edgeStart[edge]!; i <= graph.edgeEnd[edge]!; i++)
    line.push([graph.positions[2 * i]!, graph.positions[2 * i + 1]!]);
  return line;
}

export function buildGraph(lines: RoadLine[], barriers: RoadBarrier[] = []): RoadGraph {
  const positions = joinArrays(lines.map(({ coordinates }) => coordinates));
  const nodeIds = joinArrays(lines.map((line) => line.nodeIds));
  const { count, nodeAt, ofBarrier } = numberJunctions(
    nodeIds,
    listEnds(lines),
    barriers.map(({ nodeId }) => nodeId),
  );
  const nodePositions = new Float64Array(2 * count);
  for (let at = 0; at < nodeAt.length; at++) {
    const node = nodeAt[at]!;
    if (node === none) continue;
    nodePositions[2 * node] = positions[2 * at]!;
    nodePositions[2 * node + 1] = positions[2 * at + 1]!;
  }
  const nodeBarriers = new Map<number, RoadBarrier>();
  const isBarred = new Uint8Array(count);
  for (const barrier of barriers) {
    const node = ofBarrier.get(barrier.nodeId);
    if (node === undefined) continue;
    nodeBarriers.set(node, barrier);
    isBarred[node] = 1;
  }
  const graph = {
    ...gatherRoads(lines.map(toRoad)),
    nodeCount: count,
    nodePositions,
    nodeBarriers,
    isBarred,
    positions,
    nodeIds,
    ...cutEdges(lines, { positions, nodeAt }),
  };
  return { ...graph, ...listArcs(graph), edgeBoxes: indexEdges(graph), conditions: openRoads };
}

/** The places of the first and last node of each line, counted through all of them. */
function listEnds(lines: RoadLine[]): number[] {
  const ends: number[] = [];
  let start = 0;
  for (const { nodeIds } of lines) {
    if (nodeIds.length > 0) ends.push(start, start + nodeIds.length - 1);
    start += nodeIds.length;
  }
  return ends;
}

export function gatherRoads(
  roads: Road[],
): Pick<RoadGraph, 'roads' | 'roadKmh' | 'walkableRoads' | 'fastestKmh'> {
  return {
    roads,
    roadKmh: Float64Array.from(roads, ({ speedKmh }) => speedKmh),
    walkableRoads: Uint8Array.from(roads, (road) => Number(isWalkable(road))),
    fastestKmh: roads.reduce((most, { speedKmh }) => Math.max(most, speedKmh), 1),
  };
}

export function toRoad({ nodeIds: _nodeIds, coordinates: _coordinates, ...road }: RoadLine): Road {
  return road;
}

type Edges = Pick<
  RoadGraph,
  | 'edgeCount'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeMeters'
  | 'edgeRoad'
  | 'edgeStart'
  | 'edgeEnd'
  | 'edgesOfRoad'
>;

/** Cuts every line at its junctions; `nodeAt` has the number of the junction at each position. */
function cutEdges(
  lines: RoadLine[],
  { positions, nodeAt }: { positions: Float64Array; nodeAt: Int32Array },
): Edges {
  const from: number[] = [];
  const to: number[] = [];
  const meters: number[] = [];
  const road: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const edgesOfRoad = new Map<number, number[]>();
  let lineStart = 0;
  for (const [index, { id, nodeIds }] of lines.entries()) {
    const edges: number[] = [];
    let cut = 0;
    for (let i = 1; i < nodeIds.length; i++) {
      const node = nodeAt[lineStart + i]!;
      if (node === none) continue;
      edges.push(from.length);
      from.push(nodeAt[lineStart + cut]!);
      to.push(node);
      meters.push(metersAlong(positions, lineStart + cut, lineStart + i));
      road.push(index);
      start.push(lineStart + cut);
      end.push(lineStart + i);
      cut = i;
    }
    edgesOfRoad.set(id, edges);
    lineStart += nodeIds.length;
  }
  return {
    edgeCount: from.length,
    edgeFrom: Uint32Array.from(from),
    edgeTo: Uint32Array.from(to),
    edgeMeters: Float32Array.from(meters),
    edgeRoad: Uint32Array.from(road),
    edgeStart: Uint32Array.from(start),
    edgeEnd: Uint32Array.from(end),
    edgesOfRoad,
  };
}

function joinArrays(parts: ArrayLike<number>[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}

function metersAlong(positions: Float64Array, start: number, end: number): number {
  let meters = 0;
  for (let i = start; i < end; i++)
    meters += metersBetween(
      [positions[2 * i]!, positions[2 * i + 1]!],
      [positions[2 * i + 2]!, positions[2 * i + 3]!],
    );
  return meters;
}

function listArcs({
  nodeCount,
  edgeFrom,
  edgeTo,
}: Pick<RoadGraph, 'nodeCount' | 'edgeFrom' | 'edgeTo'>): Pick<RoadGraph, 'firstArc' | 'arcs'> {
  const firstArc = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    firstArc[edgeFrom[edge]! + 1]!++;
    firstArc[edgeTo[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) firstArc[node + 1]! += firstArc[node]!;
  const arcs = new Uint32Array(2 * edgeFrom.length);
  const filled = firstArc.slice();
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    arcs[filled[edgeFrom[edge]!]!++] = 2 * edge;
    arcs[filled[edgeTo[edge]!]!++] = 2 * edge + 1;
  }
  return { firstArc, arcs };
}

function indexEdges({
  edgeCount,
  edgeStart,
  edgeEnd,
  positions,
}: Pick<RoadGraph, 'edgeCount' | 'edgeStart' | 'edgeEnd' | 'positions'>): Flatbush | null {
  if (edgeCount === 0) return null;
  const boxes = new Flatbush(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = edgeStart[edge]!; i <= edgeEnd[edge]!; i++) {
      west = Math.min(west, positions[2 * i]!);
      east = Math.max(east, positions[2 * i]!);
      south = Math.min(south, positions[2 * i + 1]!);
      north = Math.max(north, positions[2 * i + 1]!);
    }
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return boxes;
}
