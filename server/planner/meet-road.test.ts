// Where doors and water meet their road: people with hose step off a pavement, and neither is taken up on to a bridge.

import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest, type MiniCity, type MiniCityRoad } from './city-for-test.ts';
import type { CityGraph } from './city-graph.ts';
import type { StopsRequest } from './door-plan.ts';
import { findShuttle } from './find-shuttle.ts';
import { planDoor } from './plan-door.ts';
import { walkToMany } from './walk-to-many.ts';

function planFor(city: CityGraph, request: Partial<StopsRequest>) {
  const plan = planDoor(city, { door: at(150, 12), roadId: null, classes: ['large'], ...request });
  const { reason, hoseMeters, supply } = plan.byClass[0]!.stops[0]!;
  const [water] = plan.water.usable;
  return {
    onto: plan.access!.road.name,
    gap: Math.round(plan.access!.gapMeters),
    others: plan.alternatives.map(({ road }) => road.name),
    stop: reason.code,
    hose: Math.round(hoseMeters),
    supply: supply && Math.round(supply.meters),
    water: water && Math.round(water.hoseMeters),
    reachedBy: water?.water.reachedBy,
  };
}

const street: MiniCityRoad = {
  id: 1,
  name: 'Street',
  through: [
    [1, [0, 0]],
    [2, [300, 0]],
    [3, [600, 0]],
  ],
};
/** Beside the street and joined to it at its crossings only. */
const pavement: MiniCityRoad = {
  id: 2,
  name: 'Pavement',
  class: 'footway',
  motor: false,
  widthMeters: 1.5,
  through: [
    [1, [0, 0]],
    [4, [4, 7]],
    [5, [300, 7]],
    [6, [596, 7]],
    [3, [600, 0]],
  ],
};
const crossing: MiniCityRoad = {
  ...pavement,
  id: 3,
  isPavement: true,
  through: [
    [5, [300, 7]],
    [2, [300, 0]],
  ],
};

function withPavement(
  { way = {}, roads = [street] }: { way?: Partial<MiniCityRoad>; roads?: MiniCityRoad[] } = {},
  waters: MiniCity['waters'] = [{ id: 'water:1', at: [170, 8] }],
): CityGraph {
  return cityForTest({ roads: [...roads, { ...pavement, ...way }, crossing], waters });
}

describe('a pavement that is drawn as a way of its own', () => {
  const atStreet = { onto: 'Street', stop: 'at-door', hose: 0 };

  it('does not hold up the engine, the hose or the water of a house behind it', () => {
    for (const isPavement of [true, false]) {
      const plan = planFor(withPavement({ way: { isPavement } }), {});
      expect(plan).toMatchObject({ ...atStreet, gap: 12, supply: 28, water: 28 });
      expect(plan.reachedBy).toContain('large');
    }
  });

  it('is the road beside it also where the register took it for the road of the house, or the dispatcher for its door', () => {
    for (const request of [{ roadId: 2 }, { doorAt: at(150, 7) }])
      expect(planFor(withPavement(), request)).toMatchObject(atStreet);
  });

  it('is no other door beside its road', () => {
    expect(planFor(withPavement(), {}).others).toEqual([]);
  });

  it('keeps no tanker from a water point on it', () => {
    const city = withPavement({}, [{ id: 'water:1', at: [500, 8] }]);
    const { at: stop } = planDoor(city, {
      door: at(20, -5),
      roadId: 1,
      classes: ['large'],
    }).byClass[0]!.stops[0]!;
    const asked = {
      goals: [{ vehicleClass: 'large', stop, tankers: 1 }],
      need: null,
      minute: null,
    };
    expect(findShuttle(city, asked)?.water.id).toBe('water:1');
  });

  it('is stepped off by those who come on foot', () => {
    const walks = { from: at(150, 8), to: [at(150, -6)], limitMeters: 100 };
    expect(Math.round(walkToMany(withPavement(), walks)[0]!)).toBe(14);
  });

  it('is followed at a corner by its own street, and by a crossing too', () => {
    const side: MiniCityRoad = {
      id: 9,
      name: 'Side',
      widthMeters: 2,
      through: [
        [7, [150, 7]],
        [8, [150, 200]],
      ],
    };
    const way: Partial<MiniCityRoad> = {
      isPavement: true,
      through: [
        [1, [0, 0]],
        [4, [4, 7]],
        [7, [150, 7]],
        [5, [300, 7]],
      ],
    };
    const city = withPavement({ way, roads: [street, side] });
    expect(planFor(city, { door: at(144, 9) })).toMatchObject({ ...atStreet, gap: 9 });
    expect(planFor(withPavement(), { door: at(302, 4) })).toMatchObject({ ...atStreet, gap: 4 });
  });

  it('is a broad street’s as far off as it is tagged, and untagged only close by', () => {
    const roads = [{ ...street, through: street.through.map(([n, [x]]) => [n, [x, -8]]) }];
    const far = (isPavement: boolean) =>
      planFor(withPavement({ way: { isPavement }, roads: roads as MiniCityRoad[] }), {});
    expect(far(true)).toMatchObject({ onto: 'Street', gap: 20, stop: 'at-door', hose: 20 });
    expect(far(false).onto).toBe('Pavement');
  });

  it('is never a way that has a name of its own, goes on from a street, or runs along an alley', () => {
    const alley = { alleyId: 7, alleyLevel: 1 };
    expect(planFor(withPavement({ way: alley }), {}).onto).toBe('Pavement');
    const beside = { ...street, alleyId: 8, alleyLevel: 1 };
    expect(planFor(withPavement({ roads: [beside] }), {}).onto).toBe('Pavement');
    const onward = cityForTest({
      roads: [
        street,
        {
          ...pavement,
          through: [
            [3, [600, 0]],
            [4, [700, 0]],
          ],
        },
      ],
    });
    expect(planFor(onward, { door: at(606, 3) }).onto).toBe('Pavement');
  });
});

describe('a way above or below the ground', () => {
  const flyover: MiniCityRoad = {
    id: 8,
    name: 'Flyover',
    isOffGround: true,
    through: [
      [20, [-200, 15]],
      [21, [800, 15]],
    ],
  };
  const ramp: MiniCityRoad = {
    id: 7,
    name: 'Ramp',
    through: [
      [1, [0, 0]],
      [20, [-200, 15]],
    ],
  };
  const world = (over: MiniCityRoad = flyover, waters: MiniCity['waters'] = []) =>
    cityForTest({ roads: [street, ramp, over], waters });

  it('is not the road of a house or water beside or below it', () => {
    const city = world(flyover, [{ id: 'water:1', at: [170, 14] }]);
    const plan = planFor(city, { door: at(150, 12) });
    expect(plan).toMatchObject({ onto: 'Street', gap: 12, water: 34 });
  });

  it('is offered as another door, and is the door once the dispatcher chose it', () => {
    expect(planFor(world(), {}).others).toEqual(['Flyover']);
    expect(planFor(world(), { doorAt: at(150, 15) }).onto).toBe('Flyover');
  });

  it('is the road of a house that names it, or that has no other near', () => {
    expect(planFor(world(), { roadId: 8 }).onto).toBe('Flyover');
    expect(planFor(world(), { door: at(720, 20) }).onto).toBe('Flyover');
  });

  it('is no road for a pavement on the ground to be stepped off on to, and one on a bridge is stepped off on to that', () => {
    const walk = { ...pavement, isPavement: true };
    const above: MiniCityRoad = {
      ...flyover,
      through: [
        [20, [-200, 9]],
        [21, [800, 9]],
      ],
    };
    const below = cityForTest({ roads: [street, ramp, above, walk] });
    expect(planFor(below, {}).onto).toBe('Street');
    const onBridge: MiniCityRoad = {
      ...walk,
      id: 9,
      isOffGround: true,
      through: [
        [20, [-200, 15]],
        [30, [-190, 20]],
        [31, [800, 20]],
      ],
    };
    const city = cityForTest({ roads: [street, ramp, flyover, onBridge] });
    expect(planFor(city, { door: at(720, 21) }).onto).toBe('Flyover');
  });
});
