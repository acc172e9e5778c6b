// What vehicles of others bring. Pure.

import type { Offer, OfferRefusal } from './fill-set.ts';
import { refuseTruckStand, type LadderStand } from './ladder-stand.ts';
import type { OfferScene } from './offers.ts';
import type { MobilisedRow } from './queries.ts';
import type { Capability } from './requirements.ts';

export type TimedMobilised = {
  row: MobilisedRow;
  /** From the call until it is of use at the door. */
  seconds: number | null;
  why: OfferRefusal | null;
  stand: LadderStand;
  /** What its time rests on; null where it has none. */
  timedBy: TimedBy | null;
};

export type TimedBy = {
  router: 'osrm' | 'graph' | 'straight-line';
  /** The class whose stop it is timed to; null: straight to the door, because no unit has a stop. */
  stopOf: string | null;
  /** Whether that is its own class. */
  isOwnClass: boolean;
  /** The road graph was not asked, or did not say in time, whether what people know of the roads changes it. */
  isUnchecked: boolean;
  /** A ladder truck, and nobody looked for ground for its jacks. */
  isGroundUnknown: boolean;
};

export function capabilityOf(kind: MobilisedRow['kind']): Capability {
  return kind === 'tanker' ? 'water_l' : kind;
}

export function offersOfMobilised(
  timed: TimedMobilised[],
  scene: Pick<OfferScene, 'eavesMeters' | 'parameters'>,
): Offer[] {
  return timed.map(({ row, seconds, why, stand }): Offer => {
    const ladder = row.kind === 'ladder' ? { meters: row.ladder_m ?? 0, stand } : null;
    const refusal = (ladder && refuseLadder(ladder, scene)) ?? why;
    const isOnlyShort =
      refusal?.code === 'ladder-too-short' &&
      why === null &&
      refuseTruckStand(stand, scene.parameters) === null;
    return {
      vehicleId: row.vehicle_id,
      capability: capabilityOf(row.kind),
      amount: row.kind === 'tanker' ? (row.tank_l ?? 0) : 1,
      seconds: refusal ? null : seconds,
      why: refusal,
      ...(isOnlyShort && seconds !== null && { secondsAnyway: seconds }),
    };
  });
}

function refuseLadder(
  { meters, stand }: { meters: number; stand: LadderStand },
  { eavesMeters: neededMeters, parameters }: Pick<OfferScene, 'eavesMeters' | 'parameters'>,
): OfferRefusal | null {
  if (meters < neededMeters) return { code: 'ladder-too-short', meters, neededMeters };
  return refuseTruckStand(stand, parameters);
}
