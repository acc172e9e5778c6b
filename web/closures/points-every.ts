import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

/** The corners of a line, and points between them: between two corners may be all that matters. */
export function pointsEvery(stepMeters: number, line: Position[]): Position[] {
  return line.flatMap((at, index) => {
    const next = line[index + 1];
    if (!next) return [at];
    const count = Math.max(1, Math.ceil(metersBetween(at, next) / stepMeters));
    return Array.from({ length: count }, (_, i): Position => [
      at[0] + ((next[0] - at[0]) * i) / count,
      at[1] + ((next[1] - at[1]) * i) / count,
    ]);
  });
}
