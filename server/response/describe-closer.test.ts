import { expect, it } from 'vitest';
import { cityForTest } from '../planner/city-for-test.ts';
import { comeTo, type Come } from '../planner/come-for-test.ts';
import { shippedParameters } from '../planner/settings-for-test.ts';
import { describeCloser, toComing } from './describe-closer.ts';
import type { UnitChoice } from './describe-unit.ts';
import type { UnitRow } from './queries.ts';

/** A street, an alley of 2.6 m from its middle, and from 280 m on a passage for people alone. */
const city = cityForTest({
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
      class: 'service',
      alleyLevel: 1,
      widthMeters: 2.6,
      through: [
        [2, [300, 0]],
        [4, [300, 280]],
      ],
    },
    {
      id: 3,
      class: 'service',
      alleyLevel: 2,
      widthMeters: 0.8,
      through: [
        [4, [300, 280]],
        [5, [300, 600]],
      ],
    },
  ],
});

function toChoice({ id, vehicle, choice }: Come): UnitChoice {
  const unit = { unit_id: id, call_sign: id } as UnitRow;
  return {
    unit,
    vehicle,
    choice,
    station: null,
    router: 'graph',
    isSettled: false,
    isUnsettled: false,
    isUnchecked: false,
    others: [],
    certainStops: [],
    why: null,
  };
}

function closerAt(north: number) {
  const { plan, come } = comeTo(city, [300, north], ['large 1', 'small 1', 'motorbike 1']);
  const choices = come.map(toChoice);
  const large = choices.find(({ vehicle }) => vehicle.code === 'large')!;
  const coming = choices.map(toComing);
  return describeCloser(
    large,
    { choices, coming, plan, floors: 2, waterOf: null },
    shippedParameters,
  ).map(({ vehicleClass, missingLengths, reelMeters }) => [
    vehicleClass,
    missingLengths > 0,
    reelMeters,
  ]);
}

it('what gets closer says what hose it lacks, and that first attack does not reach the door with its own', () => {
  expect(closerAt(300)).toEqual([
    ['small', false, null],
    ['motorbike', false, null],
  ]);
  expect(closerAt(480)).toEqual([
    ['small', true, null],
    ['motorbike', true, 30],
  ]);
});
