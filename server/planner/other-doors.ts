// Which other ways a house may open onto: doors that the register knows, and where the door is only
// assumed or chosen, the ways nearby.

import { findNearEdges, projectOntoEdges, type EdgePoint } from '../../geo/graph/locate.ts';
import { isEdgeWalkable } from '../../geo/graph/vehicle-access.ts';
import type { CityGraph } from './city-graph.ts';
import type { DoorPlan, DoorRequest } from './door-plan.ts';
import { stepOff } from './meet-road.ts';
import { toRoadRef } from './road-ref.ts';

/** More ways nearby than these are a guess. */
const mostNearby = 2;

/** One for each name, the registered first; the one taken is left out. */
export function findOtherDoors(
  city: CityGraph,
  request: DoorRequest,
  taken: EdgePoint,
): DoorPlan['alternatives'] {
  const { graph } = city;
  const nameOf = ({ edge }: EdgePoint): string => {
    const { id, alleyId, streetId } = graph.roads[graph.edgeRoad[edge]!]!;
    // Each has its own numbers.
    if (alleyId !== null) return `alley ${alleyId}`;
    return streetId === null ? `road ${id}` : `street ${streetId}`;
  };
  const seen = new Set([nameOf(taken)]);
  const isNew = (at: EdgePoint): boolean => {
    const name = nameOf(at);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
  const registered = findRegistered(city, request).filter(isNew);
  const isAssumed = request.roadId === null || request.doorAt !== undefined;
  const nearby = isAssumed
    ? findNearby(city, request)
        .values()
        .map((at) => stepOff(city, at, request.door))
        .filter(isNew)
        .take(mostNearby)
    : [];
  return [...registered, ...nearby].map(({ edge, point }) => ({
    point,
    road: toRoadRef(graph.roads[graph.edgeRoad[edge]!]!),
  }));
}

function findRegistered(city: CityGraph, { otherDoors = [] }: DoorRequest): EdgePoint[] {
  const { graph } = city;
  return otherDoors.flatMap(({ position, roadId }) => {
    const at = projectOntoEdges(graph, position, graph.edgesOfRoad.get(roadId) ?? []);
    return at ? [stepOff(city, at, position)] : [];
  });
}

function findNearby({ graph, settings }: CityGraph, { door }: DoorRequest): EdgePoint[] {
  return findNearEdges(graph, door, {
    maxMeters: settings.parameters.number('door_link_max'),
    accepts: (edge) => isEdgeWalkable(graph, edge),
  });
}
