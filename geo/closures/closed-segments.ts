// Which stretches of road a drawn closure closes. A stretch is what lies between two neighbouring
// vertices of a road: the smallest piece that a router can be told of.
//
//   point    the road nearest to it; in a junction all that meet there; on a pavement or a crossing the
//            street as well; of a street its pavements as well, where it is closed to people too
//   line     roads that run along it, not those that it crosses
//   polygon  all that it touches

import { localScale, type Scale } from '../distance.ts';
import type { LineString, Position } from '../position.ts';
import { junctionsAt, type PlacedSegment } from './junctions-at.ts';
import {
  cross,
  degreesBetween,
  distanceTo,
  isInside,
  lengthOf,
  partsNear,
  pointAt,
  shareOf,
  sideOf,
  type Point,
  type Segment,
} from './plane.ts';

export type ClosureShape =
  | { type: 'Point'; coordinates: Position }
  | LineString
  | { type: 'Polygon'; coordinates: Position[][] };

/** Longitude and latitude, longitude and latitude …, as roads keep them. */
export type Coordinates = ArrayLike<number>;

export type ClosableRoad = {
  line: Coordinates;
  /** How broad the street is; null: a way of people. */
  streetMeters: number | null;
};

export type ClosedSegments = {
  /** Index of the road in the list given. */
  road: number;
  segments: ClosedSegment[];
};

export type ClosedSegment = {
  /** Segment i lies between vertices i and i + 1. */
  index: number;
  /** From where to where the drawn shape meets it, as shares of its length. */
  from: number;
  to: number;
};

/** A point further than this from every road closes none. */
const pointReachMeters = 25;
const samePlaceMeters = 0.5;
/** A line drawn by hand runs this near to the road that it means. */
const alongReachMeters = 8;
const alongDegrees = 30;
const alongEnoughMeters = 20;
const sampleMeters = 4;
/** So far beside its street a way of people still is its crossing or the mouth of an alley … */
const kerbMeters = 2;
/** … and so far, running along it, its pavement. */
const pavementMeters = 8;
/** Round a drawn point, for the far pavement of the street that it means. */
const lookReachMeters = 2 * pointReachMeters;

type Placed = PlacedSegment & { road: number; index: number };
type Share = { from: number; to: number };

/** `withPavements`: a point of a street closes those beside it as well. */
export function closeSegments(
  shape: ClosureShape,
  roads: ClosableRoad[],
  { withPavements }: { withPavements: boolean },
): ClosedSegments[] {
  const plane = planeOf(shape);
  const near = segmentsNear(roads, plane);
  const share =
    shape.type === 'Point' ? shareAtPoint(plane, near, withPavements) : shareFor(shape, plane);
  const byRoad = new Map<number, ClosedSegment[]>();
  for (const placed of near) {
    const { road, index } = placed;
    const closed = share(placed);
    if (closed) byRoad.set(road, [...(byRoad.get(road) ?? []), { index, ...closed }]);
  }
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
  const reach = lookReachMeters;
  const box = {
    a: { x: Math.min(...xs) - reach, y: Math.min(...ys) - reach },
    b: { x: Math.max(...xs) + reach, y: Math.max(...ys) + reach },
  };
  return { origin, scale, parts, box };
}

function segmentsNear(roads: ClosableRoad[], { origin, scale, box }: Plane): Placed[] {
  const found: Placed[] = [];
  for (const [road, { line, streetMeters }] of roads.entries()) {
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
      if (isNear) found.push({ segment: { a, b }, road, index: i / 2, streetMeters });
    }
  }
  return found;
}

type ShareOf = (placed: Placed) => Share | null;

/** Which share of a segment is closed; null where none is. */
function shareFor({ type }: Exclude<ClosureShape, { type: 'Point' }>, { parts }: Plane): ShareOf {
  if (type === 'LineString') return ({ segment }) => shareAlong(segment, parts);
  return ({ segment }) => shareInside(segment, parts);
}

function shareAtPoint({ parts }: Plane, near: Placed[], withPavements: boolean): ShareOf {
  const [{ a: point }] = parts as [Segment];
  // The share of each arm that is its end in the junction.
  const arms = junctionsAt(point, near);
  const met = new Set([...segmentsAt(point, near), ...arms.keys()]);
  const pavements = withPavements ? pavementsBeside(point, met, near) : [];
  const closed = new Set([...met, ...pavements]);
  return (placed) => {
    if (!closed.has(placed)) return null;
    const at = arms.get(placed) ?? shareOf(point, placed.segment);
    return { from: at, to: at };
  };
}

/** Of each street that is closed there: on either side the way of people that runs along it. */
function pavementsBeside(point: Point, met: Set<Placed>, near: Placed[]): Placed[] {
  return [...met].flatMap(({ segment: street, streetMeters }) => {
    if (streetMeters === null) return [];
    const middle = pointAt(shareOf(point, street), street);
    const most = streetMeters / 2 + pavementMeters;
    const along = near.filter(
      (each) =>
        each.streetMeters === null &&
        distanceTo(middle, each.segment) <= most &&
        degreesBetween(street, each.segment) <= alongDegrees,
    );
    return [-1, 1].flatMap((side) => {
      const there = along.filter(
        ({ segment }) => sideOf(street, pointAt(shareOf(middle, segment), segment)) === side,
      );
      const nearest = Math.min(...there.map(({ segment }) => distanceTo(middle, segment)));
      return there.filter(
        ({ segment }) => distanceTo(middle, segment) <= nearest + samePlaceMeters,
      );
    });
  });
}

/** Those nearest to the point, and the street to which they belong. */
function segmentsAt(point: Point, near: Placed[]): Set<Placed> {
  const nearest = Math.min(...near.map(({ segment }) => distanceTo(point, segment)));
  const most = Math.min(nearest + samePlaceMeters, pointReachMeters);
  const met = near.filter(({ segment }) => distanceTo(point, segment) <= most);
  if (met.some(({ streetMeters }) => streetMeters !== null)) return new Set(met);
  const isBeside = ({ segment, streetMeters }: Placed): boolean => {
    if (streetMeters === null) return false;
    const fromKerb = distanceTo(point, segment) - streetMeters / 2;
    const isAlong = met.some((each) => degreesBetween(each.segment, segment) <= alongDegrees);
    return fromKerb <= (isAlong ? pavementMeters : kerbMeters);
  };
  return new Set([...met, ...(met.length > 0 ? near.filter(isBeside) : [])]);
}

/** The middles of short pieces of a segment, as shares of its length. */
function samplesOf(segment: Segment): { share: number; point: Point }[] {
  const count = Math.max(1, Math.round(lengthOf(segment) / sampleMeters));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    return { share, point: pointAt(share, segment) };
  });
}

/** From the first to the last sample that is met, each taken whole. */
function spanOf(met: { share: number }[], count: number): Share {
  const half = 0.5 / count;
  return { from: met[0]!.share - half, to: met[met.length - 1]!.share + half };
}

function shareAlong(segment: Segment, parts: Segment[]): Share | null {
  const parallel = partsNear(segment, parts, alongReachMeters).filter(
    (part) => degreesBetween(segment, part) <= alongDegrees,
  );
  if (parallel.length === 0) return null;
  const samples = samplesOf(segment);
  const met = samples.filter(({ point }) =>
    parallel.some((part) => distanceTo(point, part) <= alongReachMeters),
  );
  const meters = lengthOf(segment);
  const covered = (met.length / samples.length) * meters;
  if (met.length === 0 || covered < Math.min(alongEnoughMeters, meters / 2)) return null;
  return spanOf(met, samples.length);
}

function shareInside(segment: Segment, parts: Segment[]): Share | null {
  const isCrossed = partsNear(segment, parts, 0).some((part) => cross(part, segment));
  // Else all of it is on one side.
  if (!isCrossed) return isInside(segment.a, parts) ? { from: 0, to: 1 } : null;
  const samples = samplesOf(segment);
  const met = samples.filter(({ point }) => isInside(point, parts));
  // A sliver between two samples: somewhere on it.
  return met.length > 0 ? spanOf(met, samples.length) : { from: 0, to: 1 };
}
