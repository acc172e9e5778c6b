import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import { cityForTest, type MiniCity } from './city-for-test.ts';
import { closeCity } from './close-city.ts';
import type { StartPlace } from './door-plan.ts';
import { first, later, lockedGate, main, none, twoAlleys, type Meters } from './gates-for-test.ts';
import { alley, street } from './mini-roads-for-test.ts';
import { planStopsAt } from './plan-door.ts';

/** A wide road with a locked gate, an alley at its end, and water before the gate. */
function gatedRoad(obstacles: RoadObstacle[], more: MiniCity['roads'] = []): MiniCity {
  const wide = street(40, [
    [2, [300, 0]],
    [4, [300, 100]],
  ]);
  const inner = alley(41, 1.5, [
    [4, [300, 100]],
    [5, [300, 300]],
  ]);
  const waters = [{ id: 'water:1', at: [303, 20] as Meters }];
  return { station: [0, 0], roads: [main, wide, inner, ...more], waters, obstacles };
}

describe('a gate that the engine drives through', () => {
  const lock = lockedGate([300, 50], { roadIds: [40] });
  const small = { house: [300, 280] as Meters, unit: 'small 1' };

  it.each([
    ['the best stop', {}],
    ['a stop on the road behind it', { stop: at(300, 90) }],
  ])('stands open when the hose goes back out to the water: from %s', (_name, stop) => {
    const before = first(gatedRoad([]), { ...small, ...stop });
    expect(before.clocks.supply).toBe('water-point');
    const gated = first(gatedRoad([lock]), { ...small, ...stop });
    expect(later(before, gated)).toEqual({ ...none, drive: 90, crew: 90, water: 90 });
    expect(gated.stop.supply!.footDelays).toEqual([]);
  });

  it('counts as shut where another way leads in', () => {
    const other = street(42, [
      [3, [600, 0]],
      [4, [300, 100]],
    ]);
    const { drive, water } = later(
      first(gatedRoad([], [other]), small),
      first(gatedRoad([lock], [other]), small),
    );
    expect(drive).toBeLessThan(90);
    expect(water - drive).toBe(90);
  });

  it('counts as shut where another way leads in against the traffic', () => {
    const through: MiniCity['roads'][0]['through'] = [
      [3, [600, 0]],
      [4, [300, 100]],
    ];
    const outward = { ...street(42, through), oneway: -1 as const };
    const { stop } = first(gatedRoad([lock], [outward]), small);
    expect(stop.supply!.footDelays).toMatchObject([{ kind: 'locked_gate', laying: 90 }]);
  });

  it('counts as shut for a unit on the road that stands behind it, where none of a station gets there', () => {
    const closed = closeCity(cityForTest(gatedRoad([lock])), [
      {
        id: 1,
        shape: { type: 'Point', coordinates: at(150, 0) },
        effect: 'impassable',
        vehicleClasses: null,
        onFoot: true,
        reason: 'sập cầu',
        by: 'Lan',
      },
    ]);
    const [plan] = planStopsAt(closed.city, {
      door: at(300, 280),
      roadId: null,
      classes: ['small'],
      starts: [{ id: -1, position: at(300, 90) }],
    });
    expect(plan!.stops.length).toBeGreaterThan(0);
    for (const { supply } of plan!.stops)
      expect(supply!.footDelays).toMatchObject([{ kind: 'locked_gate', laying: 90 }]);
  });

  it('counts as shut for all while a unit on the road stands behind it, and no longer', () => {
    const city = cityForTest(gatedRoad([lock]));
    const delays = (starts: StartPlace[]) =>
      planStopsAt(city, {
        door: at(300, 280),
        roadId: null,
        classes: ['small'],
        starts,
      })[0]!.stops.map(({ supply }) => supply!.footDelays.map(({ kind }) => kind));
    const open = delays([]);
    expect(open.flat()).toEqual([]);
    expect(delays([{ id: -1, position: at(100, 0) }])).toEqual(open);
    expect(delays([{ id: -1, position: at(300, 90) }])).toEqual(open.map(() => ['locked_gate']));
    expect(delays([])).toEqual(open);
  });

  it('counts as shut where the engine could drive in, and does not on its way', () => {
    const yard = street(30, [
      [2, [300, 0]],
      [5, [300, -100]],
    ]);
    const town = (obstacles: RoadObstacle[]): MiniCity => {
      const { roads, ...world } = twoAlleys([303, -50], obstacles);
      return { ...world, roads: [...roads.filter(({ id }) => id !== 30), yard] };
    };
    const inYard = lockedGate([300, -20], { roadIds: [30] });
    const house: Meters = [300, 180];
    expect(
      later(first(town([]), { ...small, house }), first(town([inYard]), { ...small, house })),
    ).toEqual({
      ...none,
      water: 90,
    });
  });

  it('counts as shut for units whose station lies behind it', () => {
    const stations: Meters[] = [[300, 70]];
    const [before, gated] = [gatedRoad([]), gatedRoad([lock])].map((world) =>
      first({ ...world, stations }, small),
    );
    expect(later(before!, gated!)).toEqual({ ...none, water: 90 });
  });
});
