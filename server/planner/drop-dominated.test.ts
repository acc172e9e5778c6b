import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest } from './city-for-test.ts';
import { planDoor } from './plan-door.ts';

/** An alley too narrow for any engine between two streets, which a road far to the east connects. */
function planBetween(drivenMeters: number, doorMeters = 30, code = 'large'): number[] {
  const roundMeters = drivenMeters - 200;
  const city = cityForTest({
    station: [0, 0],
    roads: [
      {
        id: 1,
        through: [
          [1, [0, 0]],
          [2, [100, 0]],
          [3, [100 + roundMeters / 2, 0]],
        ],
      },
      {
        id: 2,
        through: [
          [3, [100 + roundMeters / 2, 0]],
          [4, [100 + roundMeters / 2, 200]],
        ],
      },
      {
        id: 3,
        through: [
          [4, [100 + roundMeters / 2, 200]],
          [5, [100, 200]],
        ],
      },
      {
        id: 4,
        alleyLevel: 1,
        widthMeters: 1.5,
        motor: false,
        through: [
          [2, [100, 0]],
          [5, [100, 200]],
        ],
      },
    ],
  });
  const { byClass } = planDoor(city, { door: at(100, doorMeters), roadId: 4, classes: [code] });
  return byClass[0]!.stops.map(({ hoseMeters }) => Math.round(hoseMeters));
}

describe('a stop with much more hose than another', () => {
  it.each([400, 3_000])(
    'is not asked about where the vehicle may as well drive on to the other, %d m round',
    (meters) => expect(planBetween(meters)).toEqual([30]),
  );

  it('is not asked about either where no place near enough has ground for the jacks of the vehicle', () => {
    expect(planBetween(400, 30, 'ladder')).toEqual([30]);
  });

  it('is asked about where driving on takes longer than the hose saves', () => {
    expect(planBetween(4_200)).toEqual([30, 170]);
  });

  it('is asked about where driving on takes about as long as the hose saves', () => {
    expect(planBetween(1_500, 60)).toEqual([60]);
    expect(planBetween(1_750, 60)).toEqual([60, 140]);
  });
});
