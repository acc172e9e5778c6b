import { expect, it } from 'vitest';
import { at, miniGraph } from './graph-for-test.ts';
import { findNearestEdge, findNearEdges, projectOntoEdges } from './locate.ts';

const graph = miniGraph(
  {
    a: [0, 0],
    b: [100, 20],
    c: [200, 0],
    d: [100, 140],
    e: [30, 90],
    f: [220, 130],
  },
  [{ through: ['a', 'b', 'c'] }, { through: ['b', 'd'] }, { through: ['e', 'd', 'f', 'c'] }],
);
const edges = Array.from({ length: graph.edgeCount }, (_, edge) => edge);
const places = Array.from({ length: 60 }, (_, n) => at((n * 37) % 230, (n * 53) % 150));
const all = { maxMeters: 1_000, accepts: () => true };

it('the nearest road is the one that measuring out every road finds', () => {
  for (const place of places) {
    const nearest = findNearestEdge(graph, place, all)!;
    const measured = projectOntoEdges(graph, place, edges)!;
    expect(nearest.meters).toBeCloseTo(measured.meters, 6);
    expect(nearest.point[0]).toBeCloseTo(measured.point[0], 9);
    expect(findNearEdges(graph, place, all)[0]).toEqual(nearest);
  }
});

const star = (ends: string[]) =>
  miniGraph(
    { b: [100, 20], a: [0, 0], c: [200, 0], d: [100, 140] },
    ends.map((end) => ({ through: ['b', end] })),
  );

it('of roads that begin at the nearest junction it is the first, wherever the others are', () => {
  const below = at(100, 10);
  for (const ends of [
    ['a', 'c', 'd'],
    ['d', 'c', 'a'],
    ['c', 'd', 'a'],
  ]) {
    const nearest = findNearestEdge(star(ends), below, all)!;
    expect(nearest.edge).toBe(ends.findIndex((end) => end !== 'd'));
  }
});

it('is none where none is near enough or let through', () => {
  expect(findNearestEdge(graph, at(0, 500), { ...all, maxMeters: 50 })).toBeNull();
  expect(findNearestEdge(graph, at(0, 0), { ...all, accepts: () => false })).toBeNull();
});
