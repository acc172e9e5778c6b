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
