import type { UnitResponse } from '../../server/response/schema.ts';

/** Whoever timed the drive knows the roads: its way is no guess. */
export function isByRoad({ router }: NonNullable<UnitResponse['drive']>): boolean {
  return router !== 'table' && router !== 'straight-line';
}
