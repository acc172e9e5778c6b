// Which closures a way crosses, by the OpenStreetMap nodes that it passes. Pure.

import type { ClosureMark } from '../../geo/graph/road-conditions.ts';
import type { CityClosure, ClosedRoads } from '../planner/close-city.ts';

export type Crossed = { impassable: ClosureMark[]; avoided: ClosureMark[] };

/** `meters` between each node and the next: of the first and last stretch only what is driven of it. */
export type PassedNodes = { nodes: number[]; meters: number[] };

export type ClosedNodes = {
  /** What a way of a class along these nodes crosses. */
  crossedBy: (vehicleClass: string, way: PassedNodes) => Crossed;
  /** Is any road closed to the class, or to be avoided by it; true as well where nobody knows. */
  affects: (vehicleClass: string) => boolean;
  /** Is any road impassable to it. */
  shuts: (vehicleClass: string) => boolean;
};

/** A way that ends at the junction before a closed stretch may be said to touch it. */
const touchMeters = 1;

/** Before anybody has read what is closed. */
export const anyRoadMayBeClosed: ClosedNodes = {
  crossedBy: () => ({ impassable: [], avoided: [] }),
  affects: () => true,
  shuts: () => true,
};

/** A closure that `closed` does not list may close any road. */
export function indexClosedNodes(closures: CityClosure[], closed: ClosedRoads): ClosedNodes {
  const pairsOf = new Map(closed.map(({ id, pairs }) => [id, pairs]));
  const byPair = new Map<string, CityClosure[]>();
  for (const closure of closures)
    for (const { from, to } of pairsOf.get(closure.id) ?? []) {
      const key = keyOf(from, to);
      byPair.set(key, [...(byPair.get(key) ?? []), closure]);
    }
  const closing = closures.filter(({ id }) => pairsOf.get(id)?.length !== 0);
  return {
    crossedBy: (vehicleClass, { nodes, meters }) => {
      const met = new Set<CityClosure>();
      for (const [i, length] of meters.entries()) {
        if (length < touchMeters) continue;
        for (const closure of byPair.get(keyOf(nodes[i]!, nodes[i + 1]!)) ?? [])
          if (isFor(closure, vehicleClass)) met.add(closure);
      }
      const of = (effect: CityClosure['effect']): ClosureMark[] =>
        [...met]
          .filter((closure) => closure.effect === effect)
          .map(({ id, reason, by }) => ({ id, reason, by }));
      return { impassable: of('impassable'), avoided: of('avoid') };
    },
    affects: (vehicleClass) => closing.some((closure) => isFor(closure, vehicleClass)),
    shuts: (vehicleClass) =>
      closing.some((closure) => closure.effect === 'impassable' && isFor(closure, vehicleClass)),
  };
}

function isFor({ vehicleClasses }: CityClosure, vehicleClass: string): boolean {
  return vehicleClasses === null || vehicleClasses.includes(vehicleClass);
}

/** A road is closed in both directions. */
function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
