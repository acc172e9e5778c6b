// How fast a vehicle went from node to node, by when it was where. Pure.

import type { MatchedPiece } from '../osrm-client/match.ts';

/** Each passed wholly; `at` in seconds since 1970, when it was through. */
export type PassedSpeed = { from: number; to: number; kmh: number; at: number };

export type TrackRules = {
  /** Two positions further apart in time say nothing of the time between. */
  gapMaxSeconds: number;
  /** Who stands for longer has a reason of its own: a fire, a hydrant. A red light is shorter. */
  standMaxSeconds: number;
};

/** Slower than on foot; receivers wander as fast. */
const standingMetersPerSecond = 0.5;

/** Between two positions it is taken to have gone evenly. */
export function speedsOfPiece(
  { points, legs }: Pick<MatchedPiece, 'points' | 'legs'>,
  times: number[],
  { gapMaxSeconds, standMaxSeconds }: TrackRules,
): PassedSpeed[] {
  const speeds: PassedSpeed[] = [];
  /** The node before, and when it was passed; null where that is not known. */
  let before: { node: number; at: number; along: number } | null = null;
  let along = 0;
  let stoodSeconds = 0;
  for (const [index, { nodes, meters }] of legs.entries()) {
    const start = times[points[index]!]!;
    const seconds = times[points[index + 1]!]! - start;
    const length = meters.reduce((sum, each) => sum + each, 0);
    stoodSeconds = length < standingMetersPerSecond * seconds ? stoodSeconds + seconds : 0;
    if (seconds <= 0 || seconds > gapMaxSeconds || stoodSeconds > standMaxSeconds) before = null;
    let driven = 0;
    // The leg begins behind its first node and ends before its last.
    for (let i = 1; i < nodes.length - 1; i++) {
      driven += meters[i - 1]!;
      const node = nodes[i]!;
      if (seconds <= 0 || seconds > gapMaxSeconds || length === 0) continue;
      const at = start + (seconds * driven) / length;
      const passed = { node, at, along: along + driven };
      if (before && before.node === nodes[i - 1] && at > before.at)
        speeds.push({
          from: before.node,
          to: node,
          kmh: (3.6 * (passed.along - before.along)) / (at - before.at),
          at,
        });
      before = passed;
    }
    along += length;
  }
  return speeds;
}

/** How far it came in all. */
export function metersOfPiece({ legs }: Pick<MatchedPiece, 'legs'>): number {
  return legs.flatMap(({ meters }) => meters).reduce((sum, each) => sum + each, 0);
}
