import { expect, it } from 'vitest';
import type { ClassPlan, PlannedStop } from '../planner/door-plan.ts';
import { shippedClass, shippedParameters } from '../planner/settings-for-test.ts';
import { chooseForUnit, describeUnit, type UnitDetails } from './describe-unit.ts';
import type { UnitRow } from './queries.ts';

const plan = { vehicleClass: 'large', stops: [{} as PlannedStop] } as ClassPlan;
const details = {} as UnitDetails;

/** What is said of a unit that gets to no stop from where it starts. */
function notesFrom(start: Partial<UnitRow>, hasStart = true): string[] {
  const unit = {
    unit_id: 'unit:1',
    station_id: 7,
    position_lon: 105.8,
    position_lat: 21,
    ...start,
  };
  const choice = chooseForUnit(
    {
      unit: { position_age: 60, position_is_stale: false, lon: 105.8, lat: 21, ...unit } as UnitRow,
      vehicle: shippedClass('large'),
      station: hasStart ? { id: start.start_id!, start: [105.8, 21] } : null,
      plan,
      router: 'osrm',
      seconds: [null],
      settled: new Set(),
      isUnchecked: false,
      whyNoTime: null,
    },
    shippedParameters,
  );
  return describeUnit(choice, details, shippedParameters).notes.map(({ code }) => code);
}

it('a unit without a way is said to have none from where it starts: its station, or where it was last seen', () => {
  expect(notesFrom({ start_id: 7 })).toEqual(['no-way-from-station']);
  expect(notesFrom({ start_id: -1 })).toEqual(['no-way-from-position', 'from-position']);
});

it('a station that is off the road is named as that, and nothing is said to be reckoned from anywhere', () => {
  expect(notesFrom({ start_id: 7 }, false)).toEqual(['station-off-road']);
  expect(notesFrom({ start_id: 7, isOffRoad: true }, false)).toEqual(['station-off-road']);
});
