import { describe, expect, it } from 'vitest';
import { speedsOfPiece } from './track-speeds.ts';

const rules = { gapMaxSeconds: 60, standMaxSeconds: 90 };

/** Nodes 1 … 6 stand 100 m apart; legs as the router gives them. */
const legs = [
  { nodes: [1, 2, 3], meters: [50, 50] },
  { nodes: [2, 3, 4, 5], meters: [50, 100, 50] },
  { nodes: [4, 5, 6], meters: [50, 30] },
];

describe('speeds from positions', () => {
  it('are of the stretches that were driven from end to end, also over several positions', () => {
    const speeds = speedsOfPiece({ points: [0, 1, 2, 3], legs }, [0, 10, 30, 46], rules);
    // 10 m/s in the first leg, then 10 m/s, then 5 m/s.
    expect(speeds.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(speeds[0]!.kmh).toBeCloseTo(36, 5);
    expect(speeds[1]!.kmh).toBeCloseTo(36, 5);
    // Half of it at 10 m/s, half at 5 m/s.
    expect(speeds[2]!.kmh).toBeCloseTo((3.6 * 100) / 15, 5);
    expect(speeds[2]!.at).toBeCloseTo(40, 5);
  });

  it('are none across a gap in time', () => {
    const speeds = speedsOfPiece({ points: [0, 1, 2, 3], legs }, [0, 10, 300, 316], rules);
    expect(speeds).toEqual([]);
  });

  it.each([
    ['a wait at a red light counts', 60, [2, 3, 4]],
    ['a stop of its own does not', 120, [2, 4]],
  ])('%s', (_name, seconds, from) => {
    // It drives, stands between node 3 and node 4, and drives on.
    const waits = Array.from({ length: seconds / 30 }, () => ({ nodes: [3, 4], meters: [2] }));
    const way = [
      legs[0]!,
      { nodes: [2, 3, 4], meters: [50, 50] },
      ...waits,
      { nodes: [3, 4, 5, 6], meters: [46, 100, 30] },
    ];
    const times = [0, 10, 20, ...waits.map((_, index) => 50 + 30 * index)];
    const points = [...times.keys(), times.length];
    const speeds = speedsOfPiece({ points, legs: way }, [...times, times.at(-1)! + 20], rules);
    expect(speeds.map((speed) => speed.from)).toEqual(from);
  });

  it('go by the positions that the piece goes by', () => {
    const two = legs.slice(0, 2);
    const speeds = speedsOfPiece({ points: [0, 2, 3], legs: two }, [0, 5, 10, 30], rules);
    expect(speeds[0]!.kmh).toBeCloseTo(36, 5);
  });
});
