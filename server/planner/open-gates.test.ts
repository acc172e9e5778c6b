import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity, type MiniWater } from './city-for-test.ts';
import { comeTo } from './come-for-test.ts';
import { asIfShut } from './door-plan.ts';
import { first, later, lockedGate, main, none, twoAlleys, type Meters } from './gates-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';
import { listWater } from './list-water.ts';
import { planStopsAt } from './plan-door.ts';

/** A wide road of 100 m, an alley at its end, and the house 180 m in it: more than a small engine's tank fills. */
function yard(waters: MiniWater[], obstacles: RoadObstacle[]): MiniCity {
  const wide = street(40, [
    [2, [300, 0]],
    [4, [300, 100]],
  ]);
  const inner = alley(41, 1.5, [
    [4, [300, 100]],
    [5, [300, 300]],
  ]);
  return { station: [0, 0], roads: [main, wide, inner], waters, obstacles };
}

const small = { house: [300, 280] as Meters, unit: 'small 1' };
const lock = lockedGate([300, 50], { roadIds: [40] });
const second = lockedGate([300, 70], { id: 8, roadIds: [40] });
/** 83 m from the stop, back out past the lock, and 98 m, in the alley. */
const outside = { id: 'water:1', at: [303, 20] as Meters };
const inAlley = { id: 'water:2', at: [303, 195] as Meters };

describe('the water is chosen with those gates open that the crew opens anyway', () => {
  it.each([
    ['the best stop', {}, 0],
    ['a stop on the road behind it', { stop: at(300, 90) }, -10],
  ])('that which its engine drove through: from %s', (_name, stop, more) => {
    const [before, gated] = [[], [lock]].map((obstacles) =>
      first(yard([outside, inAlley], obstacles), { ...small, ...stop }),
    );
    expect(gated!.stop.supply!.meters).toBeCloseTo(83 + more, 0);
    expect(later(before!, gated!)).toEqual({ ...none, drive: 90, crew: 90, water: 90 });
  });

  it.each([
    ['the best stop', {}],
    ['a stop on a street', { stop: at(295, 0) }],
  ])('that on the way of the hose to the door: from %s', (_name, stop) => {
    const deep = { house: [300, 180] as Meters, unit: 'small 1', ...stop };
    const onMain = { id: 'water:2', at: [370, 3] as Meters };
    const [before, gated] = [[], [lockedGate([300, 20])]].map((obstacles) => {
      const world = twoAlleys([303, 50], obstacles);
      return first({ ...world, waters: [...world.waters!, onMain] }, deep);
    });
    expect(gated!.stop.supply!.meters).toBeCloseTo(before!.stop.supply!.meters, 5);
    expect(later(before!, gated!)).toEqual({ ...none, crew: 90, water: 90 });
  });

  it('and none that stays shut: of two on one way it is that way which costs less with one open', () => {
    // Beside the lock that is on the way of the hose one that is not: the near water is behind both.
    const behindBoth = { id: 'water:1', at: [340, 53] as Meters };
    const onMain = { id: 'water:2', at: [400, 3] as Meters };
    const side = alley(31, 1.5, [
      [6, [300, 50]],
      [7, [380, 50]],
    ]);
    const long = alley(29, 1.5, [
      [2, [300, 0]],
      [6, [300, 50]],
      [4, [300, 200]],
    ]);
    const world = (obstacles: RoadObstacle[], waters: MiniWater[]): MiniCity => ({
      station: [0, 0],
      roads: [main, long, side],
      waters,
      obstacles,
    });
    const onLeg = lockedGate([300, 20]);
    const aside = lockedGate([320, 50], { id: 8, roadIds: [31] });
    const ask = (obstacles: RoadObstacle[], waters = [behindBoth, onMain]) =>
      first(world(obstacles, waters), { house: [300, 180], unit: 'small 1' });
    // 93 m, or 123 m with the gate aside shut, against 103 m.
    expect(ask([onLeg]).stop.supply!.meters).toBeCloseTo(93, 0);
    expect(ask([onLeg, aside]).stop.supply!.meters).toBeCloseTo(103, 0);
    // Where nothing else is in reach, past both of them.
    const past = ask([onLeg, aside], [behindBoth]);
    expect(past.stop.supply!.meters).toBeCloseTo(93, 0);
    expect(later(ask([], [behindBoth]), past)).toEqual({ ...none, crew: 90, water: 180 });
  });

  it('is in reach past as many of them as there are', () => {
    expect(first(yard([outside], [lock, second]), small).clocks.supply).toBe('water-point');
    const [before, gated] = [[], [lock, second]].map((obstacles) =>
      first(yard([outside], obstacles), small),
    );
    expect(later(before!, gated!)).toEqual({ ...none, drive: 180, crew: 180, water: 180 });
  });

  it.each([
    ['the best stop', {}, 590, 605],
    ['a stop on the road behind it', { stop: at(300, 90) }, 600, 615],
  ])('as far as the hose itself reaches: from %s', (_name, stop, near, far) => {
    const metersTo = (east: number) => {
      const waters: MiniWater[] = [{ id: 'water:1', at: [east, 0] }];
      return first(yard(waters, [lock, second]), { ...small, ...stop }).stop.supply?.meters;
    };
    expect(metersTo(near)).toBeCloseTo(390, 0);
    expect(metersTo(far)).toBeUndefined();
  });

  it('also past a gate at the end of the road that it stands on, behind which there is nearer water', () => {
    const stop = at(300, 60);
    const waters: MiniWater[] = [
      { id: 'water:1', at: [303, 15] },
      { id: 'water:2', at: [303, 130] },
    ];
    // 48 m, or 78 m with the gate shut, against 73 m.
    expect(first(yard(waters, [lock]), { ...small, stop }).stop.supply!.meters).toBeCloseTo(48, 0);
  });

  it('the list of the stop begins with it, as far by hose', () => {
    const town = cityForTest(yard([outside, inAlley], [lock]));
    const { stop } = comeTo(town, small.house, [small.unit]).come[0]!.choice!;
    const { usable } = listWater(town, stop.hoseStart);
    expect(usable.map(({ water }) => water.id)).toEqual(['water:1', 'water:2']);
    // Not for another crew, that carries a pump from there.
    const ifShut = listWater(town, asIfShut(stop).hoseStart).usable;
    expect(ifShut.map(({ water }) => water.id)).toEqual(['water:2', 'water:1']);
    expect(usable[0]!.hoseMeters).toBeCloseTo(stop.supply!.meters, 3);
    expect(usable[0]!.effortMeters).toBeCloseTo(stop.supply!.meters, 3);
  });

  it('not for an engine whose tank fills the hose: no clock rests on it', () => {
    const { stop, clocks } = first(yard([outside, inAlley], [lock]), { ...small, unit: 'large 1' });
    expect(clocks.supply).toBe('own-tank');
    expect(stop.hoseStart).not.toHaveProperty('opened');
  });

  it('is chosen anew while a unit on the road stands behind the gate, and no longer', () => {
    const city = cityForTest(yard([outside, inAlley], [lock]));
    const metersIf = (starts: { id: number; position: [number, number] }[]) =>
      planStopsAt(city, {
        door: at(...small.house),
        roadId: null,
        classes: ['small'],
        starts,
      })[0]!.stops.map(({ supply }) => Math.round(supply!.meters));
    const behind = [{ id: -1, position: at(300, 90) }];
    expect([[], behind, []].map(metersIf)).toEqual([[83], [98], [83]]);
  });
});

it('the stop is chosen by the water that it has with those gates open', () => {
  // The house lies in the middle of an alley between two yards. From either stop there is water at 83 m; to that in the
  // west the hose goes back out past the lock that the engine opened in 20 s, and other water there is at 98 m.
  const roads = [
    street(1, [
      [1, [0, 0]],
      [2, [300, 0]],
      [3, [660, 0]],
    ]),
    street(40, [
      [2, [300, 0]],
      [4, [300, 100]],
    ]),
    street(42, [
      [3, [660, 0]],
      [6, [660, 100]],
    ]),
    alley(41, 1.5, [
      [4, [300, 100]],
      [5, [480, 100]],
      [6, [660, 100]],
    ]),
  ];
  const waters: MiniWater[] = [
    outside,
    { id: 'water:2', at: [395, 103] },
    { id: 'water:3', at: [663, 20] },
  ];
  const gate = lockedGate([300, 50], { roadIds: [40], delaySeconds: 20 });
  const choose = (obstacles: RoadObstacle[]) =>
    first({ station: [0, 0], roads, waters, obstacles }, { house: [480, 100], unit: 'small 1' });
  const [before, gated] = [choose([]), choose([gate])];
  expect(gated.stop.point).toEqual(before.stop.point);
  expect(later(before, gated)).toEqual({ ...none, drive: 20, crew: 20, water: 20 });
});
