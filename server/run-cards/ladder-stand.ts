// Whether a ladder is of use from where its vehicle stops. Pure.

import type { PlannedStop } from '../planner/door-plan.ts';
import type { RoomToStand } from '../planner/room-to-stand.ts';
import type { Parameters, VehicleClass } from '../planner/settings.ts';
import type { OfferRefusal } from './fill-set.ts';

export type LadderStand = {
  /** To the door; null: nobody has planned that, as room and width. */
  hoseMeters: number | null;
  room: Pick<RoomToStand, 'blocksRoad' | 'neededWidthMeters'> | null;
  roadWidthMeters: number | null;
};

export const unplannedStand: LadderStand = {
  hoseMeters: null,
  room: null,
  roadWidthMeters: null,
};

/** null where it is, as far as anybody knows. Hand ladders are carried to the door. */
export function refuseStand(
  { jackWidthMeters }: Pick<VehicleClass, 'jackWidthMeters'>,
  stand: LadderStand,
  parameters: Parameters,
): OfferRefusal | null {
  return jackWidthMeters === null ? null : refuseTruckStand(stand, parameters);
}

/** Of a ladder truck, whatever the class as which it drives: it works from where it stands. */
export function refuseTruckStand(
  { hoseMeters, room, roadWidthMeters }: LadderStand,
  parameters: Parameters,
): OfferRefusal | null {
  const maxMeters = parameters.number('ladder_stand_max');
  if (hoseMeters !== null && hoseMeters > maxMeters)
    return { code: 'ladder-too-far', meters: Math.round(hoseMeters), maxMeters };
  if (!room?.blocksRoad) return null;
  const { neededWidthMeters } = room;
  return { code: 'no-room-for-jacks', neededWidthMeters, widthMeters: roadWidthMeters };
}

/** What the stop of one class says of a ladder truck that drives as another one, which nobody has planned. */
export type StandOfOthers = {
  ladder: LadderStand;
  /** Somebody looked for ground for jacks there. */
  isGroundKnown: boolean;
};

export const unplannedForOthers: StandOfOthers = { ladder: unplannedStand, isGroundKnown: false };

export function standForOthers(
  { hoseMeters, room, road }: PlannedStop,
  {
    stopOf,
    vehicle,
    classes,
  }: { stopOf: VehicleClass; vehicle: VehicleClass; classes: VehicleClass[] },
): StandOfOthers {
  const roadWidthMeters = road.widthMeters;
  // Where a wider one has to stop, this one may drive on.
  const isWider = stopOf.widthMeters > vehicle.widthMeters;
  const meters = isWider ? null : hoseMeters;
  // It stops before a road that only the smaller one fits, no nearer, and nobody knows on which ground.
  if (roadWidthMeters < vehicle.widthMeters + vehicle.widthMarginMeters - 1e-6)
    return { ladder: { ...unplannedStand, hoseMeters: meters }, isGroundKnown: false };
  const isOnJacks = stopOf.jackWidthMeters !== null;
  return {
    ladder: {
      hoseMeters: meters,
      room: isOnJacks ? room : roomForJacks(roadWidthMeters, classes),
      roadWidthMeters,
    },
    isGroundKnown: isOnJacks && !isWider,
  };
}

/** By the breadth of the road alone; null where no class says what jacks need. */
function roomForJacks(roadWidthMeters: number, classes: VehicleClass[]): LadderStand['room'] {
  const neededWidthMeters = classes.find(onJacks)?.jackWidthMeters ?? null;
  if (neededWidthMeters === null) return null;
  return { blocksRoad: roadWidthMeters < neededWidthMeters - 1e-6, neededWidthMeters };
}

export function onJacks({ jackWidthMeters }: VehicleClass): boolean {
  return jackWidthMeters !== null;
}
