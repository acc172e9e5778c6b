// Which exit of a roundabout a way takes that a router drew: its data lack the roads that the class does not fit, which
// the driver sees and counts all the same.

import { bearingOf, turnOf } from '../bearing.ts';
import type { Position } from '../position.ts';
import type { RoadGraph } from './build-graph.ts';
import { findNode, listDistinct, sameBearing } from './drawn-line.ts';
import { passageLine, type Passage } from './passage.ts';
import { findExit, isOnRing, type Exit } from './roundabouts.ts';

/** Of the first roundabout on the line; null where it meets none, or goes along what the graph does not know. */
export function findExitAlong(graph: RoadGraph, drawn: Position[]): Exit | null {
  const passages = followToExit(
    graph,
    listDistinct(drawn).map((index) => drawn[index]!),
  );
  if (!passages) return null;
  const onRing = (passage: Passage) => isOnRing(graph, passage);
  const first = passages.findIndex(onRing);
  if (first === -1) return null;
  return findExit(graph, passages, { first, last: passages.findLastIndex(onRing) });
}

/** From one junction of the line to the next, as far as the road by which it leaves the first ring. */
function followToExit(graph: RoadGraph, line: Position[]): Passage[] | null {
  const passages: Passage[] = [];
  for (let index = 0; index + 1 < line.length; index++) {
    const [before, here, next] = [line[index - 1], line[index]!, line[index + 1]!];
    const node = findNode(graph, here);
    if (node === null) continue;
    if (passages.length === 0 && before) {
      const back = passageFrom(graph, node, bearingOf([here, before]));
      if (!back) return null;
      passages.push({ edge: back.edge, from: back.to, to: back.from });
    }
    const onward = passageFrom(graph, node, bearingOf([here, next]));
    if (!onward) return null;
    passages.push(onward);
    if (!isOnRing(graph, onward) && passages.some((each) => isOnRing(graph, each))) break;
  }
  return passages;
}

/** Along the whole of the road that leads off in that direction. */
function passageFrom(graph: RoadGraph, node: number, bearing: number): Passage | null {
  let nearest: Passage | null = null;
  let least = sameBearing;
  for (const arc of graph.arcs.subarray(graph.firstArc[node], graph.firstArc[node + 1])) {
    const meters = graph.edgeMeters[arc >> 1]!;
    const passage = { edge: arc >> 1, from: arc & 1 ? meters : 0, to: arc & 1 ? 0 : meters };
    const apart = turnOf(bearingOf(passageLine(graph, passage).slice(0, 2)) - bearing);
    if (apart >= least) continue;
    nearest = passage;
    least = apart;
  }
  return nearest;
}
