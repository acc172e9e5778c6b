import { expect, it } from 'vitest';
import { followLine } from './follow-line.ts';
import { at, miniGraph } from './graph-for-test.ts';
import type { Passage } from './passage.ts';

const places = { a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 100] } satisfies Record<
  string,
  [number, number]
>;
const graph = miniGraph(places, [
  { through: ['a', 'b', 'c'] },
  { through: ['c', 'd'] },
  { through: ['b', 'd'] },
]);

function metersOf(passages: Passage[] | null) {
  return passages?.map(({ from, to }) => [Math.round(from), Math.round(to)]);
}

it('a line of the router is followed along the roads of the graph, from where it begins to where it ends', () => {
  const found = followLine(graph, [at(20, 0), at(100, 0), at(200, 0), at(200, 60)]);
  expect(metersOf(found)).toEqual([
    [20, 100],
    [0, 100],
    [0, 60],
  ]);
});

it('is followed too where the router goes straight through what is a junction of the graph', () => {
  const found = followLine(graph, [at(20, 0), at(200, 0), at(200, 60)]);
  expect(metersOf(found)).toEqual([
    [20, 100],
    [0, 100],
    [0, 60],
  ]);
});

it('is not followed where it leaves the roads, or jumps', () => {
  expect(followLine(graph, [at(20, 0), at(60, 40)])).toBeNull();
  expect(followLine(graph, [at(20, 0), at(60, 0), at(200, 60), at(200, 80)])).toBeNull();
});
