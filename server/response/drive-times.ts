// Seconds from stations to stops: the router first, the road graph where it is away or knows no way,
// then what was prepared for when both are away.

import type pg from 'pg';
import type { Logger } from 'pino';
import type { Position } from '../../geo/position.ts';
import type { DriveTables } from '../drive-table/drive-tables.ts';
import type { Table, TableEnd, TableRequest } from '../osrm-client/client.ts';
import type { Routers } from '../osrm-client/routers.ts';
import { routedTo, type PlannedStop } from '../planner/door-plan.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { RoadGraphClient } from '../road-graph/road-graph.ts';
import { tooLate, within } from '../within.ts';
import type { Deadline } from './deadline.ts';
import { timeWithoutRoads } from './fallback/without-roads.ts';
import type { Note, UnitResponse } from './schema.ts';

/** A station, and where its vehicles of the class in question enter the road. */
export type Station = {
  id: number;
  start: Position;
  /** That road is closed, or to be avoided, further on: how to drive along it only the road graph knows. */
  isClosedFurtherOn?: boolean;
};

/** station-tree: the road graph, beforehand. */
export type RouterName = NonNullable<UnitResponse['drive']>['router'] | 'station-tree';

/** Neither the prepared table nor a straight line knows what is closed. */
export function knowsClosures(router: RouterName): boolean {
  return isAtItsBest(router) || router === 'graph';
}

/** Nobody stands in for a router that is away: further stations are timed by their trees on any day. */
export function isAtItsBest(router: RouterName): boolean {
  return router === 'osrm' || router === 'station-tree';
}

/** A drive of which only the time is known. */
export function undrawnDrive(
  router: RouterName,
  seconds: number,
): NonNullable<UnitResponse['drive']> {
  const drive = { seconds, meters: null, geometry: null, steps: [] };
  return router === 'station-tree'
    ? { router: 'graph', isBeforehand: true, ...drive }
    : { router, ...drive };
}

/** One station's seconds to each stop; null where there is no way, and then perhaps why. */
export type DriveTimes = { router: RouterName; seconds: (number | null)[]; why: Note | null };

export type DriveSources = {
  routers: Routers;
  roadGraph: RoadGraphClient;
  driveTables: DriveTables;
  database: pg.Pool;
  parameters: Parameters;
  /** Minute of the day in the city's own time. */
  minute: number | null;
  /** The class whose routing data another one drives by. */
  profileOf: (vehicleClass: string) => string;
  deadline: Deadline;
  log: Logger;
};

/** The router has a deadline of its own; this one holds when little is left of the whole. */
const routerMillis = 500;
const graphMillis = 300;

/** One entry per station; `door` is where they go in the end. */
export async function timeDrives(
  sources: DriveSources,
  vehicle: VehicleClass,
  { stations, stops, door }: { stations: Station[]; stops: PlannedStop[]; door: Position },
): Promise<DriveTimes[]> {
  if (stations.length === 0 || stops.length === 0)
    return stations.map(() => ({ router: 'osrm', seconds: [], why: null }));
  // A point of our graph that the router takes for a road further away is not on its map.
  const snapMaxMeters = sources.parameters.number('stop_snap_max');
  const endAt = (position: Position): TableEnd => ({ position, snapMaxMeters });
  const table = await askRouter(sources, vehicle.code, {
    sources: stations.map(({ start }) => endAt(start)),
    destinations: stops.map((stop) => endAt(routedTo(stop).point)),
  });
  const rows = table?.durations ?? stations.map(() => stops.map(() => null));
  // Every stop was found reachable on the graph. A router that reaches none of them from a station
  // is away, or still has the map from before an import.
  // Along a road that is closed, or to be avoided, further on it may not know one: the road graph settles those.
  const routable = [...stops.keys()].filter((stop) => !stops[stop]!.isClosedFurtherOn);
  const reachesNone = (row: number) =>
    routable.length > 0 && routable.every((stop) => rows[row]![stop] === null);
  const missing = stations.filter(
    ({ isClosedFurtherOn }, row) => !table || (!isClosedFurtherOn && reachesNone(row)),
  );
  const others = await timeOnGraph(sources, vehicle, { stations: missing, stops, door });
  return stations.map((station, row) => {
    const index = missing.indexOf(station);
    if (index < 0) return { router: 'osrm', seconds: rows[row]!, why: null };
    return others[index]!;
  });
}

/** null when the router is away. */
export async function askRouter(
  { routers, deadline, profileOf }: DriveSources,
  vehicleClass: string,
  request: TableRequest,
): Promise<Table | null> {
  const asked = routers.table(profileOf(vehicleClass), request);
  const table = await within(asked, deadline.left(routerMillis));
  return table !== tooLate && table.kind === 'table' ? table : null;
}

async function timeOnGraph(
  sources: DriveSources,
  vehicle: VehicleClass,
  { stations, stops, door }: { stations: Station[]; stops: PlannedStop[]; door: Position },
): Promise<DriveTimes[]> {
  if (stations.length === 0) return [];
  const stationIds = stations.map(({ id }) => id);
  const answer = await sources.roadGraph.ask(
    'driveSeconds',
    {
      vehicleClass: vehicle.code,
      minute: sources.minute,
      stationIds,
      stops: stops.map(routedTo),
    },
    sources.deadline.left(graphMillis),
  );
  if (answer.kind === 'answer')
    return answer.output.map((seconds) => ({ router: 'graph', seconds, why: null }));
  const points = stops.map((stop) => routedTo(stop).point);
  return timeWithoutRoads(sources, vehicle, { stations, stops: points, door });
}
