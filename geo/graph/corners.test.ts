import { expect, it } from 'vitest';
import { findCorners, widthToTurn } from './corners.ts';
import { at, largePumper, motorbike } from './graph-for-test.ts';

type Meters = [east: number, north: number];

function alley(nodeIds: number[], through: Meters[], alleyLevel = 2) {
  return {
    nodeIds,
    alleyLevel,
    motor: true,
    possibleWidthMeters: 2.5,
    coordinates: through.flatMap((meters) => at(...meters)),
  };
}

const bend: Meters[] = [
  [0, 0],
  [0, 50],
  [50, 50],
];

it('a right-angled bend of an alley is a corner, a gentle one is not', () => {
  const corners = findCorners([alley([1, 2, 3], bend)], 60);
  expect([...corners]).toEqual([[2, { degrees: 90, widthMeters: 2.5 }]]);
  const gentle = alley(
    [1, 2, 3],
    [
      [0, 0],
      [0, 50],
      [30, 100],
    ],
  );
  expect(findCorners([gentle], 60).size).toBe(0);
});

it('also where one alley goes on as another, but not where a third way is turned into', () => {
  const first = alley([1, 2], bend.slice(0, 2));
  const second = alley([2, 3], bend.slice(1));
  expect([...findCorners([first, second], 60).keys()]).toEqual([2]);
  const third = alley([2, 4], [bend[1]!, [0, 100]]);
  expect(findCorners([first, second, third], 60).size).toBe(0);
  expect(findCorners([first, { ...second, alleyLevel: 0 }], 60).size).toBe(0);
});

it('a vehicle of 8.5 m needs 6.3 m for a right angle, and less for less', () => {
  // r = √(8.5² − 6.4²) − 2.5 = 3.09; 8.5 − 3.09 · cos 45° = 6.31
  expect(widthToTurn(largePumper, 90)).toBeCloseTo(6.31, 2);
  expect(widthToTurn(largePumper, 60)).toBeLessThan(6.31);
  expect(widthToTurn(motorbike, 90)).toBeNull();
});
