import { expect, it } from 'vitest';
import type { RoadGraph } from './build-graph.ts';
import { at, miniGraph } from './graph-for-test.ts';
import { findNearestEdge } from './locate.ts';
import { Search } from './search.ts';
import { findWalk } from './walk.ts';

const places = { a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 100], e: [0, 100] } satisfies Record<
  string,
  [number, number]
>;

function walk(graph: RoadGraph, from: [number, number], to: [number, number]) {
  const near = ([east, north]: [number, number]) =>
    findNearestEdge(graph, at(east, north), { maxMeters: 30, accepts: () => true })!;
  return findWalk(graph, new Search(graph), { from: near(from), to: near(to) });
}

it('walks against a one-way street', () => {
  const graph = miniGraph(places, [{ through: ['a', 'b', 'c'], oneway: -1 }]);
  expect(walk(graph, [20, 0], [180, 0])?.meters).toBeCloseTo(160, 0);
});

it('goes round where a wall stands on the short way', () => {
  const graph = miniGraph(
    places,
    [{ through: ['a', 'b', 'c'] }, { through: ['a', 'e', 'd', 'c'] }],
    {
      b: 'wall',
    },
  );
  const way = walk(graph, [50, 0], [150, 0])!;
  expect(way.meters).toBeCloseTo(500, 0);
  expect(way.line[0]).toEqual(at(50, 0).map((degrees) => expect.closeTo(degrees, 7)));
});

it('has no way between streets that do not meet', () => {
  const graph = miniGraph(places, [{ through: ['a', 'b'] }, { through: ['d', 'e'] }]);
  expect(walk(graph, [50, 0], [50, 100])).toBeNull();
});

it('measures along one street without going round by its ends', () => {
  const graph = miniGraph(places, [{ through: ['a', 'b'] }]);
  expect(walk(graph, [80, 0], [20, 0])?.meters).toBeCloseTo(60, 0);
});
