// A way that a router drew, as passages along the graph's own edges.

import { metersBetween } from '../distance.ts';
import { projectOntoLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, nodePosition, type RoadGraph } from './build-graph.ts';
import { listDistinct, sameDegrees, sameMeters } from './drawn-line.ts';
import type { Passage } from './passage.ts';

/** Where two passages meet: each end is right to the rounding of the router. */
const joinMeters = 2 * sameMeters;

/**
 * The passages in the order of travel, one per edge that is driven along; null where the line leaves the roads of the
 * graph, or jumps from one to another.
 */
export function followLine(graph: RoadGraph, drawn: Position[]): Passage[] | null {
  const line = cutAtJunctions(
    graph,
    listDistinct(drawn).map((index) => drawn[index]!),
  );
  const passages: Passage[] = [];
  for (let index = 1; index < line.length; index++) {
    const found = findPieces(graph, line[index - 1]!, line[index]!);
    const last = passages.at(-1);
    const onward = last && found.find((piece) => prolongs(last, piece));
    if (onward) last.to = onward.to;
    else {
      const next = last ? found.find((piece) => follows(graph, last, piece)) : found[0];
      if (!next) return null;
      passages.push(next);
    }
  }
  return passages;
}

/**
 * With the junctions that lie between two of its positions: where people reported something the graph's edges end, and
 * the router's go on.
 */
function cutAtJunctions(graph: RoadGraph, line: Position[]): Position[] {
  return line.flatMap((end, index) => {
    const start = line[index - 1];
    if (!start || findPieces(graph, start, end).length > 0) return [end];
    return [...junctionsBetween(graph, start, end), end];
  });
}

function junctionsBetween(graph: RoadGraph, a: Position, b: Position): Position[] {
  const { edgeBoxes, edgeFrom, edgeTo } = graph;
  const meters = metersBetween(a, b);
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  const edges = edgeBoxes?.search(west, south, east, north) ?? [];
  return [...new Set(edges.flatMap((edge) => [edgeFrom[edge]!, edgeTo[edge]!]))]
    .map((node) => {
      const position = nodePosition(graph, node);
      return { position, on: projectOntoLine(position, [a, b]) };
    })
    .filter(({ on }) => on.meters < sameMeters)
    .filter(({ on }) => on.metersAlong > sameMeters && on.metersAlong < meters - sameMeters)
    .toSorted((one, other) => one.on.metersAlong - other.on.metersAlong)
    .map(({ position }) => position);
}

/** The edges along which both positions lie. */
function findPieces(graph: RoadGraph, a: Position, b: Position): Passage[] {
  if (!graph.edgeBoxes) return [];
  const meters = metersBetween(a, b);
  const [lon, lat] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return graph.edgeBoxes
    .search(lon - sameDegrees, lat - sameDegrees, lon + sameDegrees, lat + sameDegrees)
    .flatMap((edge) => {
      const line = edgeLine(graph, edge);
      const [from, to] = [projectOntoLine(a, line), projectOntoLine(b, line)];
      if (from.meters > sameMeters || to.meters > sameMeters) return [];
      // Straight from one to the other, and not around by a loop.
      const along = Math.abs(to.metersAlong - from.metersAlong);
      if (Math.abs(along - meters) > joinMeters) return [];
      return [{ edge, from: from.metersAlong, to: to.metersAlong }];
    });
}

function prolongs(last: Passage, next: Passage): boolean {
  return (
    next.edge === last.edge &&
    Math.abs(next.from - last.to) < joinMeters &&
    next.to > next.from === last.to > last.from
  );
}

function follows(graph: RoadGraph, last: Passage, next: Passage): boolean {
  if (next.edge === last.edge && Math.abs(next.from - last.to) < joinMeters) return true;
  const left = nodeAt(graph, last.edge, last.to);
  return left !== null && left === nodeAt(graph, next.edge, next.from);
}

/** The junction at which an edge is so many metres from its start; null between its ends. */
function nodeAt(graph: RoadGraph, edge: number, meters: number): number | null {
  if (meters < joinMeters) return graph.edgeFrom[edge]!;
  return meters > graph.edgeMeters[edge]! - joinMeters ? graph.edgeTo[edge]! : null;
}
