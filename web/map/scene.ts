import type { Position } from '../../geo/position.ts';
import { noMarks, type ToolMarks } from './tool-marks.ts';

export type MultiPolygonRings = number[][][][];

export type WaterMark = {
  id: string;
  position: Position;
  usable: boolean;
  /** Where tankers fetch it, beyond the reach of any hose. */
  isFetched: boolean;
  /** Its name in the sprite of the base map. */
  icon: string;
  label: string;
  path: Position[];
};

/** A pump of a relay: beside the water it stands at, or on the hose. */
export type PumpMark = { id: string; position: Position; isAtWater: boolean; label: string };

/** Everything that the dispatch screen draws over the base map, as a value. */
export type Scene = {
  candidates: { id: string; position: Position; rank: number; active: boolean }[];
  building: { rings: MultiPolygonRings; number: string | null; center: Position } | null;
  /** Where the fire is when no footprint is known. */
  fire: Position | null;
  door: { position: Position; assumed: boolean } | null;
  otherDoors: Position[];
  /** `sure` is false for a time estimated without a road. */
  truck: { line: Position[]; sure: boolean } | null;
  leg: { kind: 'hose' | 'foot'; line: Position[] } | null;
  stop: { position: Position; label: string } | null;
  /** Nearly as good as the stop, each with its way on to the door: drawn faintly. */
  otherStops: { position: Position; line: Position[] }[];
  water: WaterMark[];
  pumps: PumpMark[];
  /** Where the engines behind the first one stand. */
  staging: { position: Position; label: string } | null;
  supply: Position | null;
  /** Drawn at the fire, downwind. */
  wind: { at: Position; fromDegrees: number; label: string } | null;
  /** The dispatcher's own: not part of the answer. */
  marks: ToolMarks;
};

export const emptyScene: Scene = {
  candidates: [],
  building: null,
  fire: null,
  door: null,
  otherDoors: [],
  truck: null,
  leg: null,
  stop: null,
  otherStops: [],
  water: [],
  pumps: [],
  staging: null,
  supply: null,
  wind: null,
  marks: noMarks,
};
