// Finding again on the graph what a router drew.

import { metersBetween } from '../distance.ts';
import type { Position } from '../position.ts';
import { nodePosition, type RoadGraph } from './build-graph.ts';

/** Routers round to six decimals. */
export const sameMeters = 0.3;
export const sameDegrees = 3e-6;
/** By so much the rounded line may lead off beside the road that it follows. */
export const sameBearing = 20;

/** The places of its positions without those that repeat the one before. */
export function listDistinct(line: Position[]): number[] {
  const distinct: number[] = [];
  for (const [index, position] of line.entries()) {
    const last = distinct[distinct.length - 1];
    if (last === undefined || metersBetween(line[last]!, position) >= sameMeters)
      distinct.push(index);
  }
  return distinct;
}

/** The junction at a position of a drawn line; null: there is none. */
export function findNode(graph: RoadGraph, at: Position): number | null {
  const { edgeBoxes, edgeFrom, edgeTo } = graph;
  if (!edgeBoxes) return null;
  const [lon, lat] = at;
  const found = edgeBoxes
    .search(lon - sameDegrees, lat - sameDegrees, lon + sameDegrees, lat + sameDegrees)
    .flatMap((edge) => [edgeFrom[edge]!, edgeTo[edge]!]);
  return found.find((node) => metersBetween(nodePosition(graph, node), at) < sameMeters) ?? null;
}
