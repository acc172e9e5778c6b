import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { ClosedPair, CityClosure } from '../planner/close-city.ts';
import { rateAvoided } from './rate-avoided.ts';

type Shape = CityClosure['shape'];
type Named = { name: string; closure: { shape: Shape }; pairs: ClosedPair[] };

const pairsOf = (count: number, meters: number): ClosedPair[] =>
  Array.from({ length: count }, (_, from) => ({ from, to: from + 1, meters, kmh: 30 }));

const short = (name: string): Named => {
  const shape: Shape = { type: 'Point', coordinates: at(0, 0) };
  return { name, closure: { shape }, pairs: pairsOf(1, 30) };
};

/** A square with a street every hundred metres or so. */
function area(name: string, sideMeters: number): Named {
  const ring = [at(0, 0), at(sideMeters, 0), at(sideMeters, sideMeters), at(0, sideMeters)];
  const shape: Shape = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  return { name, closure: { shape }, pairs: pairsOf(2 * (sideMeters / 100) ** 2, 100) };
}

function line(name: string, meters: number): Named {
  const shape: Shape = { type: 'LineString', coordinates: [at(0, 0), at(100, 0)] };
  return { name, closure: { shape }, pairs: pairsOf(meters / 50, 50) };
}

const rates = (avoided: Named[]) =>
  Object.fromEntries(
    rateAvoided(avoided).map(({ name, secondsPerMeter }) => [name, secondsPerMeter]),
  );

describe('a metre to be avoided', () => {
  it('costs as much beside a flooded quarter as it does alone', () => {
    expect(rates([short('cable')])).toEqual({ cable: 100 });
    const { cable, flood } = rates([area('flood', 5_000), short('cable')]);
    expect(cable).toBe(100);
    // 500 km of streets, 20 km around them: half a kilometre of it is dearer than an hour of another way.
    expect(500 * flood!).toBeGreaterThan(3_600);
  });

  it.each([[[area('city', 30_000)]], [[line('dyke', 40_000)]], [Array.from({ length: 200 }, () => short('post'))], [[area('a', 5_000), area('b', 8_000), line('c', 9_000), short('d')]]])(
    'never makes one way through all of them as dear as one impassable stretch',
    (avoided) => {
      const seconds = rateAvoided(avoided).reduce((sum, { closure, pairs, secondsPerMeter }) => {
        const all = pairs.reduce((meters, pair) => meters + pair.meters, 0);
        // Along both diagonals of a square and two of its sides: further than any way through it.
        const across = closure.shape.type === 'Polygon' ? 4.83 * Math.sqrt(all * 50) : all;
        return sum + secondsPerMeter * Math.min(all, across);
      }, 0);
      expect(seconds).toBeGreaterThan(150_000);
      expect(seconds).toBeLessThan(290_000);
    },
  ); // prettier-ignore

  it('costs a share of that where few but long stretches lie in a small area', () => {
    const crossing = { ...area('crossing', 100), pairs: pairsOf(4, 3_000) };
    expect(2 * 3_000 * rates([crossing])['crossing']!).toBeLessThanOrEqual(200_000);
  });

  it('counts by the dearest of several closures, which is named last', () => {
    const order = rateAvoided([short('cable'), area('flood', 5_000), line('dyke', 4_000)]);
    expect(order.map(({ name }) => name)).toEqual(['flood', 'dyke', 'cable']);
  });
});
