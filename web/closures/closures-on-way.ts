// Which closures a crew must know of: those that its way crosses, and those in sight of it, which say why it
// leads elsewhere. Pure.

import { metersBetween } from '../../geo/distance.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { Closure } from '../../server/closures/schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import { closureLine } from '../map/closure-signs.ts';
import type { ClosedLines } from '../map/tool-marks.ts';
import { closedLines } from './closed-lines.ts';
import { pointsEvery } from './points-every.ts';
import type { StretchesById } from './use-closed-stretches.ts';

export type ClosureOnWay = {
  closure: Closure;
  stretches: ClosedLines;
  /** The letter by which map and list name it; empty for those that only the maps show, a list being no longer. */
  letter: string;
  isCrossed: boolean;
  /** From the way, at the nearest. */
  meters: number;
};

type Way = {
  unit: UnitResponse;
  /** Which roads the closures close, as far as it is known. */
  stretches: StretchesById;
  /** Whether a position is on a map that the crew gets. */
  isInSight: (position: Position) => boolean;
};

/** Of a long closure, all that may be in sight. */
const stepMeters = 25;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** In force for the unit, or for its people and hose; crossed ones first, then the nearest. */
export function closuresOnWay(
  closures: Closure[],
  { unit, stretches: known, isInSight }: Way,
): ClosureOnWay[] {
  const crossed = crossedIds(unit);
  const line = wayOf(unit);
  return closures
    .filter((closure) => closure.active && concerns(closure, unit))
    .map((closure) => {
      const stretches = closedLines(known.get(closure.id));
      const lines = [closureLine(closure.geometry), ...(stretches ?? [])];
      const points = lines.flatMap((each) => pointsEvery(stepMeters, each));
      return {
        closure,
        stretches,
        isCrossed: crossed.has(closure.id),
        meters: Math.min(...points.map((point) => metersFrom(point, line))),
        isSeen: points.some(isInSight),
      };
    })
    .filter(({ isCrossed, isSeen }) => isCrossed || isSeen)
    .toSorted((a, b) => Number(b.isCrossed) - Number(a.isCrossed) || a.meters - b.meters)
    .map(({ isSeen: _isSeen, ...each }, index) => ({ ...each, letter: letters[index] ?? '' }));
}

/** The closures to be avoided that the server says the way crosses. */
function crossedIds({ notes }: UnitResponse): Set<unknown> {
  return new Set(
    notes.filter(({ code }) => code === 'crosses-closure').map(({ params }) => params['closureId']),
  );
}

function concerns({ vehicleClasses, onFoot }: Closure, { vehicleClass }: UnitResponse): boolean {
  return onFoot || vehicleClasses === null || vehicleClasses.includes(vehicleClass);
}

function wayOf({ drive, hose, stop }: UnitResponse): Position[] {
  const drawn = [
    ...(drive?.geometry?.coordinates ?? []),
    ...(hose?.geometry.coordinates ?? []),
  ] as Position[];
  if (drawn.length > 0) return drawn;
  return stop ? [[stop.lon, stop.lat]] : [];
}

function metersFrom(point: Position, line: Position[]): number {
  if (line.length < 2) return line[0] ? metersBetween(point, line[0]) : Infinity;
  return projectOntoLine(point, line).meters;
}
