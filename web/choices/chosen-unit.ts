// The unit that the dispatcher sends against the computation: whom it replaces, and what that means for the set. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { Instead } from './choices-in-address.ts';

type Computed = Pick<ResponseResult, 'units' | 'set'>;

/** Whom a unit that is chosen now is to replace; null for one that is sent as it is: the first, or one of the set. */
export function replacedBy(
  unit: string,
  instead: Instead | undefined,
  computed: Computed | undefined,
): Instead | null {
  if (instead?.unit === unit) return instead;
  const first = computed?.units[0];
  if (!first || first.unitId === unit || isInSet(unit, computed)) return null;
  return { unit, of: first.unitId };
}

export type ChosenForSet = { unitId: string; insteadOf?: string };

/** What the set has to be made with, where that `unit` is sent by hand; null where it is as it is computed. */
export function chosenForSet(
  unit: string | undefined,
  instead: Instead | undefined,
  computed: Computed | undefined,
): ChosenForSet | null {
  if (unit === undefined || !computed?.set) return null;
  const isListed = computed.units.some(({ unitId }) => unitId === unit);
  // A link of before does not say whom it replaces: that is whom the screen names then.
  const known = instead ?? (isListed ? replacedBy(unit, undefined, computed) : null);
  if (isInSet(unit, computed) && !(known && isInSet(known.of, computed))) return null;
  if (known) return { unitId: unit, insteadOf: known.of };
  return isListed ? null : { unitId: unit };
}

export function isInSet(unit: string, { set }: Computed): boolean {
  return set?.vehicles.some(({ vehicleId }) => vehicleId === unit) ?? false;
}
