import type { ClosurePreview } from '../../server/closures/stretches-schema.ts';
import type { ClosedLines } from '../map/tool-marks.ts';

/** The roads that a closure closes; null while nobody knows them. */
export function closedLines(seen: ClosurePreview | null | undefined): ClosedLines {
  return seen?.closes?.stretches.map(({ line }) => line) ?? null;
}
