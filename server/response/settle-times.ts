// The router's times where its map knows the way as it is; the road graph's where people know more.

import type { Position } from '../../geo/position.ts';
import { routedTo, type PlannedStop } from '../planner/door-plan.ts';
import { isAtItsBest, type DriveSources, type DriveTimes, type Station } from './drive-times.ts';

export type SettledTimes = {
  seconds: (number | null)[];
  /** The stops whose seconds are the road graph's. */
  settled: ReadonlySet<number>;
  /** The road graph did not say in time. */
  isUnchecked: boolean;
};

const settleMillis = 400;

export function keepTimes({ seconds }: DriveTimes): SettledTimes {
  return { seconds, settled: new Set(), isUnchecked: false };
}

type Asked = {
  stations: Pick<Station, 'id'>[];
  /** Starts that nobody has placed on the graph, after the stations. */
  places?: Position[];
  stops: PlannedStop[];
  times: DriveTimes[];
};

/** One entry per start. */
export async function settleTimes(
  { roadGraph, minute, deadline }: Pick<DriveSources, 'roadGraph' | 'minute' | 'deadline'>,
  vehicleClass: string,
  { stations, places = [], stops, times }: Asked,
): Promise<SettledTimes[]> {
  const answer = await roadGraph.ask(
    'settle',
    {
      vehicleClass,
      minute,
      stationIds: stations.map(({ id }) => id),
      timedIds: stations.flatMap(({ id }, row) =>
        times[row]!.router === 'station-tree' ? [id] : [],
      ),
      places,
      stops: stops.map(routedTo),
    },
    deadline.left(settleMillis),
  );
  // The router's times are better than none; its ways are still checked before they are drawn.
  if (answer.kind === 'away')
    return times.map((each) => ({ ...keepTimes(each), isUnchecked: each.router === 'osrm' }));
  return times.map(({ seconds, router }, row) => {
    const settled = new Set<number>();
    const decided = seconds.map((routed, stop) => {
      const known = answer.output[row]?.[stop];
      if (known === undefined || !isAtItsBest(router)) return routed;
      settled.add(stop);
      return router === 'osrm' ? known : routed;
    });
    return { seconds: decided, settled, isUnchecked: false };
  });
}
