// Where an engine stands that pumps from a water point: beside it, but off the mouth of every alley and off the
// first engine; else at the next place along the same road that is free.

import type { RoadGraph } from '../../geo/graph/build-graph.ts';
import { pointOnEdge, type EdgePoint, type PlaceOnEdge } from '../../geo/graph/locate.ts';
import { canDriveTo } from '../../geo/graph/reachable.ts';
import { mayDriveBetween } from '../../geo/graph/vehicle-access.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { Parameters, VehicleClass } from './settings.ts';

export type First = { vehicle: VehicleClass; stop: EdgePoint };

/** So fine is looked for a place. */
const stepMeters = 1;

export function lengthToStand({ lengthMeters }: VehicleClass, parameters: Parameters): number {
  return lengthMeters + parameters.number('stand_length_extra');
}

/** From the first engine's stop to the nearest end of another one. */
export function clearOfFirst(first: VehicleClass, parameters: Parameters): number {
  return Math.max(parameters.number('staging_clear'), lengthToStand(first, parameters));
}

/** The middle of the engine; where the water meets its road where no place is free within `staging_reach`. */
export function findSupplyPlace(
  city: CityGraph,
  onGraph: ClassOnGraph,
  { access, first }: { access: EdgePoint; first: First },
): EdgePoint {
  const { graph, settings } = city;
  const reached = { vehicle: onGraph.vehicle, ...onGraph.reach.stated };
  const isFree = freePlaces(city, onGraph, first);
  const open = new Set([1, -1]);
  const most = settings.parameters.number('staging_reach');
  for (let meters = 0; meters <= most && open.size > 0; meters += stepMeters) {
    for (const direction of open) {
      const place = placeAlongRoad(graph, access, direction * meters);
      // Nobody drives past the end of it, and the hose is not taken past what is closed.
      if (!place || !canDriveTo(graph, reached, place)) open.delete(direction);
      else if (isFree(place)) return meters === 0 ? access : pointOnEdge(graph, place);
    }
  }
  return access;
}

function freePlaces(
  { graph, settings: { parameters } }: CityGraph,
  { vehicle, reach }: ClassOnGraph,
  first: First,
): (place: PlaceOnEdge) => boolean {
  const half = lengthToStand(vehicle, parameters) / 2;
  const offJunction = parameters.number('junction_clear') + half;
  const offFirst = clearOfFirst(first.vehicle, parameters) + half;
  const driver = { vehicle, access: reach.stated.access };
  return (place) => {
    const { edge, metersAlong } = place;
    const [back, front] = [metersAlong - half, metersAlong + half];
    return (
      Math.min(metersAlong, graph.edgeMeters[edge]! - metersAlong) >= offJunction &&
      [
        { edge, from: back, to: front },
        { edge, from: front, to: back },
      ].some((passage) => mayDriveBetween(graph, driver, passage)) &&
      metersBetween(pointOnEdge(graph, place).point, first.stop.point) >= offFirst
    );
  };
}

/** So many metres on from a place along its road; null beyond the ends of that. */
function placeAlongRoad(
  { roads, edgeRoad, edgesOfRoad, edgeMeters }: RoadGraph,
  from: PlaceOnEdge,
  meters: number,
): PlaceOnEdge | null {
  const edges = edgesOfRoad.get(roads[edgeRoad[from.edge]!]!.id) ?? [];
  let index = edges.indexOf(from.edge);
  let metersAlong = from.metersAlong + meters;
  while (metersAlong < 0 && index > 0) metersAlong += edgeMeters[edges[--index]!]!;
  while (index < edges.length - 1 && metersAlong > edgeMeters[edges[index]!]!)
    metersAlong -= edgeMeters[edges[index++]!]!;
  const edge = edges[index];
  if (edge === undefined || metersAlong < 0 || metersAlong > edgeMeters[edge]!) return null;
  return { edge, metersAlong };
}
