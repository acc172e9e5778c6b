import type { Step, UnitResponse } from '../../server/response/schema.ts';
import { standOf, withoutGoal } from '../choices/unit-task.ts';
import { isLedOtherwise } from '../closures/way-change.ts';

/**
 * The turns of a unit's way: those `told` with landmarks, asked for by themselves, only while they are of the way that
 * the sheet draws; else its own, without landmarks. Turns of another way would lead the crew astray.
 */
export function turnsShown(
  unit: UnitResponse,
  told: UnitResponse | null,
): { steps: Step[]; hasLandmarks: boolean } {
  const ofThisWay = told?.unitId === unit.unitId && !isLedOtherwise(told, unit);
  const turns = ofThisWay ? told.drive?.steps : undefined;
  const steps = turns && standOf(unit) ? withoutGoal(turns) : turns;
  return { steps: steps ?? unit.drive?.steps ?? [], hasLandmarks: steps !== undefined };
}
