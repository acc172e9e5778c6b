import { expect, it } from 'vitest';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { refuseStand, type LadderStand } from './ladder-stand.ts';

const ladder = shippedClass('ladder');
const near: LadderStand = {
  hoseMeters: 12,
  room: { blocksRoad: false, neededWidthMeters: 6 },
  roadWidthMeters: 9,
};

it('a ladder truck is of use near the door, where its jacks find ground', () => {
  expect(refuseStand(ladder, near, parameters)).toBeNull();
  expect(refuseStand(ladder, { ...near, hoseMeters: 21 }, parameters)).toEqual({
    code: 'ladder-too-far',
    meters: 21,
    maxMeters: 20,
  });
  const tight = { ...near, room: { blocksRoad: true, neededWidthMeters: 6 }, roadWidthMeters: 3.2 };
  expect(refuseStand(ladder, tight, parameters)).toEqual({
    code: 'no-room-for-jacks',
    neededWidthMeters: 6,
    widthMeters: 3.2,
  });
  expect(refuseStand(shippedClass('large'), { ...tight, hoseMeters: 99 }, parameters)).toBeNull();
});

it('what nobody planned is not held against it', () => {
  const unknown = { hoseMeters: null, room: null, roadWidthMeters: null };
  expect(refuseStand(ladder, unknown, parameters)).toBeNull();
});
