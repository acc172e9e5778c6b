import { arcsFrom, type RoadGraph } from '../../geo/graph/build-graph.ts';
import { barrierSeconds, isForVehicle, type Vehicle } from '../../geo/graph/vehicle-access.ts';
import type { VehicleClass } from './settings.ts';

export type OnJacks = Vehicle & Pick<VehicleClass, 'jackWidthMeters' | 'jackLengthMeters'>;

/** Whether the jacks of the vehicle find ground on a road (an index in graph.roads); true for one without. */
export function findGround(graph: RoadGraph, vehicle: OnJacks, road: number): boolean {
  const { jackWidthMeters, jackLengthMeters } = vehicle;
  if (jackWidthMeters === null) return true;
  const needed = { widthMeters: jackWidthMeters, lengthMeters: jackLengthMeters ?? 0 };
  const { widthMeters } = graph.roads[road]!;
  return (
    widthMeters >= needed.widthMeters - 1e-6 &&
    measureStand(graph, vehicle, road, needed) >= needed.lengthMeters
  );
}

/**
 * Metres to stand on: of the way, and where that is shorter than needed of those that go on from it and are wide enough,
 * for ways are cut by the map where nobody sees it. Nobody stands across a junction.
 */
export function measureStand(
  graph: RoadGraph,
  vehicle: Vehicle,
  road: number,
  needed: { widthMeters: number; lengthMeters: number },
): number {
  const { edgesOfRoad, edgeMeters, edgeFrom, edgeTo } = graph;
  const edges = edgesOfRoad.get(graph.roads[road]!.id) ?? [];
  const counted = new Set(edges);
  let meters = edges.reduce((sum, edge) => sum + edgeMeters[edge]!, 0);
  const ahead = edges.flatMap((edge) => [edgeFrom[edge]!, edgeTo[edge]!]);
  while (meters < needed.lengthMeters) {
    const node = ahead.pop();
    if (node === undefined) return meters;
    const next = goesOn(graph, vehicle, { node, counted });
    if (
      next === null ||
      graph.roads[graph.edgeRoad[next]!]!.widthMeters < needed.widthMeters - 1e-6
    )
      continue;
    counted.add(next);
    meters += edgeMeters[next]!;
    ahead.push(edgeFrom[next]!, edgeTo[next]!);
  }
  return meters;
}

/** The only edge that goes on from a node; null where there is none, or where others meet there. */
function goesOn(
  graph: RoadGraph,
  vehicle: Vehicle,
  { node, counted }: { node: number; counted: ReadonlySet<number> },
): number | null {
  if (barrierSeconds(graph, node, vehicle) === Infinity) return null;
  const edges = arcsFrom(graph, node)
    .map((arc) => arc >> 1)
    .filter((edge) => isForVehicle(graph.roads[graph.edgeRoad[edge]!]!, vehicle));
  const [next, ...others] = edges.filter((edge) => !counted.has(edge));
  return edges.length === 2 && others.length === 0 ? (next ?? null) : null;
}
