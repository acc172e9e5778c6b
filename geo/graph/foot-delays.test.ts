import { expect, it } from 'vitest';
import { listFootDelays, secondsHeldUp } from './foot-delays.ts';
import { miniGraph } from './graph-for-test.ts';

const graph = miniGraph(
  { a: [0, 0], gate: [100, 0], post: [200, 0], stile: [300, 0], b: [400, 0] },
  [{ through: ['a', 'gate', 'post', 'stile', 'b'] }],
  {
    gate: { kind: 'locked_gate', footDelaySeconds: 90, hoseDelaySeconds: 90 },
    post: 'bollard',
    stile: { kind: 'stile', footDelaySeconds: 4, hoseDelaySeconds: 10 },
  },
);
const nodeOf = (kind: string) =>
  [...graph.nodeBarriers].find(([, barrier]) => barrier.kind === kind)![0];
/** Along the edges from the first to the one before the last, eastwards. */
const way = (from: number, to: number) =>
  listFootDelays(
    graph,
    Array.from({ length: to - from }, (_, index) => 2 * (from + index)),
    graph.edgeFrom[to]!,
  ).map(({ kind, walking, laying }) => [kind, walking, laying]);

it('a way meets what stands where it begins, on it and where it ends, but what one walks around', () => {
  expect(way(0, 3)).toEqual([
    ['locked_gate', 90, 90],
    ['stile', 4, 10],
  ]);
  expect(way(1, 2)).toEqual([['locked_gate', 90, 90]]);
  expect(way(2, 3)).toEqual([['stile', 4, 10]]);
  expect(way(2, 2)).toEqual([]);
});

it('one crew opens a gate once, however many of its ways lead through it', () => {
  const gate = { node: nodeOf('locked_gate'), kind: 'locked_gate', walking: 90, laying: 90 };
  const stile = { node: nodeOf('stile'), kind: 'stile', walking: 4, laying: 10 };
  expect(secondsHeldUp('laying', [gate, stile], [gate])).toBe(100);
  expect(secondsHeldUp('laying', [gate], [stile])).toBe(100);
  expect(secondsHeldUp('walking', [gate], [stile])).toBe(94);
  expect(secondsHeldUp('walking', [], [])).toBe(0);
});
