import type { Meters } from '../osm/local-meters.ts';

export type { Meters };

export function distance(a: Meters, b: Meters): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

export function between(a: Meters, b: Meters, share: number): Meters {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The point `ahead` metres along `heading` from `from`, and `left` metres to its left. */
export function step(from: Meters, heading: Meters, ahead: number, left = 0): Meters {
  return [
    from[0] + heading[0] * ahead - heading[1] * left,
    from[1] + heading[1] * ahead + heading[0] * left,
  ];
}

/** Unit vector from a to b. */
export function headingFrom(a: Meters, b: Meters): Meters {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

export function lineLength(line: readonly Meters[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1]!, line[i]!);
  return length;
}

export function pointAlong(line: readonly Meters[], offset: number): Meters {
  let left = Math.max(0, offset);
  for (let i = 1; i < line.length; i++) {
    const length = distance(line[i - 1]!, line[i]!);
    if (left <= length && length > 0) return between(line[i - 1]!, line[i]!, left / length);
    left -= length;
  }
  return line.at(-1)!;
}

/** The part of a line between two offsets. */
export function sliceLine(line: readonly Meters[], from: number, to: number): Meters[] {
  const slice: Meters[] = [pointAlong(line, from)];
  let offset = 0;
  for (let i = 1; i < line.length; i++) {
    offset += distance(line[i - 1]!, line[i]!);
    if (offset > from + 0.01 && offset < to - 0.01) slice.push(line[i]!);
  }
  slice.push(pointAlong(line, to));
  return slice;
}

/** How far along a line a point lies, and how far from it. */
export function projectOnto(
  line: readonly Meters[],
  point: Meters,
): { offset: number; away: number } {
  let best = { offset: 0, away: Number.POSITIVE_INFINITY };
  let start = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const length = distance(a, line[i]!);
    const share = shareOnSegment(point, a, line[i]!);
    const away = distance(point, between(a, line[i]!, share));
    if (away < best.away) best = { offset: start + share * length, away };
    start += length;
  }
  return best;
}

function shareOnSegment(point: Meters, a: Meters, b: Meters): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared;
  return Math.min(1, Math.max(0, share));
}

export function distanceToSegment(point: Meters, a: Meters, b: Meters): number {
  return distance(point, between(a, b, shareOnSegment(point, a, b)));
}

/** Where segment ab crosses cd, as shares of both; null when they do not, or run parallel. */
export function crossSegments(
  a: Meters,
  b: Meters,
  c: Meters,
  d: Meters,
): { onAb: number; onCd: number } | null {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const turn = rx * sy - ry * sx;
  if (Math.abs(turn) < 1e-9) return null;
  const onAb = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn;
  const onCd = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn;
  return onAb >= 0 && onAb <= 1 && onCd >= 0 && onCd <= 1 ? { onAb, onCd } : null;
}

export function distanceBetweenSegments(a: Meters, b: Meters, c: Meters, d: Meters): number {
  if (crossSegments(a, b, c, d)) return 0;
  return Math.min(
    distanceToSegment(a, c, d),
    distanceToSegment(b, c, d),
    distanceToSegment(c, a, b),
    distanceToSegment(d, a, b),
  );
}
