// Whether a ladder is of use from where its vehicle stops. Pure.

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
