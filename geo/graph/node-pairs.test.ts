import { describe, expect, it } from 'vitest';
import { buildGraph } from './build-graph.ts';
import { at, miniGraph } from './graph-for-test.ts';
import { createPairFinder } from './node-pairs.ts';

const places = { a: [0, 0], b: [100, 0], c: [250, 0], d: [100, 50] } satisfies Record<
  string,
  [number, number]
>;
const [a, b, c, d] = [1, 2, 3, 4];

describe('two neighbouring nodes', () => {
  const find = createPairFinder(
    miniGraph(places, [{ through: ['a', 'b', 'c'] }, { through: ['d', 'b'] }]),
  );

  it('name a stretch of an arc, each way another', () => {
    const [there] = find(b, c);
    expect(there!.stretches).toMatchObject([{ arc: 2 }]);
    expect(there!.stretches[0]!.from).toBeCloseTo(0, 1);
    expect(there!.stretches[0]!.to).toBeCloseTo(150, 1);
    expect(there!.line).toEqual([at(100, 0), at(250, 0)]);
    expect(find(c, b)[0]!.stretches[0]!.arc).toBe(3);
    expect(find(c, b)[0]!.line).toEqual([at(250, 0), at(100, 0)]);
  });

  it('are none when they only lie near each other, end to end in memory, or on no road', () => {
    expect(find(a, c)).toEqual([]);
    expect(find(c, d)).toEqual([]);
    expect(find(77, 78)).toEqual([]);
  });
});

it('a stretch within a long edge begins where its first node stands', () => {
  const find = createPairFinder(miniGraph(places, [{ through: ['a', 'b', 'c'] }]));
  const [found] = find(b, c);
  expect(found!.stretches).toHaveLength(1);
  expect(found!.stretches[0]!.arc).toBe(0);
  expect(found!.stretches[0]!.from).toBeCloseTo(100, 1);
  expect(found!.stretches[0]!.to).toBeCloseTo(250, 1);
});

it('what people put on the road between them does not part them', () => {
  const { roads } = miniGraph(places, [{ through: ['a', 'b'] }]);
  const graph = buildGraph(
    [
      {
        ...roads[0]!,
        nodeIds: [a, -5, b],
        coordinates: [...at(0, 0), ...at(40, 0), ...at(100, 0)],
      },
    ],
    [{ nodeId: -5, kind: 'gate', motor: true, footways: true, foot: true, delaySeconds: 0 }],
  );
  const [found] = createPairFinder(graph)(b, a);
  expect(found!.stretches.map(({ arc }) => arc)).toEqual([3, 1]);
});
