import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import type { Vehicle } from '../../geo/graph/vehicle-access.ts';
import type { VehicleClass } from './settings.ts';

export type OnJacks = Vehicle & Pick<VehicleClass, 'jackWidthMeters' | 'jackLengthMeters'>;

/** Whether the jacks of the vehicle find ground on a road (an index in graph.roads); true for one without. */
export function findGround(
  graph: RoadGraph,
  { jackWidthMeters, jackLengthMeters }: OnJacks,
  road: number,
): boolean {
  if (jackWidthMeters === null) return true;
  const { id, widthMeters } = graph.roads[road]!;
  return widthMeters >= jackWidthMeters - 1e-6 && measureRoad(graph, id) >= (jackLengthMeters ?? 0);
}

/** The length of a road in metres. */
export function measureRoad({ edgesOfRoad, edgeMeters }: RoadGraph, id: number): number {
  const edges = edgesOfRoad.get(id) ?? [];
  return edges.reduce((sum, edge) => sum + edgeMeters[edge]!, 0);
}
