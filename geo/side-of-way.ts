// On which side of a way's end something lies, told only where it is sure. Pure.

import { bearingOf, signedTurn, turnOf } from './bearing.ts';
import { lineMeters, metersBetween } from './distance.ts';
import { sliceLine } from './line.ts';
import type { Position } from './position.ts';

export type Side = 'left' | 'right';

export type SideRule = {
  /** Nearer than this to straight ahead or behind it lies on no side. */
  minDegrees: number;
  /** Nearer than this to the line of travel nobody knows on which side it lies. */
  minMeters: number;
  /** Over so many last metres of the way its direction is looked at, beside that at its very end. */
  runMeters: number;
};

/** Nearer than this two positions give no direction: they are rounded. */
const directionMeters = 1;

/** null also just behind a corner or on a bend, where the last metres and those before them disagree. */
export function sideOfEnd(way: Position[], place: Position, rule: SideRule): Side | null {
  const end = way.at(-1);
  const total = lineMeters(way);
  if (!end || total < rule.minMeters) return null;
  const sides = [directionMeters, rule.runMeters].map((meters) => {
    const [start] = sliceLine(way, Math.max(0, total - meters), total);
    return sideOf({ from: end, bearing: bearingOf([start!, end]) }, place, rule);
  });
  return agreed(sides);
}

/** To which side another way sets off there: also where it soon turns elsewhere nothing is told. */
export function sideOfDeparture(way: Position[], onward: Position[], rule: SideRule): Side | null {
  if (onward.length < 2) return null;
  const total = lineMeters(onward);
  const places = [rule.runMeters / 3, rule.runMeters].map((meters) =>
    sliceLine(onward, 0, Math.min(meters, total)).at(-1)!,
  );
  return agreed(places.map((place) => sideOfEnd(way, place, rule)));
}

function sideOf(
  { from, bearing }: { from: Position; bearing: number },
  place: Position,
  { minDegrees, minMeters }: SideRule,
): Side | null {
  const turn = signedTurn(bearingOf([from, place]) - bearing);
  if (turnOf(turn) < minDegrees || turnOf(turn) > 180 - minDegrees) return null;
  const offset = metersBetween(from, place) * Math.abs(Math.sin((turn * Math.PI) / 180));
  if (offset < minMeters) return null;
  return turn < 0 ? 'left' : 'right';
}

function agreed(sides: (Side | null)[]): Side | null {
  const [first = null] = sides;
  return sides.every((side) => side === first) ? first : null;
}
