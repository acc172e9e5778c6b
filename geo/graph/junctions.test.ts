import { expect, test } from 'vitest';
import { none } from './id-table.ts';
import { numberJunctions } from './junctions.ts';

const number = (nodes: number[], ends: number[], barriers: number[] = []) => {
  const { count, nodeAt, ofBarrier } = numberJunctions(Float64Array.from(nodes), ends, barriers);
  return { count, nodeAt: [...nodeAt], ofBarrier: [...ofBarrier] };
};

test('ends are junctions, what lies between them is not, and one number is one node', () => {
  expect(number([5, 6, 7, 7, 8, 5], [0, 2, 3, 5])).toEqual({
    count: 2,
    nodeAt: [0, none, 1, 1, none, 0],
    ofBarrier: [],
  });
});

test('a node that another way, or the same one again, passes is one too', () => {
  const crossing = number([1, 2, 3, 4, 2, 5], [0, 2, 3, 5]);
  expect(crossing.nodeAt).toEqual([0, 1, 2, 3, 1, 4]);
  const loop = number([1, 2, 3, 4, 2], [0, 4]);
  expect(loop.nodeAt).toEqual([0, 1, none, none, 1]);
});

test('a barrier cuts the road that it stands on; one beside all roads is none', () => {
  expect(number([1, 2, 3], [0, 2], [2, 99])).toEqual({
    count: 3,
    nodeAt: [0, 1, 2],
    ofBarrier: [[2, 1]],
  });
});

test('ids of any size are told apart, as a plain table does', () => {
  // Many of them are the same in their lower 32 bits.
  const ids = Array.from(
    { length: 20_000 },
    (_, i) => ((i * 7_919) % 500) + 2 ** 32 * ((i * 104_729) % 41) - 100,
  );
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [id, count] of counts) if (count > 1) numbers.set(id, numbers.size);
  const found = number(ids, []);
  expect(found.nodeAt).toEqual(ids.map((id) => numbers.get(id) ?? none));
  expect(found.count).toBe(numbers.size);
});

test('no roads have no junctions', () => {
  expect(number([], [], [1])).toEqual({ count: 0, nodeAt: [], ofBarrier: [] });
});
