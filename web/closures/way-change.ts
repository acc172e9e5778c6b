// Whether a unit is led otherwise than before: along other roads, or to another stop. Pure.

import { metersBetween } from '../../geo/distance.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import type { UnitResponse } from '../../server/response/schema.ts';
import { isRough } from '../dispatch/time-bar-parts.ts';
import { pointsEvery } from './points-every.ts';

/** Two routers draw the same road a few metres apart; the next street is further away. */
const sameRoadMeters = 20;
const sameStopMeters = 20;
const atStopMeters = 5;

type Led = Pick<UnitResponse, 'status' | 'stop' | 'drive'>;

export function isLedOtherwise(before: Led, after: Led): boolean {
  return before.status !== after.status || hasMoved(before, after) || hasOtherRoads(before, after);
}

/** Known to lead along the same roads to the same stop: both are drawn. */
export function isSameWay(before: Led, after: Led): boolean {
  const areDrawn = [before, after].every((each) => wayOf(each).length >= 2);
  return areDrawn && isSameStop(before, after) && !isLedOtherwise(before, after);
}

/** Before a closure it may stop a few metres earlier: that is no other way to be told of, but not the same either. */
function isSameStop({ stop: a }: Led, { stop: b }: Led): boolean {
  if (!a || !b) return a === b;
  return (
    a.reason.code === b.reason.code && metersBetween([a.lon, a.lat], [b.lon, b.lat]) < atStopMeters
  );
}

function hasMoved({ stop: a }: Led, { stop: b }: Led): boolean {
  if (!a || !b) return a !== b;
  return metersBetween([a.lon, a.lat], [b.lon, b.lat]) > sameStopMeters;
}

/** A way that only begins further on is the same: the unit is under way. Where one is not drawn, nobody knows. */
function hasOtherRoads(before: Led, after: Led): boolean {
  const [was, is] = [wayOf(before), wayOf(after)];
  if (was.length < 2 || is.length < 2) return false;
  return pointsEvery(sameRoadMeters, is).some(
    (point) => projectOntoLine(point, was).meters > sameRoadMeters,
  );
}

function wayOf({ drive }: Led): Position[] {
  return (drive?.geometry?.coordinates ?? []) as Position[];
}

/** What a new answer is to be compared with from now on, and whether it is another way than the one known. */
export function followWay(
  known: UnitResponse,
  unit: UnitResponse,
): { known: UnitResponse; isOther: boolean } {
  // A rough answer beside a full one differs for other reasons.
  if (isRough(unit)) return { known, isOther: false };
  if (isRough(known)) return { known: unit, isOther: false };
  if (known.unitId !== unit.unitId || isLedOtherwise(known, unit))
    return { known: unit, isOther: true };
  return { known: wayOf(known).length < 2 ? unit : known, isOther: false };
}
