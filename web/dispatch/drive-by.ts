import type { UnitResponse } from '../../server/response/schema.ts';

type Drive = NonNullable<UnitResponse['drive']>;

/** Who timed it, where it matters whether one stands in for another that is away. */
export function driveBy({ router, isBeforehand }: Drive): Drive['router'] | 'beforehand' {
  return isBeforehand ? 'beforehand' : router;
}

/** Whoever timed the drive knows the roads: its way is no guess. */
export function isByRoad({ router }: Drive): boolean {
  return router !== 'table' && router !== 'straight-line';
}
