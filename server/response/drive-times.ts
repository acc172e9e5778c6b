// Seconds from stations to stops: the router first, the road graph where it is away or knows no way.

import type { Position } from '../../geo/position.ts';
import type { Table } from '../osrm-client/client.ts';
import type { Routers } from '../osrm-client/routers.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';

/** A station, and where its vehicles of the class in question enter the road. */
export type Station = { id: number; start: Position };

/** One station's seconds to each stop; null where there is no way. */
export type DriveTimes = { router: 'osrm' | 'graph'; seconds: (number | null)[] };

export type DriveSources = {
  routers: Routers;
  roadGraph: RoadGraphClient;
  /** A point of our graph that the router takes for a road further away is not on its map. */
  snapMaxMeters: number;
  /** Minute of the day in the city's own time. */
  minute: number | null;
  /** The class whose routing data another one drives by. */
  profileOf: (vehicleClass: string) => string;
};

/** One entry per station. */
export async function timeDrives(
  sources: DriveSources,
  vehicleClass: string,
  stations: Station[],
  stops: PlannedStop[],
): Promise<DriveTimes[]> {
  if (stations.length === 0 || stops.length === 0)
    return stations.map(() => ({ router: 'osrm', seconds: [] }));
  const table = await sources.routers.table(sources.profileOf(vehicleClass), {
    sources: stations.map(({ start }) => start),
    destinations: stops.map(({ point }) => point),
  });
  const rows =
    table.kind === 'table'
      ? readTable(table, sources.snapMaxMeters)
      : stations.map(() => stops.map(() => null));
  // Every stop was found reachable on the graph. A router that reaches none of them from a station
  // is away, or still has the map from before an import.
  const missing = stations.filter((_, row) => rows[row]!.every((seconds) => seconds === null));
  const fromGraph =
    missing.length === 0
      ? []
      : await sources.roadGraph.call('driveSeconds', {
          vehicleClass,
          minute: sources.minute,
          stationIds: missing.map(({ id }) => id),
          stops: stops.map(({ at }) => at),
        });
  return stations.map((station, row) => {
    const index = missing.indexOf(station);
    if (index < 0) return { router: 'osrm', seconds: rows[row]! };
    return { router: 'graph', seconds: fromGraph[index]! };
  });
}

function readTable(table: Table, snapMaxMeters: number): (number | null)[][] {
  return table.durations.map((row, station) =>
    row.map((seconds, stop) => {
      const isOnMap =
        table.sourceSnapMeters[station]! <= snapMaxMeters &&
        table.destinationSnapMeters[stop]! <= snapMaxMeters;
      return isOnMap ? seconds : null;
    }),
  );
}
