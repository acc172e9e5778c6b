// What holds of the roads right now, laid over a graph that stays as it is: closures and traffic. An
// edge is closed from one metre of it to another; what passes it whole passes that, what begins or ends
// on it may not. Traffic is slow along one arc, the other way may be empty.

import type { RoadGraph } from './build-graph.ts';

/** A closure as those are told of it who meet it. */
export type ClosureMark = { id: number; reason: string; by: string };

/** In metres from the start of an edge. */
export type Interval = { from: number; to: number };

/** From the first to the last closed metre of an edge, and what closes it. */
export type Stretch = Interval & { closures: ClosureMark[] };

export type ClosedEdges = ReadonlyMap<number, Stretch>;

/** Along an arc, who saw it and when (milliseconds since 1970). */
export type HeldStretch = Interval & { secondsPerMeter: number; source: string; at: number };

export type HeldArcs = ReadonlyMap<number, HeldStretch[]>;

export type RoadConditions = {
  onFoot: ClosedEdges;
  /** By vehicle class. */
  byClass: ReadonlyMap<string, { impassable: ClosedEdges; avoided: ClosedEdges }>;
  /** As fast as one gets along what should be avoided. */
  avoidedKmh: number;
  /** By arc; for the classes that traffic holds up. */
  held: HeldArcs;
};

export const openRoads: RoadConditions = {
  onFoot: new Map(),
  byClass: new Map(),
  avoidedKmh: Infinity,
  held: new Map(),
};

/** A closure that reaches to a junction ends there, however the metres were rounded. */
const slackMeters = 0.5;
/** As exactly as an edge is measured. */
const samePointMeters = 0.01;

/** Metres of the stretch between two points of its edge, in either order. */
export function overlapMeters({ from, to }: Interval, a: number, b: number): number {
  return Math.max(0, Math.min(to, Math.max(a, b)) - Math.max(from, Math.min(a, b)));
}

/** Does one who goes from a to b along the edge meet the stretch. */
export function meetsStretch(stretch: Stretch | undefined, a: number, b: number): boolean {
  if (!stretch || Math.abs(a - b) <= slackMeters) return false;
  const [low, high] = a < b ? [a, b] : [b, a];
  const { from, to } = stretch;
  // A point, as a closed junction is at the end of each of its roads: who comes up to it meets it.
  const isPoint = to - from <= 2 * slackMeters;
  const slack = isPoint ? -samePointMeters : slackMeters;
  return from < high - slack && to > low + slack;
}

/** Is all of an edge of that length in it. */
export function coversEdge(stretch: Interval | undefined, edgeMeters: number): boolean {
  return !!stretch && stretch.from <= slackMeters && stretch.to >= edgeMeters - slackMeters;
}

/** Can people go from a to b along the edge, in metres from its start. */
export function mayWalkBetween(
  { conditions }: RoadGraph,
  edge: number,
  [a, b]: [number, number],
): boolean {
  return !meetsStretch(conditions.onFoot.get(edge), a, b);
}
