// Where tankers fetch water when no hose reaches any: the usable source that is nearest by road.

import { driveSeconds, findDrive, type Driver } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import type { WaterPoint } from './find-water.ts';

export type ShuttleRequest = {
  vehicleClass: string;
  stop: EdgePoint;
  /** Of the day. */
  minute: number | null;
};

export type ShuttleWay = {
  water: WaterPoint;
  /** Empty to the water. */
  secondsThere: number;
  /** Full back to the stop. */
  secondsBack: number;
  /** To the water, by road. */
  meters: number;
};

/** Nearly always the first is enough; a whole city is searched only where water is really far. */
const limitShares = [0.15, 0.4, 1];

/** null: no source that gives anything and that the class can drive up to is within `shuttle_reach`. */
export function findShuttle(
  city: CityGraph,
  { vehicleClass, stop, minute }: ShuttleRequest,
): ShuttleWay | null {
  const onGraph = classAt(city, vehicleClass, minute);
  if (!onGraph) return null;
  const { graph, search, settings } = city;
  const driver = { vehicle: onGraph.vehicle, access: onGraph.reach.stated.access };
  const waters = city.waters.filter(
    (water) => givesWater(water) && water.reachedBy.includes(vehicleClass),
  );
  const reach = settings.parameters.number('shuttle_reach');
  for (const share of limitShares) {
    const nearest = findNearest(city, driver, { waters, stop, limitSeconds: share * reach });
    if (!nearest) continue;
    const { water, seconds } = nearest;
    const there = findDrive(graph, search, driver, { start: stop, to: water.access });
    return {
      water,
      secondsThere: there?.seconds ?? seconds,
      secondsBack: seconds,
      meters: there?.meters ?? 0,
    };
  }
  return null;
}

/** A known flow, a known volume, or open water. */
function givesWater({ status, kind, litersPerSecond, volumeM3 }: WaterPoint): boolean {
  if (status !== 'usable') return false;
  if (kind === 'hydrant') return litersPerSecond !== null && litersPerSecond > 0;
  return kind === 'tank' || kind === 'cistern' ? volumeM3 !== null && volumeM3 > 0 : true;
}

function findNearest(
  { graph, search }: CityGraph,
  driver: Driver,
  { waters, stop, limitSeconds }: { waters: WaterPoint[]; stop: EdgePoint; limitSeconds: number },
): { water: WaterPoint; seconds: number } | null {
  const times = driveSeconds(graph, search, driver, {
    starts: waters.map(({ access }) => access),
    to: stop,
    limits: waters.map(() => limitSeconds),
  });
  const found = waters.flatMap((water, index) => {
    const seconds = times[index];
    return typeof seconds === 'number' ? [{ water, seconds }] : [];
  });
  return found.toSorted((a, b) => a.seconds - b.seconds)[0] ?? null;
}
