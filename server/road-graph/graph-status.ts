import { listFilledHours, type FilledHours } from '../planner/filled-hours.ts';
import type { CityGraph } from '../planner/city-graph.ts';

export type GraphStatus = {
  version: string;
  roads: number;
  edges: number;
  loadMillis: number;
  /** So that whoever looks at the clock need not ask the thread. */
  filled: FilledHours;
};

/** `started` by `performance.now()`. */
export function describeLoad(city: CityGraph, started: number): GraphStatus {
  const { version, graph } = city;
  return {
    version,
    roads: graph.roads.length,
    edges: graph.edgeCount,
    loadMillis: Math.round(performance.now() - started),
    filled: listFilledHours(city),
  };
}
