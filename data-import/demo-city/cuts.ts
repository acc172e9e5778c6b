import type { Ring } from './city-model.ts';
import {
  crossSegments,
  distance,
  headingFrom,
  lineLength,
  type Meters,
  pointAlong,
  step,
} from './plane.ts';
import { contains, principalAxis, signedArea } from './polygons.ts';
import type { Random } from './random.ts';
import { crossingsOf, distanceToRing, endOfEdge, splitRing } from './rings.ts';

/** A line proposed across a ring; nobody owns it yet. */
export interface Proposal {
  line: Meters[];
  fromEdge: number;
  toEdge: number;
}

export interface CutManner {
  /** Along the longer way of the shape, or across it. */
  direction: 'along' | 'across';
  /** Sideways swing as a share of the length. */
  bend: number;
  /** Metres between the points of the bent line. */
  pointEvery: number;
  /** How near to a corner of the ring the line may end. */
  clearOfCorners: number;
  /** How near to any edge the line may come between its ends. */
  clearOfEdges: number;
}

const ATTEMPTS = 24;
/** Streets and alleys meet at no less than this (sine of the angle). */
const LEAST_SINE = 0.66;

/** A bent line across a ring near its middle, meeting both edges squarely; null when none is found. */
export function proposeCut(ring: Ring, random: Random, manner: CutManner): Proposal | null {
  const axis = principalAxis(ring.points);
  const span = axis.length + axis.width;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const isFromEdge = manner.direction === 'across' && attempt > ATTEMPTS / 2;
    const { pivot, heading } = isFromEdge
      ? aimFromEdge(ring, random)
      : aimAtMiddle(axis, random, manner);
    const straight = [step(pivot, heading, -span), step(pivot, heading, span)];
    const proposal = bendAcross(ring, straight, random, manner);
    if (proposal && (!isFromEdge || splitsFairly(ring, proposal))) return proposal;
  }
  return null;
}

interface Aim {
  pivot: Meters;
  heading: Meters;
}

function aimAtMiddle(
  axis: ReturnType<typeof principalAxis>,
  random: Random,
  manner: CutManner,
): Aim {
  const swing = random.between(-0.3, 0.3);
  if (manner.direction === 'along') {
    const pivot = step(axis.middle, axis.heading, 0, random.between(-0.07, 0.07) * axis.width);
    return { pivot, heading: turn(axis.heading, swing / 3) };
  }
  const across: Meters = [-axis.heading[1], axis.heading[0]];
  const pivot = step(axis.middle, axis.heading, random.between(-0.14, 0.14) * axis.length);
  return { pivot, heading: turn(across, swing) };
}

/** The middle of a crescent lies outside it; a line square to its edge always finds the inside. */
function aimFromEdge(ring: Ring, random: Random): Aim {
  const edge = random.integer(0, ring.points.length - 1);
  const a = ring.points[edge]!;
  const along = headingFrom(a, endOfEdge(ring, edge));
  const inward: Meters = [-along[1], along[0]];
  return { pivot: step(a, inward, 4), heading: turn(inward, random.between(-0.15, 0.15)) };
}

function splitsFairly(ring: Ring, proposal: Proposal): boolean {
  const owners = proposal.line.slice(1).map(() => null);
  const [left, right] = splitRing(ring, { ...proposal, owners });
  const share = signedArea(left.points) / (signedArea(left.points) + signedArea(right.points));
  return share > 0.28 && share < 0.72;
}

/** The bent version of a straight line through a ring, when it ends squarely on two edges and stays inside. */
export function bendAcross(
  ring: Ring,
  straight: readonly Meters[],
  random: Random,
  manner: CutManner,
): Proposal | null {
  const pivot = lineLength(straight) / 2;
  const crossings = crossingsOf(ring, straight);
  const from = crossings.findLast((crossing) => crossing.offset < pivot);
  const to = crossings.find((crossing) => crossing.offset > pivot);
  if (!from || !to || from.edge === to.edge) return null;
  if (!contains(ring.points, pointAlong(straight, (from.offset + to.offset) / 2))) return null;
  const heading = headingFrom(from.at, to.at);
  for (const end of [from, to]) {
    const a = ring.points[end.edge]!;
    const b = endOfEdge(ring, end.edge);
    const edge = headingFrom(a, b);
    if (Math.abs(heading[0] * edge[1] - heading[1] * edge[0]) < LEAST_SINE) return null;
    if (isNearCorner(ring, end.at, manner.clearOfCorners)) return null;
  }
  const line = bendLine(from.at, to.at, random, manner);
  return staysInside(ring, line, manner.clearOfEdges)
    ? { line, fromEdge: from.edge, toEdge: to.edge }
    : null;
}

/** A corner is where the owner of the outline changes, or where it turns sharply. */
function isNearCorner(ring: Ring, at: Meters, clear: number): boolean {
  return ring.points.some((point, i) => {
    if (distance(point, at) >= clear) return false;
    const before = (i + ring.points.length - 1) % ring.points.length;
    if (ring.owners[before] !== ring.owners[i]) return true;
    const incoming = headingFrom(ring.points[before]!, point);
    const outgoing = headingFrom(point, endOfEdge(ring, i));
    return incoming[0] * outgoing[0] + incoming[1] * outgoing[1] < 0.7;
  });
}

function bendLine(from: Meters, to: Meters, random: Random, manner: CutManner): Meters[] {
  const length = distance(from, to);
  const heading = headingFrom(from, to);
  const segments = Math.max(2, Math.round(length / manner.pointEvery));
  const bow = random.between(-1, 1) * manner.bend * length;
  const wave = random.between(-0.7, 0.7) * manner.bend * length;
  const line: Meters[] = [from];
  for (let i = 1; i < segments; i++) {
    const share = i / segments;
    const jitter = random.between(-0.12, 0.12) * manner.bend * length;
    const left = bow * Math.sin(Math.PI * share) + wave * Math.sin(2 * Math.PI * share) + jitter;
    line.push(step(from, heading, share * length, left));
  }
  return [...line, to];
}

function staysInside(ring: Ring, line: readonly Meters[], clear: number): boolean {
  const inner = line.slice(1, -1);
  for (const point of inner) {
    if (!contains(ring.points, point) || distanceToRing(ring, point) < clear) return false;
  }
  for (let i = 1; i < line.length; i++) {
    for (let edge = 0; edge < ring.points.length; edge++) {
      const hit = crossSegments(line[i - 1]!, line[i]!, ring.points[edge]!, endOfEdge(ring, edge));
      const isEnd =
        (i === 1 && (hit?.onAb ?? 1) < 0.02) || (i === line.length - 1 && (hit?.onAb ?? 0) > 0.98);
      if (hit && !isEnd) return false;
    }
  }
  return true;
}

function turn(heading: Meters, angle: number): Meters {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [heading[0] * cos - heading[1] * sin, heading[0] * sin + heading[1] * cos];
}
