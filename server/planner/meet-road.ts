// Where a place meets the road that people and hose go along: a house, a water point, whoever comes on foot.

import { metersBetween } from '../../geo/distance.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import { findRoadBeside } from '../../geo/graph/road-beside.ts';
import { isWalkable, type Road } from '../../geo/graph/road.ts';
import { isEdgeWalkable } from '../../geo/graph/vehicle-access.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph } from './city-graph.ts';

type OnGraph = Pick<CityGraph, 'graph'> & {
  settings: Pick<CityGraph['settings'], 'parameters'>;
};

/**
 * On the nearest way that people can walk, or the road beside it where that is a pavement; on a bridge or in a
 * tunnel only where nothing else is within `door_link_max`. null: no way is within `maxMeters`.
 */
export function meetRoad(city: OnGraph, place: Position, maxMeters: number): EdgePoint | null {
  const { graph, settings } = city;
  const walkable = (edge: number) => isEdgeWalkable(graph, edge);
  const onGround = findNearestEdge(graph, place, {
    maxMeters: Math.min(maxMeters, settings.parameters.number('door_link_max')),
    accepts: (edge) => walkable(edge) && !graph.roads[graph.edgeRoad[edge]!]!.isOffGround,
  });
  const at = onGround ?? findNearestEdge(graph, place, { maxMeters, accepts: walkable });
  return at && stepOff(city, at, place);
}

/** From a pavement on to its road, and so much further from the place; anything else stays where it is. */
export function stepOff({ graph, settings }: OnGraph, at: EdgePoint, place: Position): EdgePoint {
  const { parameters } = settings;
  const road = findRoadBeside(graph, at, {
    taggedMeters: parameters.number('pavement_max', 'tagged'),
    untaggedMeters: parameters.number('pavement_max'),
  });
  return road ? { ...road, meters: metersBetween(road.point, place) } : at;
}

/** Whether a road that changed is still met by the same places. */
export function isMetAlike(one: Road, other: Road): boolean {
  const others = kindOf(other);
  return kindOf(one).every((is, i) => is === others[i]);
}

function kindOf(road: Road): boolean[] {
  return [
    isWalkable(road),
    road.motor,
    road.isPavement === true,
    road.isOffGround === true,
    road.alleyLevel > 0,
    road.streetId === null && road.alleyId === null,
  ];
}
