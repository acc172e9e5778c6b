// Traffic laid over the city's graph: where everybody is slow at present. What can be reached stays as
// it is, so that this costs next to nothing, and is taken off again as easily.

import type { PairFinder } from '../../geo/graph/node-pairs.ts';
import type { HeldStretch } from '../../geo/graph/road-conditions.ts';
import type { Position } from '../../geo/position.ts';
import { slowClass, type CityGraph } from './city-graph.ts';

/** From one OpenStreetMap node to a neighbouring one; `at` in milliseconds since 1970. */
export type SeenSpeed = { from: number; to: number; kmh: number; source: string; at: number };

/** The road of a pair of nodes: its length, how fast it is when empty (before a class's factor), where it is. */
export type PairRoad = { meters: number; kmh: number; line: [Position, Position] };

/** One entry per pair, in their order; null where no road joins the two. */
export function findPairs(
  { graph }: Pick<CityGraph, 'graph'>,
  pairs: { from: number; to: number }[],
  find: PairFinder,
): (PairRoad | null)[] {
  return pairs.map(({ from, to }) => {
    const [road] = find(from, to);
    const [first] = road?.stretches ?? [];
    if (!road || !first) return null;
    const meters = road.stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
    return { meters, kmh: graph.roads[graph.edgeRoad[first.arc >> 1]!]!.speedKmh, line: road.line };
  });
}

/** `closed` is the city with its closures, of which another one is made. */
export function slowCity(closed: CityGraph, speeds: SeenSpeed[], find: PairFinder): CityGraph {
  if (speeds.length === 0) return closed;
  const held = new Map<number, HeldStretch[]>();
  for (const { from, to, kmh, source, at } of speeds)
    for (const { stretches } of find(from, to))
      for (const { arc, ...interval } of stretches) {
        const others = held.get(arc) ?? [];
        others.push({ ...interval, secondsPerMeter: 3.6 / kmh, source, at });
        held.set(arc, others);
      }
  const graph = { ...closed.graph, conditions: { ...closed.graph.conditions, held } };
  const classes = new Map(
    [...closed.classes].map(([code, onGraph]) => [code, slowClass(onGraph, held)]),
  );
  return { ...closed, graph, classes, byClosedRoads: new Map(), calm: closed };
}
