import type { Position } from '../../geo/position.ts';

/** What the dispatcher has put on the map: never mistaken for the answer, never in its colours. */
export type ToolMarks = {
  caller: { position: Position; accuracyMeters: number | null; label: string } | null;
  measure: {
    points: Position[];
    /** The way along the streets of each leg that is known; straight where there is none. */
    street: Position[][];
    /** The running total beside each point. */
    labels: string[];
  } | null;
  /** Where a report of wrong data points to. */
  issue: { position: Position; label: string } | null;
  /** Closed roads, of every viewer, and the one that is being drawn. */
  closures: {
    all: ClosureOnMap[];
    draft: { line: Position[]; effect: ClosureEffect; stretches: ClosedLines } | null;
  };
  /** How fast traffic moves, where somebody wants to see it; the worst last. */
  traffic: TrafficOnMap[];
  /** The road that is looked at, the point that was meant, and what people say stands on it. */
  road: {
    line: Position[];
    at: Position;
    obstacles: { position: Position; label: string }[];
  } | null;
};

/** Nearly standing, slower than the road gives, or as on an empty road. */
export type Pace = 'jam' | 'slow' | 'free';
export type TrafficOnMap = { line: Position[]; pace: Pace };

export type ClosureEffect = 'avoid' | 'impassable';
/** The roads that it closes, as lines; null while nobody knows them. */
export type ClosedLines = Position[][] | null;
export type ClosureOnMap = {
  stretches: ClosedLines;
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'LineString'; coordinates: Position[] }
    | { type: 'Polygon'; coordinates: Position[][] };
  effect: ClosureEffect;
  reason: string;
};

export const noMarks: ToolMarks = {
  caller: null,
  measure: null,
  issue: null,
  closures: { all: [], draft: null },
  traffic: [],
  road: null,
};

/** From where a stop point is being dragged to, straight to the door. */
export type DragLine = [from: Position, to: Position];
