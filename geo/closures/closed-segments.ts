// Which stretches of road a drawn closure closes. A stretch is what lies between two neighbouring
// vertices of a road: the smallest piece that a router can be told of.
//
//   point    the road nearest to it; at a junction all that meet there
//   line     roads that run along it, not those that it crosses
//   polygon  all that it touches

import { localScale, type Scale } from '../distance.ts';
import type { LineString, Position } from '../position.ts';

export type ClosureShape =
  | { type: 'Point'; coordinates: Position }
  | LineString
  | { type: 'Polygon'; coordinates: Position[][] };

/** Longitude and latitude, longitude and latitude …, as roads keep them. */
export type Coordinates = ArrayLike<number>;

export type ClosedSegments = {
  /** Index of the road in the list given. */
  road: number;
  /** Segment i lies between vertices i and i + 1. */
  segments: number[];
};

/** A point further than this from every road closes none. */
const pointReachMeters = 25;
const samePlaceMeters = 0.5;
/** A line drawn by hand runs this near to the road that it means. */
const alongReachMeters = 8;
const alongDegrees = 30;
const alongEnoughMeters = 20;
const sampleMeters = 4;

type Point = { x: number; y: number };
type Segment = { a: Point; b: Point };
type Placed = { segment: Segment; road: number; index: number };

export function closeSegments(shape: ClosureShape, roads: Coordinates[]): ClosedSegments[] {
  const plane = planeOf(shape);
  const near = segmentsNear(roads, plane);
  const closed = near.filter(testFor(shape, plane, near));
  const byRoad = new Map<number, number[]>();
  for (const { road, index } of closed) byRoad.set(road, [...(byRoad.get(road) ?? []), index]);
  return [...byRoad].map(([road, segments]) => ({ road, segments }));
}

type Plane = { origin: Position; scale: Scale; parts: Segment[]; box: Segment };

function planeOf(shape: ClosureShape): Plane {
  const rings: Position[][] =
    shape.type === 'Polygon'
      ? shape.coordinates
      : [shape.type === 'Point' ? [shape.coordinates, shape.coordinates] : shape.coordinates];
  const origin = rings[0]![0]!;
  const scale = localScale(origin[1]);
  const toPoint = ([lon, lat]: Position): Point => ({
    x: (lon - origin[0]) * scale.x,
    y: (lat - origin[1]) * scale.y,
  });
  const parts = rings.flatMap((ring) =>
    ring.slice(1).map((end, i) => ({ a: toPoint(ring[i]!), b: toPoint(end) })),
  );
  const xs = parts.flatMap(({ a, b }) => [a.x, b.x]);
  const ys = parts.flatMap(({ a, b }) => [a.y, b.y]);
  const reach = pointReachMeters;
  const box = {
    a: { x: Math.min(...xs) - reach, y: Math.min(...ys) - reach },
    b: { x: Math.max(...xs) + reach, y: Math.max(...ys) + reach },
  };
  return { origin, scale, parts, box };
}

function segmentsNear(roads: Coordinates[], { origin, scale, box }: Plane): Placed[] {
  const found: Placed[] = [];
  for (const [road, line] of roads.entries()) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const a = { x: (line[i]! - origin[0]) * scale.x, y: (line[i + 1]! - origin[1]) * scale.y };
      const b = {
        x: (line[i + 2]! - origin[0]) * scale.x,
        y: (line[i + 3]! - origin[1]) * scale.y,
      };
      const isNear =
        Math.max(a.x, b.x) >= box.a.x &&
        Math.min(a.x, b.x) <= box.b.x &&
        Math.max(a.y, b.y) >= box.a.y &&
        Math.min(a.y, b.y) <= box.b.y;
      if (isNear) found.push({ segment: { a, b }, road, index: i / 2 });
    }
  }
  return found;
}

function testFor(
  shape: ClosureShape,
  { parts }: Plane,
  near: Placed[],
): (placed: Placed) => boolean {
  if (shape.type === 'LineString') return ({ segment }) => runsAlong(segment, parts);
  if (shape.type === 'Polygon')
    return ({ segment }) =>
      isInside(segment.a, parts) || parts.some((part) => cross(part, segment));
  const [{ a: point }] = parts as [Segment];
  const nearest = Math.min(...near.map(({ segment }) => distanceTo(point, segment)));
  const most = Math.min(nearest + samePlaceMeters, pointReachMeters);
  return ({ segment }) => distanceTo(point, segment) <= most;
}

function runsAlong(segment: Segment, parts: Segment[]): boolean {
  const parallel = parts.filter((part) => degreesBetween(segment, part) <= alongDegrees);
  if (parallel.length === 0) return false;
  const meters = lengthOf(segment);
  const samples = Math.max(1, Math.round(meters / sampleMeters));
  let covered = 0;
  for (let i = 0; i < samples; i++) {
    const t = (i + 0.5) / samples;
    const point = {
      x: segment.a.x + t * (segment.b.x - segment.a.x),
      y: segment.a.y + t * (segment.b.y - segment.a.y),
    };
    if (parallel.some((part) => distanceTo(point, part) <= alongReachMeters)) covered += 1;
  }
  return (covered / samples) * meters >= Math.min(alongEnoughMeters, meters / 2);
}

function lengthOf({ a, b }: Segment): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The angle between two lines, 0 to 90 degrees, whichever way they were drawn. */
function degreesBetween(one: Segment, other: Segment): number {
  const angle = ({ a, b }: Segment): number => (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  const turn = Math.abs(angle(one) - angle(other)) % 180;
  return Math.min(turn, 180 - turn);
}

function distanceTo(point: Point, { a, b }: Segment): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** Even-odd rule over all rings, so that a hole is outside. */
function isInside({ x, y }: Point, rings: Segment[]): boolean {
  const crossings = rings.filter(
    ({ a, b }) => a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x),
  );
  return crossings.length % 2 === 1;
}

function cross(one: Segment, other: Segment): boolean {
  const side = ({ a, b }: Segment, point: Point): number =>
    Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
  return (
    side(one, other.a) * side(one, other.b) <= 0 &&
    side(other, one.a) * side(other, one.b) <= 0 &&
    (lengthOf(one) > 0 || lengthOf(other) > 0)
  );
}
