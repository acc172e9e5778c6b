import { expect, test } from 'vitest';
import { unitForTest } from '../dispatch/answers-for-test.ts';
import { listUnits } from './listed-units.ts';

const one = unitForTest({ unitId: 'unit:1' });
const two = unitForTest({ unitId: 'unit:2' });
const movedOne = { ...one, secondsToWater: 555 };
const stops = { 'unit:1': { lon: 105.8, lat: 21 } };
const nothing = { stops: {}, answers: {}, shown: null };

test('a unit whose stop was moved is listed with the times of that stop, whichever is looked at', () => {
  const answers = { 'unit:1': movedOne };
  for (const shown of [two, movedOne])
    expect(listUnits([one, two], { stops, answers, shown })).toEqual([
      { unit: movedOne, stop: 'chosen' },
      { unit: two, stop: 'planned' },
    ]);
});

test('until there is an answer for the chosen stop, the times are marked as of the planned one', () => {
  expect(listUnits([one, two], { ...nothing, stops, answers: { 'unit:1': null } })).toEqual([
    { unit: one, stop: 'unanswered' },
    { unit: two, stop: 'planned' },
  ]);
});

test('an answer for a stop that was dropped since is not listed', () => {
  expect(listUnits([one], { ...nothing, answers: { 'unit:1': movedOne } })).toEqual([
    { unit: one, stop: 'planned' },
  ]);
});

test('the unit shown stands in the list as it is shown', () => {
  const full = { ...two, notes: [{ code: 'x', params: {} }] };
  expect(listUnits([one, two], { ...nothing, shown: full })[1]!.unit).toBe(full);
});
