// What vehicles of others bring. Pure.

import type { Offer, OfferRefusal } from './fill-set.ts';
import type { MobilisedRow } from './queries.ts';
import type { Capability } from './requirements.ts';

export type TimedMobilised = {
  row: MobilisedRow;
  /** From the call until it is of use at the door. */
  seconds: number | null;
  why: OfferRefusal | null;
  /** From where it stops to the door; null where nobody has planned that. */
  standMeters: number | null;
  /** What its time rests on; null where it has none. */
  timedBy: TimedBy | null;
};

export type TimedBy = {
  router: 'osrm' | 'graph' | 'straight-line';
  /** The class whose stop it is timed to; null: straight to the door, because no unit has a stop. */
  stopOf: string | null;
  /** Whether that is its own class. */
  isOwnClass: boolean;
  /** The road graph did not say in time whether what people know of the roads changes it. */
  isUnchecked: boolean;
};

export function capabilityOf(kind: MobilisedRow['kind']): Capability {
  return kind === 'tanker' ? 'water_l' : kind;
}

export function offersOfMobilised(
  timed: TimedMobilised[],
  { eavesMeters: neededMeters, maxStandMeters }: { eavesMeters: number; maxStandMeters: number },
): Offer[] {
  return timed.map(({ row, seconds, why, standMeters }): Offer => {
    const meters = row.ladder_m ?? 0;
    const refusal: OfferRefusal | null =
      row.kind === 'ladder' && meters < neededMeters
        ? { code: 'ladder-too-short', meters, neededMeters }
        : row.kind === 'ladder' && standMeters !== null && standMeters > maxStandMeters
          ? { code: 'ladder-too-far', meters: Math.round(standMeters), maxMeters: maxStandMeters }
          : why;
    return {
      vehicleId: row.vehicle_id,
      capability: capabilityOf(row.kind),
      amount: row.kind === 'tanker' ? (row.tank_l ?? 0) : 1,
      seconds: refusal ? null : seconds,
      why: refusal,
    };
  });
}
