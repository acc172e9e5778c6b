// In which junctions a point lies: on the roadway of two streets at once that meet there. Pure.

import { bearingFrom, distanceTo, type Point, type Segment } from './plane.ts';

/** `streetMeters`: how broad the street is; null: a way of people. */
export type PlacedSegment = { segment: Segment; streetMeters: number | null };

/** Two arms that point away from one another so much are one street that goes on. */
const goesOnDegrees = 150;

/** All that meet in these junctions, of people too, each with the share of its length at which it ends there: 0 or 1. */
export function junctionsAt<Placed extends PlacedSegment>(
  point: Point,
  near: Placed[],
): Map<Placed, number> {
  const ends = near.flatMap((placed) => [
    { placed, share: 0, ...armOf(placed.segment.a, placed.segment.b) },
    { placed, share: 1, ...armOf(placed.segment.b, placed.segment.a) },
  ]);
  const byPlace = Map.groupBy(ends, ({ at: { x, y } }) => `${x} ${y}`);
  const junctions = [...byPlace.values()].filter((arms) =>
    isIn(
      point,
      arms.flatMap(({ placed: { segment, streetMeters }, ...arm }) =>
        streetMeters === null ? [] : [{ ...arm, segment, halfMeters: streetMeters / 2 }],
      ),
    ),
  );
  return new Map(junctions.flat().map(({ placed, share }) => [placed, share]));
}

type Arm = { at: Point; bearing: number };
type StreetArm = Arm & { segment: Segment; halfMeters: number };

function armOf(at: Point, towards: Point): Arm {
  return { at, bearing: bearingFrom(at, towards) };
}

function isIn(point: Point, arms: StreetArm[]): boolean {
  if (arms.length < 3) return false;
  const under = arms.filter(({ segment, halfMeters }) => distanceTo(point, segment) <= halfMeters);
  return under.some((one, i) =>
    under.slice(i + 1).some(({ at, bearing, halfMeters }) => {
      const turn = Math.abs(one.bearing - bearing) % 360;
      const goesOn = Math.min(turn, 360 - turn) >= goesOnDegrees;
      // Two that part slowly lie under one another for long.
      const isNear = Math.hypot(point.x - at.x, point.y - at.y) <= one.halfMeters + halfMeters;
      return !goesOn && isNear;
    }),
  );
}
