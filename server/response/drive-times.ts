// Seconds from stations to stops: the router first, the road graph where it is away.

import type { Position } from '../../geo/position.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { PlannedStop } from '../road-graph/plan.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';

export type Station = { id: number; position: Position };

export type DriveTimes = {
  router: 'osrm' | 'graph';
  /** One row per station, one column per stop; null where there is no way. */
  seconds: (number | null)[][];
};

export type DriveSources = { routers: Routers; roadGraph: RoadGraphClient; snapMaxMeters: number };

/** Stops that the router takes for another road than meant count as not reachable by it. */
export async function timeDrives(
  { routers, roadGraph, snapMaxMeters }: DriveSources,
  vehicleClass: string,
  stations: Station[],
  stops: PlannedStop[],
): Promise<DriveTimes> {
  if (stations.length === 0 || stops.length === 0)
    return { router: 'osrm', seconds: stations.map(() => []) };
  const table = await routers.table(vehicleClass, {
    sources: stations.map(({ position }) => position),
    destinations: stops.map(({ point }) => point),
  });
  if (table.kind === 'table')
    return {
      router: 'osrm',
      seconds: table.durations.map((row) =>
        row.map((seconds, stop) =>
          table.destinationSnapMeters[stop]! <= snapMaxMeters ? seconds : null,
        ),
      ),
    };
  const seconds = await roadGraph.call('driveSeconds', {
    vehicleClass,
    stationIds: stations.map(({ id }) => id),
    stops: stops.map(({ at }) => at),
  });
  return { router: 'graph', seconds };
}
