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

/** null where it is, as far as anybody knows. One on jacks works from where it stands; hand ladders are carried to the door. */
export function refuseStand(
  { jackWidthMeters }: Pick<VehicleClass, 'jackWidthMeters'>,
  { hoseMeters, room, roadWidthMeters }: LadderStand,
  parameters: Parameters,
): OfferRefusal | null {
  if (jackWidthMeters === null) return null;
  const maxMeters = parameters.number('ladder_stand_max');
  if (hoseMeters !== null && hoseMeters > maxMeters)
    return { code: 'ladder-too-far', meters: Math.round(hoseMeters), maxMeters };
  if (!room?.blocksRoad) return null;
  const { neededWidthMeters } = room;
  return { code: 'no-room-for-jacks', neededWidthMeters, widthMeters: roadWidthMeters };
}
