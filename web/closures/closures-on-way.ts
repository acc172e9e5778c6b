// Which closures a crew must know of: those that its way crosses, and those in sight of it, which say why it
// leads elsewhere. Pure.

import { metersBetween } from '../../geo/distance.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { ClosurePreview } from '../../server/closures/stretches-schema.ts';
import type { Closure } from '../../server/closures/schema.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import { closureLine } from '../map/closure-signs.ts';
import type { NamedRoad } from '../dispatch/road-words.ts';
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
  /** From the way, at the nearest; from the fire where there is no way. */
  meters: number;
  isFromFire: boolean;
  /** Of the roads that it closes, the one that the way follows most closely; null while nobody knows them. */
  road: NamedRoad | null;
};

type Way = {
  unit: UnitResponse;
  fire: Position;
  /** Which roads the closures close, as far as it is known. */
  stretches: StretchesById;
  /** Whether a position is on a map that the crew gets. */
  isInSight: (position: Position) => boolean;
};

/** Of a long closure, all that may be in sight. */
const stepMeters = 25;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** In force for the unit, or for its people and hose; crossed ones first, as the way meets them, then the nearest. */
export function closuresOnWay(
  closures: Closure[],
  { unit, fire, stretches: known, isInSight }: Way,
): ClosureOnWay[] {
  const crossed = crossedIds(unit);
  const way = wayOf(unit);
  const isFromFire = way.length === 0;
  const line = isFromFire ? [fire] : way;
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
        ...nearest(points, line),
        isFromFire,
        road: roadFollowed(known.get(closure.id), line),
        isSeen: points.some(isInSight),
      };
    })
    .filter(({ isCrossed, isSeen }) => isCrossed || isSeen)
    .toSorted(
      (a, b) =>
        Number(b.isCrossed) - Number(a.isCrossed) ||
        (a.isCrossed ? a.metersAlong - b.metersAlong : a.meters - b.meters),
    )
    .map(({ isSeen: _isSeen, metersAlong: _along, ...each }, index) => ({
      ...each,
      letter: letters[index] ?? '',
    }));
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

type OnLine = { meters: number; metersAlong: number };

function nearest(points: Position[], line: Position[]): OnLine {
  const { meters, metersAlong } = points
    .map((point) => ontoLine(point, line))
    .reduce((best, each) => (each.meters < best.meters ? each : best));
  return { meters, metersAlong };
}

function ontoLine(point: Position, line: Position[]): OnLine {
  if (line.length > 1) return projectOntoLine(point, line);
  return { meters: metersBetween(point, line[0]!), metersAlong: 0 };
}

/** At a junction every road touches the way: the one that it follows is nearest as a whole. */
function roadFollowed(seen: ClosurePreview | undefined, line: Position[]): NamedRoad | null {
  const stretches = (seen?.closes?.stretches ?? []).map((stretch) => {
    const meters = pointsEvery(stepMeters, stretch.line).map((at) => ontoLine(at, line).meters);
    return {
      road: stretch.road,
      mean: meters.reduce((sum, each) => sum + each, 0) / meters.length,
    };
  });
  return stretches.toSorted((a, b) => a.mean - b.mean)[0]?.road ?? null;
}
