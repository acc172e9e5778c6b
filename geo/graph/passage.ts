import { sliceLine } from '../line.ts';
import type { Position } from '../position.ts';
import { edgeLine, type RoadGraph } from './build-graph.ts';

/** Along an edge, in metres from its start. */
export type Passage = { edge: number; from: number; to: number };

export function passageLine(graph: RoadGraph, { edge, from, to }: Passage): Position[] {
  return sliceLine(edgeLine(graph, edge), from, to);
}
