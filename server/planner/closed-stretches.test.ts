import { describe, expect, it } from 'vitest';
import { lineMeters } from '../../geo/distance.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { street } from './block-for-test.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import type { CityClosure } from './close-city.ts';
import { drawClosed, mostEdges, mostPositions, trimStretches } from './closed-stretches.ts';

const closure: CityClosure = {
  id: 1,
  shape: { type: 'Point', coordinates: at(300, 0) },
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: false,
  reason: 'cây đổ',
  by: 'Lan',
};

/** Crosses the street at (300, 0) without meeting it: one of them is a bridge. */
const beneath: MiniCityRoad = {
  id: 5,
  name: 'Phố Dưới',
  through: [
    [51, [300, -100]],
    [52, [300, 100]],
  ],
};

const footway: MiniCityRoad = {
  id: 6,
  name: null,
  class: 'footway',
  motor: false,
  widthMeters: 2,
  through: [
    [2, [200, 0]],
    [61, [200, 60]],
  ],
};

/** Meets the street at (200, 0). */
const side = (id: number, north: number): MiniCityRoad => ({
  id,
  name: 'Phố Ngang',
  through: [
    [2, [200, 0]],
    [70 + id, [200, north]],
  ],
});

const all = ['large', 'small', 'motorbike', 'ladder', 'tanker', 'portable_pump'];

const tens = (meters: number): number => Math.round(meters / 10) * 10;

function draw(roads: MiniCityRoad[], change: Partial<CityClosure> = {}) {
  const closed = drawClosed(cityForTest({ roads }), { ...closure, ...change })!;
  const roadsTold = closed.roads.map(({ road, meters }) => [road.name, tens(meters)]);
  const lines = closed.stretches.map(({ line }) => tens(lineMeters(line)));
  return { ...closed, roadsTold, lines };
}

const along = (...points: [number, number][]): CityClosure['shape'] => ({
  type: 'LineString',
  coordinates: points.map((point) => at(...point)),
});

const area = ([west, south]: [number, number], [east, north]: [number, number]) => ({
  type: 'Polygon' as const,
  coordinates: [
    [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)],
  ],
});

describe('the roads that a closure closes', () => {
  it('at a point on a bridge are both: the bridge, and the road beneath', () => {
    const { roadsTold, meters, lines, roadCount } = draw([street, beneath]);
    expect(roadsTold).toEqual([
      ['Phố 1', 0],
      ['Phố Dưới', 0],
    ]);
    expect(roadCount).toBe(2);
    expect(meters).toBe(0);
    // So that they are seen.
    expect(lines).toEqual([30, 30]);
  });

  it('along a line are one line of as many metres, across vertices and what people reported', () => {
    const obstacles = [240, 260].map((east, index) => ({
      id: index + 1,
      roadIds: [1],
      at: at(east, 0),
      kind: 'bollard',
      motor: true,
      footways: true,
      foot: true,
      delaySeconds: 0,
      hours: null,
    }));
    const city = cityForTest({ roads: [street, beneath], obstacles });
    const { stretches, roads, meters } = drawClosed(city, {
      ...closure,
      shape: along([100, 2], [350, 2]),
    })!;
    expect(roads).toMatchObject([{ road: { name: 'Phố 1' } }]);
    expect(stretches).toHaveLength(1);
    // A line closes what lies 8 m beyond its ends as well.
    expect(meters).toBeCloseTo(264, 0);
    expect(lineMeters(stretches[0]!.line)).toBeCloseTo(meters, 0);
  });

  it('in a junction are all of its arms, those of one street joined', () => {
    const shape = { type: 'Point' as const, coordinates: at(200, 0) };
    const { roadsTold, lines } = draw([street, side(7, 90), side(8, -90)], { shape });
    expect(roadsTold).toEqual([
      ['Phố 1', 0],
      ['Phố Ngang', 0],
    ]);
    expect(lines).toEqual([30, 30]);
  });

  it('of an area are told by street, the longest first, with the ways of people by whom they are closed to', () => {
    const shape = area([150, -10], [350, 80]);
    const { roadsTold, stretches } = draw([street, beneath, footway], { shape });
    expect(roadsTold).toEqual([
      ['Phố 1', 200],
      ['Phố Dưới', 90],
      [null, 60],
    ]);
    expect(stretches.map(({ vehicleClasses, onFoot }) => [vehicleClasses, onFoot])).toEqual([
      [all, false],
      [all, false],
      [['motorbike'], false],
    ]);
  });

  it('are for people only where nobody passes, and hold for no vehicle that may not drive there', () => {
    const shape = area([190, 10], [210, 80]);
    const people = { shape, vehicleClasses: ['large'], onFoot: true };
    expect(draw([street, footway], people)).toMatchObject({ onFoot: true, vehicleClasses: [] });
    expect(draw([street, footway], { ...people, effect: 'avoid' })).toMatchObject({
      onFoot: false,
      roadsTold: [],
      stretches: [],
    });
  });

  it('are none far from every road', () => {
    const shape = { type: 'Point' as const, coordinates: at(100, 60) };
    expect(draw([street], { shape })).toMatchObject({ roads: [], stretches: [], roadCount: 0 });
  });
});

describe('what is too much to draw', () => {
  it('is cut off, the longest lines kept, and says how much there is', () => {
    const many = Array.from({ length: mostPositions }, (_, n): MiniCityRoad => {
      const [a, b] = [2 * n + 1, 2 * n + 2];
      return {
        id: n + 1,
        through: [
          [a, [n, 0]],
          [b, [n, n === 500 ? 90 : 50]],
        ],
      };
    });
    const shape = area([-10, -10], [mostPositions + 10, 100]);
    const closed = draw(many, { shape });
    expect(closed.stretchCount).toBe(mostPositions);
    expect(closed.stretches).toHaveLength(mostPositions / 2);
    expect(closed.roadCount).toBe(mostPositions);
    expect(closed.roads).toHaveLength(20);
    expect(closed.meters).toBeCloseTo(50 * mostPositions + 40, -2);
    expect(closed.stretches[0]!.meters).toBeCloseTo(90, 0);
    const trimmed = trimStretches(closed, 10);
    expect(trimmed.stretches).toHaveLength(5);
    expect(trimmed.stretchCount).toBe(mostPositions);
  });

  it('is not looked at road by road over a whole city', () => {
    const many = Array.from({ length: mostEdges + 1 }, (_, n): MiniCityRoad => {
      const [a, b] = [2 * n + 1, 2 * n + 2];
      return {
        id: n + 1,
        through: [
          [a, [n / 10, 0]],
          [b, [n / 10, 50]],
        ],
      };
    });
    const shape = area([-10, -10], [mostEdges, 100]);
    expect(drawClosed(cityForTest({ roads: many }), { ...closure, shape })).toBeNull();
  });
});
