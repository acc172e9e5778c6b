// Classes are asked for one after the other and share the walk from the door: never that of another door, or of a city
// that has changed since.

import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Position } from '../../geo/position.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import type { CityGraph } from './city-graph.ts';
import { closeCity } from './close-city.ts';
import { describeDoor, planStopsAt } from './plan-door.ts';

const world: MiniCity = {
  roads: [
    {
      id: 1,
      through: [
        [1, [0, 0]],
        [2, [300, 0]],
        [3, [600, 0]],
      ],
    },
    {
      id: 2,
      widthMeters: 2,
      through: [
        [2, [300, 0]],
        [4, [300, 200]],
      ],
    },
  ],
  waters: [{ id: 'water:1', at: [500, 3] }],
};
const town = cityForTest(world);
const deep = { door: at(303, 150), roadId: 2 };
const front = { door: at(200, 4), roadId: 1 };

const hoses = (city: CityGraph, door: typeof deep) =>
  planStopsAt(city, { ...door, classes: ['large'] })[0]!.stops.map(({ hoseMeters }) =>
    Math.round(hoseMeters),
  );
const waterMeters = (city: CityGraph, door: typeof deep) =>
  describeDoor(city, door).water.usable.map(({ hoseMeters }) => Math.round(hoseMeters));

it('two doors in turn are each planned from where they are', () => {
  for (const _ of [1, 2]) {
    expect(hoses(town, deep)).toEqual([150]);
    expect(hoses(town, front)).toEqual([0]);
    expect(waterMeters(town, deep)).toEqual([353]);
    expect(waterMeters(town, front)).toEqual([303]);
  }
});

it('what was planned for a door is kept while others are asked for, and answers nothing but the same question', () => {
  const large = { ...deep, classes: ['large'] };
  const city = cityForTest(world);
  const [planned] = planStopsAt(city, large)[0]!.stops;
  const leaving = { id: -1, position: at(100, 2) };
  for (const other of [{ stop: at(250, 0) }, { firstCrew: true }, { minute: 5 }]) {
    planStopsAt(city, { ...front, classes: ['large'] });
    const stops = planStopsAt(city, { ...large, ...other })[0]!.stops;
    expect(stops[0]).not.toBe(planned);
    expect(stops).toEqual(planStopsAt(cityForTest(world), { ...large, ...other })[0]!.stops);
    const [again] = planStopsAt(city, { ...large, starts: [leaving] });
    expect(again!.stops[0]).toBe(planned);
    expect(again!.starts.has(-1)).toBe(true);
  }
});

it('a closure, and its end, count for a door that was planned just before', () => {
  const { city: closed } = closeCity(town, [
    {
      id: 1,
      shape: { type: 'LineString', coordinates: [at(300, 40), at(300, 60)] },
      effect: 'impassable',
      vehicleClasses: null,
      onFoot: true,
      reason: 'cháy',
      by: 'Lan',
    },
  ]);
  for (const _ of [1, 2]) {
    expect([hoses(town, deep), waterMeters(town, deep)]).toEqual([[150], [353]]);
    // Nobody walks past it: no stop, and no water.
    expect([hoses(closed, deep), waterMeters(closed, deep)]).toEqual([[], []]);
  }
});

it('what holds whatever is believed of widths is found once', () => {
  const { reach } = cityForTest(world).classes.get('large')!;
  expect(reach.certain).toBe(reach.stated);
  const assumed = cityForTest({
    ...world,
    roads: world.roads.map((road) =>
      road.id === 2
        ? { ...road, alleyLevel: 1, widthProvenance: 'assumed', possibleWidthMeters: 4 }
        : road,
    ),
  });
  const { stated, certain, possible } = assumed.classes.get('large')!.reach;
  expect(certain).toBe(stated);
  expect(possible).not.toBe(stated);
});

function supplyMeters(city: CityGraph, request: { door: Position; stop?: Position }) {
  const [plan] = planStopsAt(city, { roadId: 1, classes: ['large'], ...request });
  return plan!.stops.map(({ supply }) => (supply ? Math.round(supply.meters) : null));
}

it('no clock rests on a hydrant that was measured dry, or on an empty tank; both are listed', () => {
  const atMouth = { ...deep, stop: at(300, 0) };
  const all = (city: CityGraph) => [
    ...supplyMeters(city, deep),
    ...supplyMeters(city, atMouth),
    ...supplyMeters(city, front),
    ...supplyMeters(city, { ...front, stop: at(220, 0) }),
  ];
  const dry = [250, 240, 230].map((east, n) => ({
    id: `water:${n + 2}`,
    at: [east, 3] as [number, number],
    litersPerSecond: 0,
  }));
  const empty = { id: 'water:9', kind: 'tank' as const, at: [260, 3] as [number, number] };
  const waters = [...world.waters!, ...dry, { ...empty, volumeM3: 0 }];
  const dried = cityForTest({ ...world, waters });
  expect(all(town)).toEqual([203, 203, 303, 283]);
  expect(all(dried)).toEqual(all(town));
  expect(all(cityForTest({ ...world, waters: waters.slice(1) }))).toEqual(
    all(town).map(() => null),
  );
  expect(waterMeters(dried, deep)).toEqual([193, 203, 213]);
});

it('water that is known to give some is a source however many of unknown flow are nearer', () => {
  const unknown = Array.from({ length: 14 }, (_, n) => ({
    id: `water:${n + 2}`,
    at: [210 + n, 3] as [number, number],
    litersPerSecond: null,
  }));
  const pond = { id: 'water:99', kind: 'pond' as const, at: [480, 3] as [number, number] };
  const city = cityForTest({ ...world, waters: [...unknown, pond] });
  const { sources } = describeDoor(city, front).water;
  expect(sources.map(({ water }) => water.id)).toContain('water:99');
  expect(sources).toHaveLength(12);
});

it('hose from water goes on to a house far behind its road, and so does its line', () => {
  const near = describeDoor(town, { door: at(200, 10), roadId: 1 }).water;
  const far = describeDoor(town, { door: at(200, 58), roadId: 1 }).water;
  expect(far.usable[0]!.hoseMeters).toBeCloseTo(near.usable[0]!.hoseMeters + 58, 0);
  expect(far.usable[0]!.line[0]).toEqual(at(200, 58));
  expect(far.sources[0]).toBe(far.usable[0]);
});
