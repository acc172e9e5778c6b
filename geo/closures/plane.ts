// Points and straight pieces of road in a plane, in metres. Pure.

export type Point = { x: number; y: number };
export type Segment = { a: Point; b: Point };

export function lengthOf({ a, b }: Segment): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Degrees, from one point to another. */
export function bearingFrom(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** The angle between two lines, 0 to 90 degrees, whichever way they were drawn. */
export function degreesBetween(one: Segment, other: Segment): number {
  const turn = Math.abs(bearingFrom(one.a, one.b) - bearingFrom(other.a, other.b)) % 180;
  return Math.min(turn, 180 - turn);
}

export function distanceTo(point: Point, segment: Segment): number {
  const { x, y } = pointAt(shareOf(point, segment), segment);
  return Math.hypot(point.x - x, point.y - y);
}

export function pointAt(share: number, { a, b }: Segment): Point {
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}

/** Where on the segment the point comes nearest, as a share of its length. */
export function shareOf(point: Point, { a, b }: Segment): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  return Math.min(1, Math.max(0, along));
}

/** Even-odd rule over all rings, so that a hole is outside. */
export function isInside({ x, y }: Point, rings: Segment[]): boolean {
  let inside = false;
  for (const { a, b } of rings)
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  return inside;
}

/** Those that may come so near to the segment: cheap, so that a shape of many corners over a whole city stays quick. */
export function partsNear({ a, b }: Segment, parts: Segment[], meters: number): Segment[] {
  const [west, east] = [Math.min(a.x, b.x) - meters, Math.max(a.x, b.x) + meters];
  const [south, north] = [Math.min(a.y, b.y) - meters, Math.max(a.y, b.y) + meters];
  return parts.filter(
    (part) =>
      (part.a.x >= west || part.b.x >= west) &&
      (part.a.x <= east || part.b.x <= east) &&
      (part.a.y >= south || part.b.y >= south) &&
      (part.a.y <= north || part.b.y <= north),
  );
}

/** 1 to the left of it, -1 to the right, 0 on its line. */
export function sideOf({ a, b }: Segment, point: Point): number {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

export function cross(one: Segment, other: Segment): boolean {
  return (
    sideOf(one, other.a) * sideOf(one, other.b) <= 0 &&
    sideOf(other, one.a) * sideOf(other, one.b) <= 0 &&
    (lengthOf(one) > 0 || lengthOf(other) > 0)
  );
}
