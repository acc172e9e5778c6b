import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

/** A line moved sideways to its left by some metres, so that two lines on one road are both seen. */
export function besideLine(line: Position[], meters: number): Position[] {
  const first = line[0];
  if (!first || line.length < 2) return line;
  const scale = localScale(first[1]);
  return line.map((at, index) => {
    const from = line[Math.max(0, index - 1)] ?? at;
    const to = line[Math.min(line.length - 1, index + 1)] ?? at;
    const dx = (to[0] - from[0]) * scale.x;
    const dy = (to[1] - from[1]) * scale.y;
    const length = Math.hypot(dx, dy);
    if (length === 0) return at;
    return [at[0] - ((dy / length) * meters) / scale.x, at[1] + ((dx / length) * meters) / scale.y];
  });
}
