import { expect, test } from 'vitest';
import { findNearNames, isOneSlipApart } from './near-names.ts';

test.each([
  ['khuong ha', 'khuomg ha', true],
  ['khuong ha', 'khung ha', true],
  ['khuong ha', 'khuoong ha', true],
  ['khuong ha', 'khuogn ha', true],
  ['khuong ha', 'khuong ha', false],
  ['khuong ha', 'khuogn he', false],
  ['ngoc ha', 'ngoc khanh', false],
])('"%s" and "%s" one slip apart: %s', (one, other, expected) => {
  expect(isOneSlipApart(one, other)).toBe(expected);
});

test('an unfinished name is found behind a slip; a very short one is not guessed', () => {
  const names = ['khuong ha', 'ngoc ha', 'hue'];
  expect(findNearNames(names, 'khuomg', true)).toEqual(['khuong ha']);
  expect(findNearNames(names, 'khuomg', false)).toEqual([]);
  expect(findNearNames(names, 'hua', true)).toEqual([]);
});
