import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge } from '../../geo/graph/locate.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCityRoad } from './city-for-test.ts';
import { findShuttle } from './find-shuttle.ts';

// A street from west to east, a side street to the north of (200, 0), and a way round by the north.
const street: MiniCityRoad = {
  id: 1,
  through: [
    [1, [0, 0]],
    [2, [200, 0]],
    [3, [400, 0]],
  ],
};
const side: MiniCityRoad = {
  id: 2,
  through: [
    [2, [200, 0]],
    [4, [200, 100]],
  ],
};
const round: MiniCityRoad = {
  id: 3,
  through: [
    [3, [400, 0]],
    [5, [400, 100]],
    [4, [200, 100]],
  ],
};

/** Held from five to nine in the morning, on the side street. */
const market: RoadObstacle = {
  id: 7,
  roadIds: [2],
  at: null,
  kind: 'market',
  motor: false,
  footways: false,
  foot: true,
  delaySeconds: 0,
  hours: { fromMinute: 300, toMinute: 540 },
};
const [held, over] = [360, 600];

function fetchWater(waterAt: [number, number], minute: number) {
  const waters = [{ id: 'water:1', at: waterAt }];
  const city = cityForTest({ roads: [street, side, round], obstacles: [market], waters });
  const stop = findNearestEdge(city.graph, at(10, 0), { maxMeters: 5, accepts: () => true })!;
  return findShuttle(city, { vehicleClass: 'tanker', stop, minute });
}

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
