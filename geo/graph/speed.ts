import type { RoadGraph } from './build-graph.ts';
import type { Vehicle } from './vehicle-access.ts';

/** On an empty road. */
export function secondsPerMeter(graph: RoadGraph, edge: number, vehicle: Vehicle): number {
  return 3.6 / (graph.roadKmh[graph.edgeRoad[edge]!]! * vehicle.speedFactor);
}
