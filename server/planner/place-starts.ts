// Where vehicles enter the road: at their stations; those on the road where they are. Their places are kept
// beside those of the stations, so that every search finds them there.

import { findNearestEdge } from '../../geo/graph/locate.ts';
import type { CityGraph, ClassOnGraph } from './city-graph.ts';
import type { StartPlace } from './door-plan.ts';

/** A place too far from any road of the class has no start. Others stay: another answer may be under way with them. */
export function placeStarts(
  { graph, settings }: Pick<CityGraph, 'graph' | 'settings'>,
  { network, stationStarts }: Pick<ClassOnGraph, 'network' | 'stationStarts'>,
  starts: StartPlace[],
): void {
  const maxMeters = settings.parameters.number('station_snap_max');
  for (const { id, position } of starts) {
    const start = findNearestEdge(graph, position, {
      maxMeters,
      accepts: (edge) => network[edge] === 1,
    });
    if (start) stationStarts.set(id, start);
    else stationStarts.delete(id);
  }
}
