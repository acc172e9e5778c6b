// Where vehicles enter the road: at their stations; those on the road where they are. Their places are kept
// beside those of the stations, so that every search finds them there.

import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import type { Position } from '../../geo/position.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { StartPlace } from './door-plan.ts';

/** A place too far from any road of the class has no start. Others stay: another answer may be under way with them. */
export function placeStarts(
  city: Pick<CityGraph, 'graph' | 'settings'>,
  { network, stationStarts }: Pick<ClassOnGraph, 'network' | 'stationStarts'>,
  starts: StartPlace[],
): void {
  for (const { id, position } of starts) {
    const start = placeStart(city, network, position);
    if (start) stationStarts.set(id, start);
    else stationStarts.delete(id);
  }
}

function placeStart(
  { graph, settings }: Pick<CityGraph, 'graph' | 'settings'>,
  network: ClassOnGraph['network'],
  position: Position,
): EdgePoint | null {
  return findNearestEdge(graph, position, {
    maxMeters: settings.parameters.number('station_snap_max'),
    accepts: (edge) => network[edge] === 1,
  });
}

export type StartsRequest = {
  /** And of units on the road that are placed already. */
  stationIds: number[];
  /** Further ones, of which only this request knows. */
  places?: Position[];
};

/** Those of the stations, then those of the places; null for what is too far from any road of the class. */
export function findStarts(
  city: Pick<CityGraph, 'graph' | 'settings'>,
  { network, stationStarts }: Pick<ClassOnGraph, 'network' | 'stationStarts'>,
  { stationIds, places = [] }: StartsRequest,
): (EdgePoint | null)[] {
  return [
    ...stationIds.map((id) => stationStarts.get(id) ?? null),
    ...places.map((place) => placeStart(city, network, place)),
  ];
}
