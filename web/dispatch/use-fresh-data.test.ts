import { expect, test } from 'vitest';
import { conditionsOf, ownConditionsOf } from './use-fresh-data.ts';

const none = {
  closures: '',
  traffic: { key: '', segments: 0, newestAt: null },
  filledHours: '',
};

test.each([
  ['a market opens', { ...none, filledHours: '5:00-8:00' }],
  ['traffic is seen', { ...none, traffic: { ...none.traffic, key: 'a' } }],
])('where %s, answers are asked for anew, and what changed of them is said', (_, then) => {
  expect(ownConditionsOf(then)).not.toBe(ownConditionsOf(none));
  expect(conditionsOf(then)).not.toBe(conditionsOf(none));
});

test('a closure changes what is in force too', () => {
  expect(conditionsOf({ ...none, closures: 'a' })).not.toBe(conditionsOf(none));
});
