import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { toLineString } from '../../geo/position.ts';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import type { Drive } from './draw-drives.ts';
import { tellGoal } from './tell-goal.ts';

const nothing = { modifier: null, exit: null, near: null, tight: null };
const step = (code: string): Drive['steps'][0] => ({
  ...nothing, code, roadName: null, meters: 0, seconds: 0, lon: 0, lat: 0,
}); // prettier-ignore

/** To the north. */
const drive: Drive = {
  router: 'osrm',
  seconds: 20,
  meters: 100,
  geometry: toLineString([at(0, 0), at(0, 100)]),
  steps: [step('depart'), step('arrive')],
};
const door = at(-10, 100);
const told = (each: Drive, point = at(0, 100)) =>
  tellGoal(each, { point, door, onFoot: null }, parameters).steps.map(({ goal }) => goal?.side);

it('the goal is told by the step that arrives, and by no other', () => {
  expect(told(drive)).toEqual([undefined, 'left']);
  expect(told({ ...drive, steps: [step('depart')] })).toEqual([undefined]);
  expect(told({ ...drive, steps: [] })).toEqual([]);
});

it('nothing is told where the router ends its way beside the stop, or nobody drew the way', () => {
  expect(told(drive, at(2, 100))).toEqual([undefined, 'left']);
  expect(told(drive, at(-5, 100))).toEqual([undefined, undefined]);
  expect(told({ ...drive, geometry: null })).toEqual([undefined, undefined]);
});

it('the way on foot is named by the road that stops the unit', () => {
  const road = {
    name: 'Ngõ 29', class: 'service', alleyLevel: 1, widthMeters: 1.5, provenance: 'tagged' as const,
  }; // prettier-ignore
  const line = [at(0, 100), at(30, 100)];
  const arrival = { point: at(0, 100), door, onFoot: { line, road } };
  expect(tellGoal(drive, arrival, parameters).steps.at(-1)!.goal).toEqual({
    kind: 'way',
    side: 'right',
    road: { name: 'Ngõ 29', alleyLevel: 1 },
  });
});
