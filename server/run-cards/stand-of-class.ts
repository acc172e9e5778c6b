// Where a vehicle of others would stop: where the planner lets an own unit of its class stop, else one of the
// class that is nearest to it in size, else at the door. Pure.

import type { Position } from '../../geo/position.ts';
import { routedTo, type PlannedStop } from '../planner/door-plan.ts';
import type { VehicleClass } from '../planner/settings.ts';
import { standForOthers, unplannedForOthers, type StandOfOthers } from './ladder-stand.ts';

export type Stand = StandOfOthers & {
  /** Where a router brings it. */
  to: Position;
  /** null: nobody planned it on the road graph. */
  stop: PlannedStop | null;
  /** The class whose stop that is; null: the door. */
  stopOf: string | null;
  isOwnClass: boolean;
  walkingSeconds: number;
};

/** Where an own unit stops. */
export type OwnStop = {
  unitId: string;
  vehicleClass: string;
  point: Position;
  /** null: nobody planned it on the road graph. */
  stop: PlannedStop | null;
  walkingSeconds: number;
};

/** `own` in the order of the ranking. */
type Scene = { own: OwnStop[]; classes: VehicleClass[]; door: Position };

export function findStand(vehicle: VehicleClass, { own, classes, door }: Scene): Stand {
  const planned = own.flatMap((stop) => {
    const other = classes.find(({ code }) => code === stop.vehicleClass);
    return other ? [{ stop, of: other, difference: compareSize(other, vehicle) }] : [];
  });
  // The first of the ranking among those that are equally near in size.
  const nearest = planned.toSorted((a, b) => a.difference - b.difference)[0];
  if (!nearest)
    return {
      to: door,
      stop: null,
      stopOf: null,
      isOwnClass: false,
      ...unplannedForOthers,
      walkingSeconds: 0,
    };
  const { point, walkingSeconds } = nearest.stop;
  const stop = nearest.stop.stop && withTheTraffic(nearest.stop.stop);
  return {
    to: stop ? routedTo(stop).point : point,
    stop,
    stopOf: nearest.of.code,
    isOwnClass: nearest.of === vehicle,
    ...(stop ? standForOthers(stop, { stopOf: nearest.of, vehicle, classes }) : unplannedForOthers),
    walkingSeconds,
  };
}

/** Against it only our own are sent. */
function withTheTraffic(stop: PlannedStop): PlannedStop {
  const others = { ...stop };
  delete others.contraflow;
  return others;
}

/** 0 for the own class. A larger one is nearer than a smaller one: where it stands this one stands too. */
function compareSize(other: VehicleClass, vehicle: VehicleClass): number {
  if (other.code === vehicle.code) return 0;
  const wider = other.widthMeters - vehicle.widthMeters;
  const longer = other.lengthMeters - vehicle.lengthMeters;
  const difference =
    Math.abs(wider) / vehicle.widthMeters + Math.abs(longer) / vehicle.lengthMeters;
  return wider >= 0 ? 1 + difference : smallerIsFarther + difference;
}

/** More than any two classes differ by. */
const smallerIsFarther = 1_000;
