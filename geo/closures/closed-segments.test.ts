import { describe, expect, it } from 'vitest';
import { localScale } from '../distance.ts';
import type { Position } from '../position.ts';
import { closeSegments, type ClosableRoad, type ClosureShape } from './closed-segments.ts';

const origin: Position = [105.83, 21.02];
const scale = localScale(origin[1]);

/** Metres east and north of the junction in the middle. */
const at = (x: number, y: number): Position => [origin[0] + x / scale.x, origin[1] + y / scale.y];
const road = (...points: [number, number][]): number[] => points.flatMap(([x, y]) => at(x, y));

const street = road([-300, 0], [-100, 0], [0, 0], [100, 0], [300, 0]);
const crossing = road([0, -200], [0, 0], [0, 200]);
const alley = road([100, 0], [100, 60], [130, 90]);
/** Of people. */
const way = (...line: [number, number][]) => ({ line: road(...line), streetMeters: null });
const roads = [street, crossing, alley].map((line) => ({ line, streetMeters: 6 }));

function closed(
  shape: ClosureShape,
  among = roads as ClosableRoad[],
  closing = { withPavements: false },
): Record<number, number[]> {
  return Object.fromEntries(
    closeSegments(shape, among, closing).map(({ road: which, segments }) => [
      which,
      segments.map(({ index }) => index),
    ]),
  );
}

/** A closed ring that far east, north, west and south of the junction. */
const box = (half: number): Position[] => [
  at(-half, -half),
  at(half, -half),
  at(half, half),
  at(-half, half),
  at(-half, -half),
];

describe('a closure', () => {
  it('at a point closes the nearest stretch only', () => {
    expect(closed({ type: 'Point', coordinates: at(-200, 6) })).toEqual({ 0: [0] });
  });

  it('at a junction closes all that meet there', () => {
    expect(closed({ type: 'Point', coordinates: at(0, 0) })).toEqual({ 0: [1, 2], 1: [0, 1] });
  });

  it('on the roadway of two streets closes all that meet in that junction, though one of them is nearer', () => {
    const at10 = roads.map(({ line }) => ({ line, streetMeters: 10 }));
    const on = (x: number, y: number, among: ClosableRoad[] = at10) =>
      closed({ type: 'Point', coordinates: at(x, y) }, among);
    const all = { 0: [1, 2], 1: [0, 1] };
    expect([on(3, 0), on(0, -4), on(3, 1), on(4.5, 4)]).toEqual([all, all, all, all]);
    expect([on(7, 0), on(1, 7)]).toEqual([{ 0: [2] }, { 1: [1] }]);
    const footway = way([0, 0], [-40, 40]);
    expect(on(3, 0, [...at10, footway])).toEqual({ ...all, 3: [0] });
  });

  it('in the mouth of an alley closes the street on which that lies, but on the street beside it no alley', () => {
    const among = [
      { line: street, streetMeters: 20 },
      { line: alley, streetMeters: 3 },
    ];
    const on = (x: number, y: number) => closed({ type: 'Point', coordinates: at(x, y) }, among);
    expect(on(100, 6)).toEqual({ 0: [2, 3], 1: [0] });
    expect(on(100, 12)).toEqual({ 1: [0] });
    expect(on(104, 1)).toEqual({ 0: [3] });
    expect(on(97, 40)).toEqual({ 1: [0] });
  });

  it('in a fork of streets closes all three', () => {
    const fork = [road([-100, 0], [0, 0]), road([0, 0], [100, 15]), road([0, 0], [100, -15])];
    const among = fork.map((line) => ({ line, streetMeters: 8 }));
    const on = (x: number, y: number) => closed({ type: 'Point', coordinates: at(x, y) }, among);
    expect([on(-3, 0), on(3, 0.4)]).toEqual([
      { 0: [0], 1: [0], 2: [0] },
      { 0: [0], 1: [0], 2: [0] },
    ]);
    expect([on(-30, 0), on(30, 4.5)]).toEqual([{ 0: [0] }, { 1: [0] }]);
  });

  it('at a bend of one street closes the nearest stretch only', () => {
    const among = [{ line: road([-100, 0], [0, 0], [0, 100]), streetMeters: 10 }];
    expect(closed({ type: 'Point', coordinates: at(-3, 1) }, among)).toEqual({ 0: [0] });
  });

  it('in a junction closes the very end of each street', () => {
    const near = { type: 'Point' as const, coordinates: at(2, 1) };
    const found = closeSegments(near, roads, { withPavements: false });
    const shares = found.flatMap(({ segments }) => segments.map(({ from, to }) => [from, to]));
    expect(shares).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('far from every road closes none', () => {
    expect(closed({ type: 'Point', coordinates: at(-200, 60) })).toEqual({});
  });

  it('at a point on a way of people leaves the street open, but not that of its pavement, its crossing or its mouth', () => {
    const pavement = way([-300, 9], [-100, 9], [-20, 9]);
    const mouth = way([-150, 0], [-150, 40]);
    const among = [...roads, pavement, mouth];
    const on = (x: number, y: number) => closed({ type: 'Point', coordinates: at(x, y) }, among);
    expect(on(-150, 30)).toEqual({ 4: [0] });
    expect(on(-150, 4)).toEqual({ 0: [0], 4: [0] });
    expect(on(-200, 9.2)).toEqual({ 0: [0], 3: [0] });
    expect(on(-200, 3)).toEqual({ 0: [0] });
  });

  it('at a point of a street, for people too, closes the pavements on both sides, and what only leads to it stays open', () => {
    const north = way([-300, 9], [-204, 9], [-196, 9], [-20, 9]);
    const south = [way([-300, -8], [-195, -8]), way([-195, -8], [-20, -8])];
    const behind = way([-300, 16], [-20, 16]);
    const mouth = way([-195, 0], [-195, 40]);
    const among = [...roads, north, ...south, behind, mouth];
    const on = (x: number, y: number, withPavements = true) =>
      closed({ type: 'Point', coordinates: at(x, y) }, among, { withPavements });
    expect(on(-200, 1)).toEqual({ 0: [0], 3: [1], 4: [0] });
    expect(on(-200, 9.2)).toEqual({ 0: [0], 3: [1], 4: [0] });
    expect(on(-200, 1, false)).toEqual({ 0: [0] });
    expect(on(-200, 16)).toEqual({ 6: [0] });
  });

  it('far from the street that it means still closes its far pavement', () => {
    const among = [...roads, way([-300, -9], [-20, -9])];
    const point = { type: 'Point' as const, coordinates: at(-200, 24) };
    expect(closed(point, among, { withPavements: true })).toEqual({ 0: [0], 3: [0] });
  });

  it('along a road closes it, and not the roads that it meets or crosses', () => {
    const line: ClosureShape = { type: 'LineString', coordinates: [at(-90, 3), at(110, 3)] };
    expect(closed(line)).toEqual({ 0: [1, 2] });
  });

  it('along an alley closes it to its end, drawn in either direction', () => {
    const line: ClosureShape = {
      type: 'LineString',
      coordinates: [at(131, 91), at(101, 60), at(100, 5)],
    };
    expect(closed(line)).toEqual({ 2: [0, 1] });
  });

  it('over an area closes all that it touches, but not what lies in its hole', () => {
    expect(closed({ type: 'Polygon', coordinates: [box(40)] })).toEqual({ 0: [1, 2], 1: [0, 1] });
    const around = { type: 'Polygon' as const, coordinates: [box(400), box(350)] };
    expect(closed(around)).toEqual({});
  });

  it('says which share of a stretch it closes', () => {
    const [byPoint] = closeSegments({ type: 'Point', coordinates: at(-150, 2) }, roads, {
      withPavements: false,
    });
    expect(byPoint!.segments[0]!.from).toBeCloseTo(0.75, 2);
    const area: ClosureShape = { type: 'Polygon', coordinates: [box(40)] };
    const [byArea] = closeSegments(area, roads, { withPavements: false });
    const { index, from, to } = byArea!.segments[0]!;
    expect([index, Math.round(from * 10) / 10, to]).toEqual([1, 0.6, 1]);
  });
});
