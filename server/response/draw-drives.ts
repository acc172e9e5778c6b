import type { Position } from '../../geo/position.ts';
import { toLineString } from '../../geo/position.ts';
import type { PlannedStop } from '../planner/door-plan.ts';
import type { DriveSources, Station } from './drive-times.ts';
import { writeGraphSteps } from './graph-steps.ts';
import type { UnitResponse } from './schema.ts';

export type Drive = NonNullable<UnitResponse['drive']>;

export type DriveRequest = {
  vehicleClass: string;
  station: Station;
  stop: PlannedStop;
  /** Which one knew the time, and so knows the way. */
  router: Drive['router'];
};

/** The way itself: the router's, or the road graph's where the router is away; null where there is none. */
export async function drawDrive(
  { routers, roadGraph }: DriveSources,
  { vehicleClass, station, stop, router }: DriveRequest,
): Promise<Drive | null> {
  const route =
    router === 'osrm'
      ? await routers.route(vehicleClass, { from: station.start, to: stop.point })
      : null;
  if (route?.kind === 'route')
    return {
      router: 'osrm',
      seconds: route.seconds,
      meters: route.meters,
      geometry: route.geometry,
      steps: route.steps,
    };
  const [drive] = await roadGraph.call('drives', [
    { vehicleClass, stationId: station.id, to: stop.at },
  ]);
  if (!drive) return null;
  return {
    router: 'graph',
    seconds: drive.seconds,
    meters: drive.meters,
    geometry: toLineString(twoAtLeast(drive.line)),
    steps: writeGraphSteps(drive.stretches, stop.point),
  };
}

/** A line of one position, as at a station's own door, is no GeoJSON line. */
export function twoAtLeast(line: Position[]): Position[] {
  return line.length === 1 ? [line[0]!, line[0]!] : line;
}
