// The unit that the dispatcher sends against the computation: whom it replaces, and what that means for the set. Pure.

import type { ResponseResult } from '../../server/response/schema.ts';
import type { Instead } from './choices-in-address.ts';
import { firstOf } from './unit-task.ts';

type Computed = Pick<ResponseResult, 'units' | 'set'>;

/** Whom a unit that is sent first now is to replace; null for one that is first anyway, or one of the set: it leads. */
export function replacedBy(
  unit: string,
  instead: Instead | undefined,
  computed: ResponseResult | undefined,
): Instead | null {
  if (instead?.unit === unit) return instead;
  const first = firstOf(computed);
  if (!computed || !first || first.unitId === unit || isInSet(unit, computed)) return null;
  return { unit, of: first.unitId };
}

export type ChosenForSet = { unitId: string; insteadOf?: string };

type Sent = { first?: string; instead?: Instead };

/** What the set has to be made with; null where it is as it is computed. */
export function chosenForSet(
  { first: unitId, instead }: Sent,
  computed: Computed | undefined,
): ChosenForSet | null {
  if (unitId === undefined || !computed?.set) return null;
  if (isInSet(unitId, computed) && !(instead && isInSet(instead.of, computed))) return null;
  return instead ? { unitId, insteadOf: instead.of } : { unitId };
}

export function isInSet(unit: string, { set }: Computed): boolean {
  return set?.vehicles.some(({ vehicleId }) => vehicleId === unit) ?? false;
}
