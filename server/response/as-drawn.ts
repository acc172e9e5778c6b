// A unit's choice after its way was looked at. Pure.

import { clockStop } from '../planner/choose-stop.ts';
import type { Parameters } from '../planner/settings.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { Drawn } from './draw-drives.ts';
import { noteNoWay } from './notes.ts';

export function asDrawn(asked: UnitChoice, drawn: Drawn, parameters: Parameters): UnitChoice {
  // No way but across what is impassable.
  if (drawn.kind === 'closed')
    return { ...asked, choice: null, others: [], why: noteNoWay(asked.unit) };
  if (drawn.kind === 'unchecked') return { ...asked, isUnchecked: true };
  const { choice, vehicle } = asked;
  if (drawn.kind !== 'drive' || !choice || drawn.drive.router === asked.router) return asked;
  // Whoever timed the drive did so by another way, which it must not take: what was drawn is what counts.
  const { router, seconds } = drawn.drive;
  const clocks = clockStop(choice.stop, seconds, vehicle, parameters);
  return {
    ...asked,
    router,
    isUnchecked: false,
    choice: { ...choice, driveSeconds: seconds, clocks },
  };
}
