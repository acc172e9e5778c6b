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
  /** Of the roads that it closes, the one that the way follows furthest, or else comes nearest to; null while nobody knows them. */
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
/** Finer, to tell a road that the way follows from one that it only crosses. */
const followedStepMeters = 10;
/** The drive is drawn along the same roads, to a metre or so. */
const followedMeters = 5;
/** So much further off is as near: more than what lies between a crossing and the point tried next to it. */
const asNearMeters = 15;

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
        road: roadFollowed(known.get(closure.id), line, unit),
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

/** How near they come to the line, and where it first meets them: along a shared stretch all are as near. */
function nearest(points: Position[], line: Position[]): OnLine {
  const all = points.map((point) => ontoLine(point, line));
  const meters = leastOf(all.map((each) => each.meters));
  const met = all.filter((each) => each.meters <= meters + asNearMeters);
  return { meters, metersAlong: leastOf(met.map(({ metersAlong }) => metersAlong)) };
}

/** Of more numbers than a call takes. */
function leastOf(numbers: number[]): number {
  return numbers.reduce((least, each) => Math.min(least, each), Infinity);
}

function ontoLine(point: Position, line: Position[]): OnLine {
  if (line.length > 1) return projectOntoLine(point, line);
  return { meters: metersBetween(point, line[0]!), metersAlong: 0 };
}

/** Of those that the class may drive on first: at a junction every road touches the way, but it follows one. */
function roadFollowed(
  seen: ClosurePreview | undefined,
  line: Position[],
  { vehicleClass }: UnitResponse,
): NamedRoad | null {
  const stretches = (seen?.closes?.stretches ?? []).map((stretch) => ({
    road: stretch.road,
    isForClass: stretch.vehicleClasses.includes(vehicleClass),
    ...beside(line, pointsEvery(followedStepMeters, stretch.line)),
  }));
  const [first] = stretches.toSorted(
    (a, b) =>
      Number(b.isForClass) - Number(a.isForClass) ||
      b.sharedMeters - a.sharedMeters ||
      a.meters - b.meters,
  );
  return first?.road ?? null;
}

/** How near the way comes to a stretch, and how much of it the way follows. */
function beside(way: Position[], points: Position[]): { meters: number; sharedMeters: number } {
  const meters = points.map((at) => ontoLine(at, way).meters);
  const shared = points.map((at, index) => {
    const isShared = index > 0 && Math.max(meters[index]!, meters[index - 1]!) <= followedMeters;
    return isShared ? metersBetween(points[index - 1]!, at) : 0;
  });
  return { meters: leastOf(meters), sharedMeters: shared.reduce((sum, each) => sum + each, 0) };
}
