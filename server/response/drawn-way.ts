// The line of a way with how far along it each of its positions is.

import { bearingOf, signedTurn } from '../../geo/bearing.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

export type DrawnWay = {
  line: Position[];
  /** Of each position, in metres from the first. */
  along: number[];
};

export function measureWay(line: Position[]): DrawnWay {
  let total = 0;
  const along = line.map((position, index) => {
    if (index > 0) total += metersBetween(line[index - 1]!, position);
    return total;
  });
  return { line, along };
}

/**
 * Degrees clockwise between the chord that leads to a position of the line and one that leads on from `onward` metres
 * behind it; each `arm` metres long.
 */
export function turnAlong(
  way: DrawnWay,
  index: number,
  { arm, onward = 0 }: { arm: number; onward?: number },
): number {
  const from = way.along[index]!;
  const [before, after, end] = [from - arm, from + onward, from + onward + arm].map((meters) =>
    placeAt(way, meters),
  );
  return signedTurn(bearingOf([after!, end!]) - bearingOf([before!, way.line[index]!]));
}

/** The first or the last position where the line is not as long. */
function placeAt({ line, along }: DrawnWay, meters: number): Position {
  const next = along.findIndex((each) => each >= meters);
  if (next === -1) return line.at(-1)!;
  if (next === 0) return line[0]!;
  const [a, b] = [line[next - 1]!, line[next]!];
  const share = (meters - along[next - 1]!) / (along[next]! - along[next - 1]!);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}
