// Water that is driven, where no hose reaches any. Pure; an estimate.

import { emptySeconds, fillSeconds } from '../hydraulics/fill-tank.ts';
import { shuttleLitersPerSecond } from '../hydraulics/hose-line.ts';
import type { Need } from '../hydraulics/need.ts';
import { runsDry, spreadVolume } from '../hydraulics/supply.ts';
import type { ShuttleWay } from '../planner/find-shuttle.ts';
import type { WaterPoint } from '../planner/find-water.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { ShuttlePlan } from './water-schema.ts';

/** A unit that comes, with its class. */
export type Tanker = { unitId: string; callSign: string; vehicle: VehicleClass };

/**
 * Classes of the others that come, the largest tank first; the unit's own where none of them has one, none where that
 * has none either.
 */
export function listTankerClasses(own: VehicleClass, others: Tanker[]): VehicleClass[] {
  const byCode = new Map(
    others
      .map(({ vehicle }) => vehicle)
      .filter(({ sustainedFlow, tankLiters }) => sustainedFlow && tankLiters > 0)
      .map((vehicle) => [vehicle.code, vehicle]),
  );
  const classes = [...byCode.values()].toSorted((a, b) => b.tankLiters - a.tankLiters);
  if (classes.length > 0) return classes;
  return own.tankLiters > 0 ? [own] : [];
}

export function tankersOf({ code }: VehicleClass, others: Tanker[]): Tanker[] {
  return others.filter(({ vehicle }) => vehicle.code === code);
}

/**
 * Round trip = there + set-up + filling + back + emptying. A tank fills by what the hydrant gives,
 * or the vehicle's own pump draws, and empties through one line (tanker_transfer_flow). However many
 * drive, a tank gives no more than it holds, spread over the hours of the need.
 */
export function describeShuttle(
  { water, secondsThere, secondsBack, meters }: ShuttleWay,
  {
    vehicle,
    others,
    need,
    stopsOn,
  }: {
    vehicle: VehicleClass;
    others: Tanker[];
    need: Need | null;
    stopsOn: ShuttlePlan['stopsOn'];
  },
  parameters: Parameters,
): ShuttlePlan {
  const filling = fillSeconds(water, vehicle, parameters);
  const emptying = emptySeconds(vehicle, parameters);
  const driveSeconds = secondsThere + secondsBack;
  const holds = describeHeld(water, need, parameters);
  const flowOf = (count: number): number => {
    const carried = shuttleLitersPerSecond({
      tankers: count,
      tankLiters: vehicle.tankLiters,
      driveSeconds,
      fillSeconds: filling,
      emptySeconds: emptying,
    });
    return Math.min(carried, holds?.litersPerSecond ?? Infinity);
  };
  const roundTripSeconds = driveSeconds + filling + emptying;
  const tankersForNeed = need && countFor(need.litersPerSecond, flowOf);
  // More than fill one after another only wait for each other.
  const useful = tankersForNeed ?? Math.ceil(roundTripSeconds / filling);
  const free = tankersOf(vehicle, others);
  const tankers = free.slice(0, useful).map(({ unitId, callSign }) => ({ unitId, callSign }));
  return {
    waterId: water.id,
    kind: water.kind,
    name: water.name,
    lon: water.position[0],
    lat: water.position[1],
    meters,
    vehicleClass: vehicle.code,
    tankLiters: vehicle.tankLiters,
    roundTripSeconds,
    fillSeconds: filling,
    emptySeconds: emptying,
    stopsOn,
    tankers,
    spareTankers: free.length - tankers.length,
    litersPerSecond: flowOf(tankers.length),
    tankersForNeed,
    holds,
  };
}

/** null where it lasts: water flows in, or it holds enough for the whole need. */
function describeHeld(
  water: WaterPoint,
  need: Need | null,
  parameters: Parameters,
): ShuttlePlan['holds'] {
  if (!runsDry(water)) return null;
  const hours = need?.hours ?? parameters.number('need_hours');
  const volumeM3 = water.volumeM3 ?? 0;
  const litersPerSecond = spreadVolume(volumeM3, hours);
  return need && litersPerSecond >= need.litersPerSecond
    ? null
    : { volumeM3, hours, litersPerSecond };
}

/** Beyond so many, tankers queue in any street. */
const mostTankers = 50;

function countFor(litersPerSecond: number, flowOf: (count: number) => number): number | null {
  for (let count = 1; count <= mostTankers; count++)
    if (flowOf(count) >= litersPerSecond) return count;
  return null;
}
