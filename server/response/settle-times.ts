// The router's times where its map knows the way as it is; the road graph's where people know more.

import type { PlannedStop } from '../planner/door-plan.ts';
import type { DriveSources, DriveTimes, Station } from './drive-times.ts';

export type SettledTimes = {
  seconds: (number | null)[];
  /** The stops whose seconds are the road graph's. */
  settled: ReadonlySet<number>;
};

/** One entry per station. */
export async function settleTimes(
  { roadGraph, minute }: DriveSources,
  vehicleClass: string,
  { stations, stops, times }: { stations: Station[]; stops: PlannedStop[]; times: DriveTimes[] },
): Promise<SettledTimes[]> {
  const rows = await roadGraph.call('settle', {
    vehicleClass,
    minute,
    stationIds: stations.map(({ id }) => id),
    stops: stops.map(({ at }) => at),
  });
  return times.map(({ seconds, router }, row) => {
    const settled = new Set<number>();
    const decided = seconds.map((routed, stop) => {
      const known = rows[row]?.[stop];
      if (known === undefined || router !== 'osrm') return routed;
      settled.add(stop);
      return known;
    });
    return { seconds: decided, settled };
  });
}
