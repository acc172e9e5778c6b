import { describe, expect, it, test } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import { market, round, street } from './block-for-test.ts';
import { cityForTest, type MiniCityRoad, type MiniWater } from './city-for-test.ts';
import { findShuttle } from './find-shuttle.ts';

// From the street to (200, 100), where it meets the way round.
const side: MiniCityRoad = {
  id: 2,
  through: [
    [2, [200, 0]],
    [4, [200, 100]],
  ],
};
const [held, over] = [360, 600];

function fetchWater(waterAt: [number, number], minute: number) {
  const waters = [{ id: 'water:1', at: waterAt }];
  const city = cityForTest({ roads: [street, side, round], obstacles: [market], waters });
  const stop = findNearestEdge(city.graph, at(10, 0), { maxMeters: 5, accepts: () => true })!;
  return findShuttle(city, { vehicleClass: 'tanker', stop, neededM3: 0, minute });
}

function fetchFrom(waters: MiniWater[], neededM3: number): string | undefined {
  const city = cityForTest({ roads: [street, side, round], waters });
  const stop = findNearestEdge(city.graph, at(10, 0), { maxMeters: 5, accepts: () => true })!;
  return findShuttle(city, { vehicleClass: 'tanker', stop, neededM3, minute: null })?.water.id;
}

test('a tank that does not hold the need is passed over for water that lasts, and taken where there is none', () => {
  const cistern: MiniWater = { id: 'cistern', at: [60, 3], kind: 'cistern', volumeM3: 5 };
  const lake: MiniWater = { id: 'lake', at: [180, 3], kind: 'lake' };
  expect(fetchFrom([cistern, lake], 160)).toBe('lake');
  expect(fetchFrom([cistern, lake], 5)).toBe('cistern');
  expect(fetchFrom([cistern], 160)).toBe('cistern');
});

describe('a shuttle while a market is held', () => {
  it('drives round the street that the market fills, and through it afterwards', () => {
    expect(fetchWater([300, 103], held)!.meters).toBeCloseTo(390 + 100 + 100, 0);
    expect(fetchWater([300, 103], over)!.meters).toBeCloseTo(190 + 100 + 100, 0);
  });

  it('does not draw from a source in that street, and does so afterwards', () => {
    expect(fetchWater([203, 50], held)).toBeNull();
    expect(fetchWater([203, 50], over)!.meters).toBeCloseTo(190 + 50, 0);
  });
});
