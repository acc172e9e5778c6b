// Drives of many starts to one place, searched backwards with limits and estimates, against a plain search forwards from
// each: on a grid of slow and fast streets, some one-way, with gates, closures and jams.

import { describe, expect, it } from 'vitest';
import { driveOutward, driveSeconds } from '../../geo/graph/drive.ts';
import { secondsOf } from '../../geo/graph/drive-cost.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { createPairFinder } from '../../geo/graph/node-pairs.ts';
import { Search } from '../../geo/graph/search.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import type { CityGraph } from './city-graph.ts';
import { closeCity, type CityClosure } from './close-city.ts';
import { slowCity } from './slow-city.ts';

const size = 8;
const blockMeters = 120;
const lines = Array.from({ length: size }, (_, n) => n);
const nodeAt = (x: number, y: number) => 1 + x + size * y;
const crossing = (x: number, y: number): MiniCityRoad['through'][0] => [
  nodeAt(x, y),
  [blockMeters * x, blockMeters * y],
];
const speedKmh = (n: number) => [8, 24, 50, 13, 34][n % 5]!;

const grid = cityForTest({
  station: [0, 0],
  roads: [
    ...lines.map((y) => ({
      id: 1 + y,
      speedKmh: speedKmh(3 * y),
      through: lines.map((x) => crossing(x, y)),
    })),
    ...lines.map((x) => ({
      id: 101 + x,
      speedKmh: speedKmh(2 * x + 1),
      oneway: x % 3 === 1 ? (1 as const) : (0 as const),
      through: lines.map((y) => crossing(x, y)),
    })),
  ],
  barriers: [
    [3, 4, 40],
    [5, 5, 15],
  ].map(([x, y, delaySeconds]) => ({
    nodeId: nodeAt(x!, y!),
    kind: 'gate',
    motor: true,
    footways: true,
    foot: true,
    delaySeconds: delaySeconds!,
  })),
});

const closure = (effect: CityClosure['effect'], from: number[], to: number[]): CityClosure => ({
  id: from[0]! + 1,
  shape: {
    type: 'LineString',
    coordinates: [at(from[0]!, from[1]!), at(to[0]!, to[1]!)],
  },
  effect,
  vehicleClasses: null,
  onFoot: false,
  reason: 'thử',
  by: 'Lan',
});
const impassable = closure('impassable', [300, 360], [420, 360]);
const avoided = closure('avoid', [500, 480], [700, 480]);

function changed(closures: CityClosure[]): CityGraph {
  const { city } = closeCity(grid, closures);
  const jams = lines.slice(1).flatMap((x) => {
    const seen = { kmh: 4, source: 'camera', at: Date.parse('2026-03-05T10:00:00Z') };
    return [{ ...seen, from: nodeAt(x - 1, 2), to: nodeAt(x, 2) }];
  });
  return slowCity(city, jams, createPairFinder(grid.graph));
}

/** Somewhere along each block of each street. */
const starts = lines.flatMap((x) =>
  lines.flatMap((y) => [
    [blockMeters * x + 35, blockMeters * y],
    [blockMeters * x, blockMeters * y + 80],
  ]),
);

function setUp(city: CityGraph, code: string, among = starts) {
  const { graph, search, classes } = city;
  const { vehicle, reach } = classes.get(code)!;
  const driver = { vehicle, access: reach.stated.access };
  const near = ([east, north]: number[]) =>
    findNearestEdge(graph, at(east!, north!), { maxMeters: 130, accepts: () => true })!;
  const points = among.map(near);
  const node = graph.edgeTo.find((_, edge) => {
    const [lon, lat] = at(blockMeters * 4, blockMeters * 5);
    const end = graph.edgeTo[edge]!;
    const [x, y] = [graph.nodePositions[2 * end]!, graph.nodePositions[2 * end + 1]!];
    return Math.abs(x - lon) + Math.abs(y - lat) < 1e-7;
  })!;
  const edge = graph.edgeTo.indexOf(node);
  const to = { ...points[0]!, edge, metersAlong: graph.edgeMeters[edge]! };
  const outward = new Search(graph);
  const plain = points.map((start) => {
    driveOutward(graph, outward, driver, { start });
    return Number.isFinite(outward.cost[node]!) ? secondsOf(outward.cost[node]!) : null;
  });
  const searched = (limits?: number[]) =>
    driveSeconds(graph, search, driver, { starts: points, to, ...(limits && { limits }) });
  return { plain, searched };
}

const rounded = (times: (number | null)[]) =>
  times.map((seconds) => seconds && Math.round(1e3 * seconds) / 1e3);

/** The search looks towards them. */
const inOneCorner = starts.filter(([east, north]) => east! > 600 && north! < 300);

describe.each(['large', 'motorbike'])('drives of a %s', (code) => {
  it.each([
    ['open roads', []],
    ['what is impassable', [impassable]],
    ['what should be avoided as well', [impassable, avoided]],
  ] as const)('take as long as searched from each start, with %s', (_, closures) => {
    const { plain, searched } = setUp(changed([...closures]), code);
    expect(rounded(searched())).toEqual(rounded(plain));
    expect(new Set(plain).size).toBeGreaterThan(50);
  });

  it.each([inOneCorner, ...inOneCorner.map((start) => [start])])(
    'take as long where the search looks towards the starts: %j',
    (...among) => {
      const { plain, searched } = setUp(changed([impassable]), code, among);
      expect(rounded(searched())).toEqual(rounded(plain));
      expect(plain).not.toContain(null);
    },
  );

  it.each([
    ['one limit', () => 60],
    ['limits of their own', (n: number) => 20 + ((37 * n) % 150)],
  ])('are found up to %s, and no further', (_, limitOf) => {
    const { plain, searched } = setUp(changed([impassable]), code);
    const limits = plain.map((__, n) => limitOf(n));
    const expected = plain.map((seconds, n) =>
      seconds !== null && seconds <= limits[n]! ? seconds : null,
    );
    expect(rounded(searched(limits))).toEqual(rounded(expected));
    expect(expected.filter((seconds) => seconds === null).length).toBeGreaterThan(10);
    expect(expected.filter((seconds) => seconds !== null).length).toBeGreaterThan(10);
  });
});
