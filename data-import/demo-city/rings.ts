import type { Junction, Ring, Road } from './city-model.ts';
import { between, crossSegments, distance, distanceToSegment, type Meters } from './plane.ts';
import { pointAlong, projectOnto, sliceLine } from './plane.ts';
import { contains } from './polygons.ts';

/** Where a line meets a ring. */
export interface Crossing {
  offset: number;
  at: Meters;
  edge: number;
}

/** A line across a ring, from one edge to another, and who owns each of its segments. */
export interface Cut {
  line: Meters[];
  owners: (Road | null)[];
  fromEdge: number;
  toEdge: number;
}

/** Junctions nearer than this are one. */
const SAME_JUNCTION_METERS = 1.5;
const SHORTEST_PIECE_METERS = 12;

export function crossingsOf(ring: Ring, line: readonly Meters[]): Crossing[] {
  const crossings: Crossing[] = [];
  let start = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance(a, b);
    for (let edge = 0; edge < ring.points.length; edge++) {
      const hit = crossSegments(a, b, ring.points[edge]!, endOfEdge(ring, edge));
      if (hit)
        crossings.push({ offset: start + hit.onAb * length, at: between(a, b, hit.onAb), edge });
    }
    start += length;
  }
  return crossings.toSorted((a, b) => a.offset - b.offset);
}

export function endOfEdge(ring: Ring, edge: number): Meters {
  return ring.points[(edge + 1) % ring.points.length]!;
}

/** Splits a ring along a cut into the part left of it and the part right of it. */
export function splitRing(ring: Ring, cut: Cut): [Ring, Ring] {
  const count = ring.points.length;
  const walk = (fromEdge: number, toEdge: number, line: Meters[], owners: (Road | null)[]) => {
    const half: Ring = { points: [...line], owners: [...owners, ring.owners[fromEdge]!] };
    for (let i = (fromEdge + 1) % count; ; i = (i + 1) % count) {
      half.points.push(ring.points[i]!);
      if (i === toEdge) break;
      half.owners.push(ring.owners[i]!);
    }
    half.owners.push(ring.owners[toEdge]!);
    return dropRepeatedPoints(half);
  };
  return [
    walk(cut.toEdge, cut.fromEdge, cut.line, cut.owners),
    walk(cut.fromEdge, cut.toEdge, cut.line.toReversed(), cut.owners.toReversed()),
  ];
}

function dropRepeatedPoints(ring: Ring): Ring {
  const kept = ring.points.flatMap((point, i) =>
    distance(point, endOfEdge(ring, i)) > 0.02 ? [i] : [],
  );
  return { points: kept.map((i) => ring.points[i]!), owners: kept.map((i) => ring.owners[i]!) };
}

export function distanceToRing(ring: Ring, point: Meters): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < ring.points.length; edge++) {
    const away = distanceToSegment(point, ring.points[edge]!, endOfEdge(ring, edge));
    if (away < nearest) nearest = away;
  }
  return nearest;
}

/** One junction of two roads at a place; the one already there when they have met before. */
export function joinRoads(a: Road, b: Road, at: Meters): Junction {
  const known = [...a.junctions, ...b.junctions].find(
    (junction) => distance(junction.at, at) < SAME_JUNCTION_METERS,
  );
  const junction = known ?? { at };
  if (!a.junctions.includes(junction)) a.junctions.push(junction);
  if (!b.junctions.includes(junction)) b.junctions.push(junction);
  return junction;
}

/**
 * Lays a road across whatever rings its line crosses, splitting each and joining the roads it meets.
 * The road is then shortened to the part between its first and last crossing.
 */
export function layRoad(rings: readonly Ring[], road: Road): Ring[] {
  const done: Ring[] = [];
  const waiting = [...rings];
  const reached: number[] = [];
  for (let ring = waiting.pop(); ring; ring = waiting.pop()) {
    const piece = firstPieceInside(ring, road.line);
    if (!piece) {
      done.push(ring);
      continue;
    }
    const [from, to] = piece;
    const line = sliceLine(road.line, from.offset, to.offset);
    const owners = line.slice(1).map(() => road);
    for (const end of [from, to]) {
      const owner = ring.owners[end.edge];
      if (owner) joinRoads(road, owner, end.at);
      reached.push(end.offset);
    }
    waiting.push(...splitRing(ring, { line, owners, fromEdge: from.edge, toEdge: to.edge }));
  }
  if (reached.length > 0) {
    road.line = sliceLine(road.line, Math.min(...reached), Math.max(...reached));
  }
  return done;
}

function firstPieceInside(ring: Ring, line: readonly Meters[]): [Crossing, Crossing] | null {
  const crossings = crossingsOf(ring, line);
  for (let i = 1; i < crossings.length; i++) {
    const from = crossings[i - 1]!;
    const to = crossings[i]!;
    if (to.offset - from.offset < SHORTEST_PIECE_METERS || from.edge === to.edge) continue;
    const middle = pointAlong(line, (from.offset + to.offset) / 2);
    if (contains(ring.points, middle) && distanceToRing(ring, middle) > 3) return [from, to];
  }
  return null;
}

/** Offsets of a road's junctions along its line, nearest its start first. */
export function junctionOffsets(road: Road): { junction: Junction; offset: number }[] {
  return road.junctions
    .map((junction) => ({ junction, offset: projectOnto(road.line, junction.at).offset }))
    .toSorted((a, b) => a.offset - b.offset);
}
