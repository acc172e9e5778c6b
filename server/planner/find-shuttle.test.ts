import { describe, expect, it, test } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { findNearestEdge, type EdgePoint } from '../../geo/graph/locate.ts';
import { market, round, street } from './block-for-test.ts';
import { cityForTest, type MiniCityRoad, type MiniWater } from './city-for-test.ts';
import { findShuttle, type ShuttleGoal, type ShuttleRequest } from './find-shuttle.ts';

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
  const goals = [{ vehicleClass: 'tanker', stop, tankers: 3 }];
  return findShuttle(city, { goals, need: null, minute });
}

function fetchFrom(
  waters: MiniWater[],
  need: ShuttleRequest['need'],
  {
    roads = [street, side, round],
    ...coming
  }: Partial<Omit<ShuttleGoal, 'stop'>> & { roads?: MiniCityRoad[] } = {},
): string | undefined {
  const city = cityForTest({ roads, waters });
  const stop = findNearestEdge(city.graph, at(10, 0), { maxMeters: 5, accepts: () => true })!;
  const goals = [{ vehicleClass: 'tanker', stop, tankers: 3, ...coming }];
  return findShuttle(city, { goals, need, minute: null })?.water.id;
}

test('a tank that does not hold the need is passed over for water that lasts, and taken where there is none', () => {
  const cistern: MiniWater = { id: 'cistern', at: [60, 3], kind: 'cistern', volumeM3: 5 };
  const much = { litersPerSecond: 10, hours: 3 };
  expect(fetchFrom([cistern, lake(180)], much)).toBe('lake');
  expect(fetchFrom([cistern, lake(180)], { litersPerSecond: 1, hours: 1 })).toBe('cistern');
  expect(fetchFrom([cistern], much)).toBe('cistern');
});

function lake(east: number): MiniWater {
  return { id: 'lake', at: [east, 3], kind: 'lake' };
}

const long: MiniCityRoad = {
  id: 1,
  through: [
    [1, [0, 0]],
    [2, [6_000, 0]],
  ],
};

describe('a hydrant that gives little', () => {
  const need = { litersPerSecond: 10, hours: 1 };
  const from = (waters: MiniWater[], wanted: ShuttleRequest['need'] = need, tankers = 3) =>
    fetchFrom(waters, wanted, { roads: [long], tankers });
  const weak: MiniWater = { id: 'weak', at: [410, 3], litersPerSecond: 2 };

  it('is passed over for water further away that fills tanks faster, as long as more of it comes', () => {
    expect(from([weak, lake(910)])).toBe('lake');
    // Beyond the first steps of the search.
    expect(from([weak, lake(5_900)])).toBe('lake');
  });

  it('is taken before water that fills no faster, or is so far that those who come bring less', () => {
    expect(from([weak, { id: 'weaker', at: [910, 3], litersPerSecond: 1.5 }])).toBe('weak');
    const far: MiniWater = { id: 'far', at: [5_900, 3], litersPerSecond: 2.5 };
    expect(from([weak, far], need, 1)).toBe('weak');
    expect(from([weak, far], need, 3)).toBe('far');
  });

  it('is passed over for the shorter round where nothing covers the need, or nobody knows it', () => {
    expect(from([weak, { id: 'better', at: [910, 3], litersPerSecond: 6 }])).toBe('better');
    expect(from([weak, { id: 'better', at: [2_900, 3], litersPerSecond: 6 }])).toBe('better');
    expect(from([weak, lake(910)], null)).toBe('lake');
  });
});

test('of water near by and a lake that fills tanks faster those who come take what brings more of the need', () => {
  const near: MiniWater = { id: 'near', at: [410, 3], litersPerSecond: 10 };
  const from = (tankers: number, litersPerSecond = 10) =>
    fetchFrom(
      [near, lake(5_990)],
      { litersPerSecond, hours: 1 },
      {
        roads: [long],
        vehicleClass: 'large',
        tankers,
      },
    );
  // Nobody else comes: how many are missing is said of the shorter round.
  expect([0, 2, 4, 8].map((tankers) => from(tankers))).toEqual(['near', 'near', 'near', 'lake']);
  // Enough of it comes from both.
  expect(from(8, 7)).toBe('near');
});

test('the first class that gets to the stop drives', () => {
  const narrow: MiniCityRoad = {
    id: 2,
    widthMeters: 2.8,
    through: [
      [2, [200, 0]],
      [4, [200, 100]],
    ],
  };
  const city = cityForTest({ roads: [street, narrow], waters: [{ id: 'w', at: [60, 3] }] });
  const find = (at: EdgePoint, classes: string[]) =>
    findShuttle(city, {
      goals: classes.map((vehicleClass) => ({ vehicleClass, stop: at, tankers: 2 })),
      need: null,
      minute: null,
    });
  const nearest = (place: EdgePoint['point']) =>
    findNearestEdge(city.graph, place, { maxMeters: 5, accepts: () => true })!;
  const [inside, mouth] = [nearest(at(200, 60)), nearest(at(195, 0))];
  expect(find(inside, ['tanker', 'large'])).toBeNull();
  expect(find(inside, ['tanker', 'small'])?.goal).toBe(1);
  expect(find(mouth, ['tanker', 'small'])?.goal).toBe(0);
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
