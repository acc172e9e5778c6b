import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { market, street } from './block-for-test.ts';
import { cityForTest } from './city-for-test.ts';
import { closeCity, type CityClosure } from './close-city.ts';

const closure: CityClosure = {
  id: 1,
  shape: { type: 'Point', coordinates: at(250, 2) },
  effect: 'impassable',
  vehicleClasses: null,
  onFoot: false,
  reason: 'cây đổ',
  by: 'Lan',
};

describe('what routers are told of a closed stretch', () => {
  it('names nodes of OpenStreetMap on both sides of what people reported there', () => {
    const obstacles = [240, 260, 300].map((east, index) => ({
      ...market,
      id: index + 1,
      roadIds: [1],
      at: at(east, 0),
      kind: 'bollard',
    }));
    const city = cityForTest({ roads: [street], obstacles });
    const shape = { type: 'LineString', coordinates: [at(210, 1), at(390, 1)] } as const;
    for (const each of [closure.shape, { ...shape, coordinates: [...shape.coordinates] }]) {
      const { closed } = closeCity(city, [{ ...closure, shape: each }]);
      const { pairs } = closed[0]!;
      expect(pairs).toMatchObject([{ from: 2, to: 3, kmh: 30 }]);
      expect(pairs[0]!.meters).toBeCloseTo(200, 0);
    }
  });
});

describe('a closure that leaves people their way', () => {
  const ways = cityForTest({
    roads: [
      street,
      {
        id: 2,
        class: 'footway',
        motor: false,
        widthMeters: 2,
        through: [
          [2, [200, 0]],
          [4, [200, 60]],
        ],
      },
    ],
  });
  const closedIn = (change: Partial<CityClosure>) => {
    const { city, closed } = closeCity(ways, [{ ...closure, ...change }]);
    const { byClass, onFoot } = city.graph.conditions;
    const roadsOf = (edges: Iterable<number>) => [
      ...new Set([...edges].map((edge) => city.graph.roads[city.graph.edgeRoad[edge]!]!.id)),
    ];
    return {
      motorbike: roadsOf(byClass.get('motorbike')!.impassable.keys()),
      large: roadsOf(byClass.get('large')!.impassable.keys()),
      onFoot: [...onFoot.keys()],
      pairs: closed[0]!.pairs.length,
    };
  };

  it('closes the footways of an area to the motorbikes that use them', () => {
    const ring = [at(150, -10), at(250, -10), at(250, 80), at(150, 80), at(150, -10)];
    const shape = { type: 'Polygon' as const, coordinates: [ring] };
    expect(closedIn({ shape })).toMatchObject({ motorbike: [1, 2], onFoot: [] });
    expect(closedIn({ shape, vehicleClasses: ['large'] })).toMatchObject({
      motorbike: [],
      large: [1],
    });
  });

  it('closes the footway on which its point lies, not the street near by', () => {
    const shape = { type: 'Point' as const, coordinates: at(200, 15) };
    expect(closedIn({ shape })).toMatchObject({ motorbike: [2], onFoot: [] });
    expect(closedIn({ shape, vehicleClasses: ['large'] })).toMatchObject({ large: [1] });
  });

  it('closes nothing where none of its vehicles may drive', () => {
    const shape = { type: 'Point' as const, coordinates: at(200, 50) };
    expect(closedIn({ shape, vehicleClasses: ['large'] }).pairs).toBe(0);
    expect(closedIn({ shape, vehicleClasses: ['large'], onFoot: true }).pairs).toBe(1);
  });
});

describe('a point on a street with a pavement drawn beside it', () => {
  const city = cityForTest({
    roads: [
      street,
      {
        id: 2,
        class: 'footway',
        motor: false,
        widthMeters: 2,
        through: [
          [5, [0, 8]],
          [6, [400, 8]],
        ],
      },
    ],
  });
  const footOf = (change: Partial<CityClosure>): number[] => {
    const { graph } = closeCity(city, [{ ...closure, ...change }]).city;
    return [...graph.conditions.onFoot.keys()].map(
      (edge) => graph.roads[graph.edgeRoad[edge]!]!.id,
    );
  };

  it('closes both to people and hose, when it is for them too', () => {
    expect(footOf({ onFoot: true })).toEqual([1, 2]);
    expect(footOf({ onFoot: true, vehicleClasses: ['large'] })).toEqual([1, 2]);
    expect(footOf({})).toEqual([]);
  });
});
