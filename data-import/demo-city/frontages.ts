import type { Ring, Road, Side } from './city-model.ts';
import {
  crossSegments,
  distance,
  distanceBetweenSegments,
  headingFrom,
  lineLength,
  type Meters,
  pointAlong,
  projectOnto,
  step,
} from './plane.ts';
import { contains, convexOverlap } from './polygons.ts';
import { endOfEdge } from './rings.ts';

/** Neighbours share a wall; 6 cm between them survives the rounding of coordinates to 1 cm. */
const WALL_GAP = 0.06;
const FARTHEST_BACK = 90;

/** Building land between roads, and the corners of what stands on it already. */
export interface Strip {
  ring: Ring;
  taken: Meters[][];
}

/** Part of a strip's outline along one road, with the strip on its left. */
export interface Frontage {
  road: Road;
  line: Meters[];
  length: number;
  side: Side;
  /** Offset along the road where the frontage begins, and whether offsets grow along it. */
  begins: number;
  grows: boolean;
}

export interface Plot {
  /** Metres along the frontage. */
  at: number;
  width: number;
  depth: number;
  /** Metres behind the building line. */
  setback: number;
}

/** The runs of edges that one road owns, widest road first. */
export function frontagesOf(ring: Ring): Frontage[] {
  const count = ring.points.length;
  const ownerOf = (i: number) => ring.owners[(i + count) % count]!;
  const begin = Math.max(
    0,
    ring.owners.findIndex((owner, i) => owner !== ownerOf(i - 1)),
  );
  const frontages: Frontage[] = [];
  for (let done = 0; done < count;) {
    const road = ownerOf(begin + done);
    const line = [ring.points[(begin + done) % count]!];
    do {
      line.push(endOfEdge(ring, (begin + done) % count));
      done += 1;
    } while (done < count && ownerOf(begin + done) === road);
    if (road) frontages.push(describeFrontage(road, line));
  }
  return frontages.toSorted((a, b) => b.road.clearance - a.road.clearance || b.length - a.length);
}

function describeFrontage(road: Road, line: Meters[]): Frontage {
  const length = lineLength(line);
  const begins = projectOnto(road.line, line[0]!).offset;
  const later = projectOnto(road.line, pointAlong(line, Math.min(1, length))).offset;
  const grows = later > begins;
  return { road, line, length, side: grows ? 'left' : 'right', begins, grows };
}

/** Offset along the road of a place along its frontage. */
export function roadOffset(frontage: Frontage, at: number): number {
  return frontage.grows ? frontage.begins + at : frontage.begins - at;
}

/** Corners of a rectangle facing the road, front first, counter-clockwise. */
export function cornersOf(frontage: Frontage, plot: Plot): Meters[] {
  const a = pointAlong(frontage.line, plot.at + WALL_GAP / 2);
  const b = pointAlong(frontage.line, plot.at + plot.width - WALL_GAP / 2);
  const along = headingFrom(a, b);
  const front = frontage.road.clearance + plot.setback;
  return [
    step(a, along, 0, front),
    step(b, along, 0, front),
    step(b, along, 0, front + plot.depth),
    step(a, along, 0, front + plot.depth),
  ];
}

/** Metres of land behind the building line, and the road at its back when there is one. */
export function landBehind(
  ring: Ring,
  frontage: Frontage,
  at: number,
): { meters: number; road: Road | null } {
  const from = pointAlong(frontage.line, at);
  const along = headingFrom(
    pointAlong(frontage.line, at - 1.5),
    pointAlong(frontage.line, at + 1.5),
  );
  const start = step(from, along, 0, 0.3);
  const end = step(from, along, 0, FARTHEST_BACK);
  let nearest = FARTHEST_BACK;
  let road: Road | null = null;
  for (let edge = 0; edge < ring.points.length; edge++) {
    const hit = crossSegments(start, end, ring.points[edge]!, endOfEdge(ring, edge));
    if (!hit || hit.onAb * FARTHEST_BACK >= nearest) continue;
    nearest = hit.onAb * FARTHEST_BACK;
    road = ring.owners[edge]!;
  }
  return { meters: nearest - frontage.road.clearance - (road?.clearance ?? 0.4), road };
}

/** Whether a footprint keeps clear of every road around the strip and of everything in it. */
export function fits(strip: Strip, corners: readonly Meters[]): boolean {
  const { ring } = strip;
  for (const corner of corners) if (!contains(ring.points, corner)) return false;
  for (const other of strip.taken) {
    if (distance(other[0]!, corners[0]!) < 130 && convexOverlap(other, corners, -0.015))
      return false;
  }
  const box = boxOf(corners);
  for (let edge = 0; edge < ring.points.length; edge++) {
    const a = ring.points[edge]!;
    const b = endOfEdge(ring, edge);
    const clear = (ring.owners[edge]?.clearance ?? 0.1) - 0.08;
    if (!isNear(a, b, box, clear)) continue;
    for (let i = 0; i < corners.length; i++) {
      const next = corners[(i + 1) % corners.length]!;
      if (distanceBetweenSegments(a, b, corners[i]!, next) < clear) return false;
    }
  }
  return true;
}

function boxOf(corners: readonly Meters[]): [number, number, number, number] {
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function isNear(
  a: Meters,
  b: Meters,
  box: readonly [number, number, number, number],
  reach: number,
): boolean {
  return (
    Math.min(a[0], b[0]) - reach < box[2] &&
    Math.max(a[0], b[0]) + reach > box[0] &&
    Math.min(a[1], b[1]) - reach < box[3] &&
    Math.max(a[1], b[1]) + reach > box[1]
  );
}
