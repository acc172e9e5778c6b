// Where tankers fetch water when no hose reaches any: of the usable sources that last, the one that is nearest by road.

import { driveSeconds, findDrive, type Driver } from '../../geo/graph/drive.ts';
import type { EdgePoint } from '../../geo/graph/locate.ts';
import { isMeasuredDry } from '../../geo/measured-dry.ts';
import { isFlowKnown, runsDry } from '../hydraulics/supply.ts';
import { classAt, type CityGraph } from './city-graph.ts';
import type { WaterPoint } from './find-water.ts';

export type ShuttleRequest = {
  vehicleClass: string;
  stop: EdgePoint;
  /** What the whole need takes; 0: not known. A tank that holds less is taken only where nothing else gives water. */
  neededM3: number;
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
  { vehicleClass, stop, neededM3, minute }: ShuttleRequest,
): ShuttleWay | null {
  const onGraph = classAt(city, vehicleClass, minute);
  if (!onGraph) return null;
  const { graph, search, settings } = city;
  const driver = { vehicle: onGraph.vehicle, access: onGraph.reach.stated.access };
  const waters = city.waters.filter(
    (water) => givesWater(water) && water.reachedBy.includes(vehicleClass),
  );
  const lasting = waters.filter((water) => !runsDry(water) || water.volumeM3! >= neededM3);
  const reach = settings.parameters.number('shuttle_reach');
  const findIn = (among: WaterPoint[]) =>
    findByShares(city, driver, { waters: among, stop, reach });
  const nearest = findIn(lasting) ?? (lasting.length < waters.length ? findIn(waters) : null);
  if (!nearest) return null;
  const { water, seconds } = nearest;
  const there = findDrive(graph, search, driver, { start: stop, to: water.access });
  return {
    water,
    secondsThere: there?.seconds ?? seconds,
    secondsBack: seconds,
    meters: there?.meters ?? 0,
  };
}

function findByShares(
  city: CityGraph,
  driver: Driver,
  { reach, ...asked }: { waters: WaterPoint[]; stop: EdgePoint; reach: number },
): Nearest | null {
  if (asked.waters.length === 0) return null;
  for (const share of limitShares) {
    const nearest = findNearest(city, driver, { ...asked, limitSeconds: share * reach });
    if (nearest) return nearest;
  }
  return null;
}

/** A known flow, a known volume, or open water. */
function givesWater(water: WaterPoint): boolean {
  return water.status === 'usable' && isFlowKnown(water) && !isMeasuredDry(water);
}

type Nearest = { water: WaterPoint; seconds: number };

function findNearest(
  { graph, search }: CityGraph,
  driver: Driver,
  { waters, stop, limitSeconds }: { waters: WaterPoint[]; stop: EdgePoint; limitSeconds: number },
): Nearest | null {
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
