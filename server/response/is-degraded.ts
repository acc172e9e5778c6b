import type { UnitChoice } from './describe-unit.ts';
import { isAtItsBest } from './drive-times.ts';
import type { UnitResponse } from './schema.ts';

/** Not where the road graph decides because it knows more than the router. */
export function isDegraded(choices: UnitChoice[], answered: UnitResponse[]): boolean {
  const others = choices.filter(({ isSettled }) => !isSettled);
  const ids = new Set(others.map(({ unit }) => unit.unit_id));
  return (
    others.some(({ router, isUnchecked }) => !isAtItsBest(router) || isUnchecked) ||
    answered.some(({ notes }) => notes.some(({ code }) => code === 'way-not-checked')) ||
    answered.some(
      ({ unitId, drive }) =>
        ids.has(unitId) && drive && drive.router !== 'osrm' && !drive.isBeforehand,
    )
  );
}
