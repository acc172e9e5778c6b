import { describe, expect, it } from 'vitest';
import { readTree, usesTouched } from './drive-tree.ts';
import { driveOutward, driveSeconds, findDrive, findUsers } from './drive.ts';
import { at, largePumper, miniGraph, motorbike } from './graph-for-test.ts';
import type { RoadGraph } from './build-graph.ts';
import { findNearestEdge } from './locate.ts';
import { Search } from './search.ts';
import { accessFor } from './vehicle-access.ts';

const places = { a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 100], e: [0, 100] } satisfies Record<
  string,
  [number, number]
>;

function setUp(graph: RoadGraph, vehicle = largePumper) {
  const driver = { vehicle, access: accessFor(graph, vehicle).stated };
  const near = (east: number, north: number) =>
    findNearestEdge(graph, at(east, north), { maxMeters: 30, accepts: () => true })!;
  return { driver, near, search: new Search(graph) };
}

/** A corner of a grid. */
const name = (x: number, y: number) => `${x}/${y}`;
/** Slow and fast streets side by side: the straight way is seldom the best. */
const speed = (n: number) => [8, 20, 50, 13, 34][n % 5]!;

describe('driving on the road graph', () => {
  it('takes length over speed', () => {
    const graph = miniGraph(places, [{ through: ['a', 'b', 'c'], speedKmh: 36 }]);
    const { driver, near, search } = setUp(graph);
    const drive = findDrive(graph, search, driver, { start: near(20, 0), to: near(180, 0) })!;
    expect(drive.seconds).toBeCloseTo(16, 1);
    expect(drive.meters).toBeCloseTo(160, 0);
  });

  it('goes round where a one-way street forbids the short way', () => {
    const graph = miniGraph(places, [
      { name: 'Phố Một', through: ['c', 'b', 'a'], oneway: 1, speedKmh: 36 },
      { name: 'Phố Vòng', through: ['a', 'e', 'd', 'c'], speedKmh: 36 },
    ]);
    const { driver, near, search } = setUp(graph);
    const drive = findDrive(graph, search, driver, { start: near(50, 0), to: near(150, 0) })!;
    expect(drive.meters).toBeCloseTo(50 + 100 + 200 + 100 + 50, 0);
    expect(drive.roads.length).toBe(3);
  });

  it('arrives at a junction by any of its roads, whatever road the point was found on', () => {
    const graph = miniGraph(places, [
      { through: ['e', 'b'], oneway: 1 },
      { through: ['a', 'b'], speedKmh: 36 },
    ]);
    const { driver, near, search } = setUp(graph);
    const atJunction = { edge: 0, metersAlong: graph.edgeMeters[0]!, point: at(100, 0), meters: 0 };
    const there = { start: near(20, 0), to: atJunction };
    expect(findDrive(graph, search, driver, there)?.meters).toBeCloseTo(80, 0);
    const back = { start: { ...atJunction, metersAlong: 0, point: at(0, 100) }, to: near(20, 0) };
    expect(findDrive(graph, search, driver, back)?.meters).toBeCloseTo(141.4 + 80, 0);
  });

  it('loses the seconds of a gate, also of one just before the end', () => {
    const graph = miniGraph(places, [{ through: ['a', 'b', 'c'], speedKmh: 36 }], {
      b: { kind: 'gate', motor: true, delaySeconds: 20 },
    });
    const { driver, near, search } = setUp(graph);
    const drive = findDrive(graph, search, driver, { start: near(20, 0), to: near(180, 0) })!;
    expect(drive.seconds).toBeCloseTo(16 + 20, 1);
  });

  it('says so where there is no way', () => {
    const graph = miniGraph(places, [
      { through: ['a', 'b'] },
      { through: ['b', 'c'], widthMeters: 2 },
      { through: ['c', 'd'] },
    ]);
    const { driver, near, search } = setUp(graph);
    const to = near(200, 50);
    expect(driveSeconds(graph, search, driver, { starts: [near(50, 0)], to })).toEqual([null]);
  });

  it.each([largePumper, motorbike])(
    'finds the fastest way also where it looks towards the start first: $code',
    (vehicle) => {
      const size = 9;
      const cells = Array.from({ length: size * size }, (_, n) => [n % size, Math.floor(n / size)]);
      const grid = Object.fromEntries(
        cells.map(([x, y]) => [name(x!, y!), [60 * x!, 60 * y!] as [number, number]]),
      );
      const lines = Array.from({ length: size }, (_, n) => n);
      const graph = miniGraph(
        grid,
        [
          ...lines.map((y) => ({ through: lines.map((x) => name(x, y)), speedKmh: speed(3 * y) })),
          ...lines.map((x) => ({
            through: lines.map((y) => name(x, y)),
            speedKmh: speed(2 * x + 1),
            oneway: x % 3 === 1 ? (1 as const) : (0 as const),
          })),
        ],
        {
          [name(6, 5)]: { kind: 'lift_gate', motor: true, delaySeconds: 30 },
          [name(4, 4)]: 'bollard',
        },
      );
      const { driver, near, search } = setUp(graph, vehicle);
      const seen = { towards: 0, around: 0 };
      const to = near(60 * 7 + 20, 60 * 6);
      for (const [x, y] of cells) {
        const start = near(60 * x! + 10, 60 * y!);
        // Of several starts it cannot look towards one.
        const [seconds] = driveSeconds(graph, search, driver, { starts: [start, to], to });
        seen.around += search.settled.length;
        expect(findDrive(graph, search, driver, { start, to })?.seconds).toBeCloseTo(seconds!, 6);
        seen.towards += search.settled.length;
      }
      expect(seen.towards).toBeLessThan(0.9 * seen.around);
    },
  );

  it('does not search for a start that it may not leave', () => {
    const graph = miniGraph(places, [
      { through: ['a', 'b', 'c', 'd'] },
      { through: ['a', 'e'], widthMeters: 1.5 },
    ]);
    const { driver, near, search } = setUp(graph);
    const [start, to] = [near(0, 50), near(200, 50)];
    expect(driveSeconds(graph, search, driver, { starts: [start], to })).toEqual([null]);
    expect(search.settled.length).toBeLessThan(2);
  });

  it('says by the tree of a start what a search for every end says: whether the fastest way touches a road or a place', () => {
    const size = 8;
    const lines = Array.from({ length: size }, (_, n) => n);
    const grid = Object.fromEntries(
      lines.flatMap((x) =>
        lines.map((y) => [name(x, y), [60 * x, 60 * y] as [number, number]] as const),
      ),
    );
    // No two streets are as fast, so that there is one fastest way.
    const graph = miniGraph(
      grid,
      [
        ...lines.map((y) => ({
          through: lines.map((x) => name(x, y)),
          speedKmh: 20 + 2.3 * ((5 * y) % size),
        })),
        ...lines.map((x) => ({
          through: lines.map((y) => name(x, y)),
          speedKmh: 21 + 2.9 * ((3 * x) % size),
          oneway: x % 3 === 1 ? (1 as const) : (0 as const),
        })),
      ],
      { [name(5, 5)]: { kind: 'lift_gate', motor: true, delaySeconds: 30 } },
    );
    const { driver, near, search } = setUp(graph);
    const touched = {
      edges: new Set([near(60 * 3 + 30, 60 * 4).edge, near(60 * 5, 60 * 2 + 30).edge]),
      nodes: new Set([graph.edgeTo[near(60 * 4 + 30, 60 * 3).edge]!]),
    };
    const places = lines.flatMap((x) => lines.map((y) => near(60 * x + 20, 60 * y)));
    const said = { yes: 0, no: 0 };
    for (const start of places.filter((_, index) => index % 5 === 0)) {
      driveOutward(graph, search, driver, { start });
      const tree = readTree(graph, search, driver, { start, touched });
      for (const to of places) {
        const [users] = findUsers(graph, search, driver, { starts: [start], to, touched });
        expect(usesTouched(graph, driver, tree, { start, to, touched })).toBe(users);
        said[users ? 'yes' : 'no']++;
      }
    }
    expect(Math.min(said.yes, said.no)).toBeGreaterThan(50);
  });
});
