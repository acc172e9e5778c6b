// A closure while it is being drawn, as a value. Pure.

import type { DrawnClosure, NewClosure } from '../../server/closures/schema.ts';
import { projectOntoLine } from '../../geo/line.ts';
import type { Position } from '../../geo/position.ts';
import { instantOf } from '../i18n/city-time.ts';

export type DraftShape = 'point' | 'line' | 'area';

export type Draft = {
  shape: DraftShape;
  points: Position[];
  effect: 'avoid' | 'impassable';
  /** null: all of them. */
  vehicleClasses: string[] | null;
  onFoot: boolean;
  /** As `<input type="datetime-local">` writes them; empty for now, and for an open end. */
  from: string;
  to: string;
  reason: string;
};

export const emptyDraft: Draft = {
  shape: 'point',
  points: [],
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: false,
  from: '',
  to: '',
  reason: '',
};

/** The server takes no more; nobody draws further. */
const mostPoints = 200;
const leastPoints: Record<DraftShape, number> = { point: 1, line: 2, area: 3 };

export function addPoint(draft: Draft, at: Position): Draft {
  if (draft.shape === 'point') return { ...draft, points: [at] };
  return { ...draft, points: [...draft.points, at].slice(0, mostPoints) };
}

export function withoutLast(draft: Draft): Draft {
  return { ...draft, points: draft.points.slice(0, -1) };
}

/** A point taken for a line keeps its place; a line taken for a point begins anew. */
export function takeShape(draft: Draft, shape: DraftShape): Draft {
  return { ...draft, shape, points: shape === 'point' ? draft.points.slice(0, 1) : draft.points };
}

/** What is drawn so far: an area closes by itself. */
export function outlineOf({ shape, points }: Pick<Draft, 'shape' | 'points'>): Position[] {
  return shape === 'area' && points.length > 2 ? [...points, points[0]!] : points;
}

/** Where and for whom; null while there are too few points. */
export function writeDrawn(draft: Draft): DrawnClosure | null {
  const { points, shape, effect, vehicleClasses, onFoot } = draft;
  if (points.length < leastPoints[shape]) return null;
  return {
    geometry: geometryOf(draft),
    effect,
    onFoot,
    ...(vehicleClasses && { vehicleClasses }),
  };
}

/** null while something that it needs is missing. Its times are by the clock of `timeZone`, as the hours of a day are. */
export function writeClosure(draft: Draft, by: string, timeZone: string): NewClosure | null {
  const { from, to } = draft;
  const drawn = writeDrawn(draft);
  const reason = draft.reason.trim();
  const said = by.trim();
  if (drawn === null || reason === '' || said === '') return null;
  const [begin, end] = [from, to].map((each) =>
    each === '' ? undefined : instantOf(each, timeZone),
  );
  if (begin === null || end === null) return null;
  return {
    ...drawn,
    reason,
    by: said,
    ...(begin && { from: begin.toISOString() }),
    ...(end && { to: end.toISOString() }),
  };
}

/** What is wrong with its end at the moment `now`: not after its beginning, or past already. */
export function faultOfTimes(
  { from, to }: Pick<Draft, 'from' | 'to'>,
  timeZone: string,
  now: number,
): 'turned' | 'over' | null {
  const [begin, end] = [from, to].map((each) => instantOf(each, timeZone)?.getTime() ?? null);
  if (typeof end !== 'number') return null;
  if (typeof begin === 'number' && end <= begin) return 'turned';
  return end <= now ? 'over' : null;
}

/** What is left of a draft when what was `sent` has been taken: all of it, once it was drawn on. */
export function afterSent(draft: Draft, sent: Draft): Draft {
  return draft === sent ? { ...emptyDraft, shape: sent.shape } : draft;
}

function geometryOf(draft: Draft): NewClosure['geometry'] {
  const outline = outlineOf(draft);
  if (draft.shape === 'point') return { type: 'Point', coordinates: outline[0]! };
  if (draft.shape === 'line') return { type: 'LineString', coordinates: outline };
  return { type: 'Polygon', coordinates: [outline] };
}

/** The stretch of a way that is nearest to a place: to close what the engine was to take there. */
export function stretchNear(line: Position[], place: Position): Position[] {
  let best: Position[] = [];
  let least = Infinity;
  for (const [index, end] of line.slice(1).entries()) {
    const stretch: Position[] = [line[index]!, end];
    const { meters } = projectOntoLine(place, stretch);
    if (meters >= least) continue;
    least = meters;
    best = stretch;
  }
  return best;
}
