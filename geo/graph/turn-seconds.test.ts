import { describe, expect, it } from 'vitest';
import { driveOutward } from './drive.ts';
import { at, largePumper, miniGraph } from './graph-for-test.ts';
import { findNearestEdge } from './locate.ts';
import { Search } from './search.ts';
import { turnSecondsOf } from './turn-seconds.ts';
import { accessFor } from './vehicle-access.ts';

const places = {
  west: [0, 0],
  middle: [100, 0],
  east: [200, 0],
  bend: [100, 100],
  end: [200, 100],
} satisfies Record<string, [number, number]>;
/** A street from west to east; another one leaves it at its middle to the north, bends there, and goes on to the east. */
const graph = miniGraph(
  { west: [0, 0], middle: [100, 0], east: [200, 0], bend: [100, 100], end: [200, 100] },
  [
    { through: ['west', 'middle', 'east'], speedKmh: 36 },
    { through: ['middle', 'bend'], speedKmh: 36 },
    { through: ['bend', 'end'], speedKmh: 36 },
  ],
);
const driver = { vehicle: largePumper, access: accessFor(graph, largePumper).stated };

function secondsTo(name: keyof typeof places, rightAngleSeconds: number): number {
  const start = findNearestEdge(graph, at(50, 0), { maxMeters: 5, accepts: () => true })!;
  const search = new Search(graph);
  const turnSeconds = turnSecondsOf(graph, driver.access, rightAngleSeconds);
  driveOutward(graph, search, driver, { start, turnSeconds });
  const [lon, lat] = at(...places[name]);
  const node = Array.from({ length: graph.nodeCount }, (_, each) => each).find(
    (each) =>
      Math.abs(graph.nodePositions[2 * each]! - lon) < 1e-7 &&
      Math.abs(graph.nodePositions[2 * each + 1]! - lat) < 1e-7,
  )!;
  return search.cost[node]!;
}

describe('turning', () => {
  it('costs its seconds by the angle where more than two roads meet', () => {
    expect(secondsTo('east', 4)).toBeCloseTo(15, 1);
    expect(secondsTo('bend', 0)).toBeCloseTo(15, 1);
    expect(secondsTo('bend', 4)).toBeCloseTo(19, 1);
  });

  it('costs nothing along a bend', () => {
    expect(secondsTo('end', 4)).toBeCloseTo(29, 1);
  });

  it('is counted from the road of the start on, and not where a driver has no choice', () => {
    expect(secondsTo('middle', 4)).toBeCloseTo(5, 1);
    const [fromWest, toEast, toBend] = [0, 2, 4];
    expect(turnSecondsOf(graph, driver.access, 4)(fromWest, toBend)).toBeCloseTo(4, 1);
    const closed = driver.access.map((bits, edge) => (edge === toEast >> 1 ? 0 : bits));
    expect(turnSecondsOf(graph, closed, 4)(fromWest, toBend)).toBe(0);
  });
});
