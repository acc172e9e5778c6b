import { localScale, metersBetween } from './distance.ts';
import type { Position } from './position.ts';

export type Projection = {
  point: Position;
  /** From the start of the line to the projected point. */
  metersAlong: number;
  /** From the given point to the line. */
  meters: number;
};

/** The point of a line nearest to `from`. The line has at least two positions. */
export function projectOntoLine(from: Position, line: Position[]): Projection {
  const scale = localScale(from[1]);
  let best: Projection = { point: line[0]!, metersAlong: 0, meters: Infinity };
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const dx = (b[0] - a[0]) * scale.x;
    const dy = (b[1] - a[1]) * scale.y;
    const px = (from[0] - a[0]) * scale.x;
    const py = (from[1] - a[1]) * scale.y;
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
    const meters = Math.hypot(px - t * dx, py - t * dy);
    const length = metersBetween(a, b);
    if (meters < best.meters)
      best = {
        point: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
        metersAlong: along + t * length,
        meters,
      };
    along += length;
  }
  return best;
}

/** The part of a line between two distances from its start; reversed when `from` > `to`. */
export function sliceLine(line: Position[], fromMeters: number, toMeters: number): Position[] {
  if (fromMeters > toMeters) return sliceLine(line, toMeters, fromMeters).toReversed();
  const slice: Position[] = [];
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = metersBetween(a, b);
    const end = along + length;
    if (slice.length === 0 && fromMeters <= end)
      slice.push(interpolate(a, b, (fromMeters - along) / length));
    if (slice.length > 0 && toMeters <= end) {
      slice.push(interpolate(a, b, (toMeters - along) / length));
      return slice;
    }
    if (slice.length > 0) slice.push(b);
    along = end;
  }
  // Rounding can leave the end a hair beyond the last position.
  if (slice.length < 2) slice.push(line[line.length - 1]!);
  return slice;
}

function interpolate(a: Position, b: Position, fraction: number): Position {
  const t = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
