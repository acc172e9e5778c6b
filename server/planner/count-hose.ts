// How much hose a stop takes of what its unit carries, and who brings what it lacks. Pure.

import { lengthsAlong } from '../hydraulics/hose-line.ts';
import type { PlannedStop } from './door-plan.ts';
import type { Parameters, VehicleClass } from './settings.ts';
import { countHoseLengths, type Clocks } from './times.ts';

export type HoseCount = {
  /** From the stop to the door, with a spare. */
  lengths: number;
  /** On to the water, where the tank cannot fill the hose to the door; else 0. */
  supplyLengths: number;
  carriedLengths: number;
  /** Of both. */
  missingLengths: number;
};

export function countHose(
  { stop, clocks }: { stop: Pick<PlannedStop, 'hoseMeters' | 'supply'>; clocks: Clocks },
  vehicle: VehicleClass,
  floors: number | null,
  parameters: Parameters,
): HoseCount {
  const carriedLengths = countCarried(vehicle, parameters);
  // A ladder or rescue truck lays no hose: its crew walks.
  if (!vehicle.sustainedFlow && vehicle.tankLiters === 0)
    return { lengths: 0, supplyLengths: 0, carriedLengths, missingLengths: 0 };
  const lengths = countHoseLengths(stop.hoseMeters, floors, parameters);
  const isFed = clocks.supply === 'water-point' && stop.supply !== null;
  const supplyLengths = isFed ? lengthsAlong(stop.supply!.meters, parameters) : 0;
  // First attack works from its own reel: what counts is whether it reaches.
  const isEnough = !vehicle.sustainedFlow && stop.hoseMeters <= vehicle.hoseMeters;
  const missingLengths = isEnough ? 0 : Math.max(0, lengths + supplyLengths - carriedLengths);
  return { lengths, supplyLengths, carriedLengths, missingLengths };
}

export function countCarried({ hoseMeters }: VehicleClass, parameters: Parameters): number {
  return Math.floor(hoseMeters / parameters.number('hose_length'));
}

type Coming = { unitId: string; callSign: string; vehicle: VehicleClass };

export type SpareHose = { unitId: string; callSign: string; lengths: number };

/** The soonest others that together carry what is missing, each with what it brings of that; none where all of them do not. `others` are soonest first. */
export function findSpareHose(
  missingLengths: number,
  others: Coming[],
  parameters: Parameters,
): SpareHose[] {
  let missing = missingLengths;
  const brought: SpareHose[] = [];
  for (const { unitId, callSign, vehicle } of others) {
    if (missing <= 0) break;
    if (!vehicle.sustainedFlow) continue;
    const lengths = Math.min(missing, countCarried(vehicle, parameters));
    if (lengths > 0) brought.push({ unitId, callSign, lengths });
    missing -= lengths;
  }
  return missing > 0 ? [] : brought;
}
