import { expect, it } from 'vitest';
import type { MoveUp } from './find-uncovered.ts';
import { chooseMove, type Way } from './choose-move.ts';

const moveUpOf = (n: number): MoveUp => ({
  unitId: `unit:${n}`,
  from: n,
  to: 99,
  driveSeconds: 100,
  gain: 100 - n,
});

/** Roads are closed to all but the eleventh; `known` is what is found out about each. */
const choose = (moveUps: MoveUp[], known: Way) =>
  chooseMove(moveUps, {
    isHeldUp: ({ unitId }) => unitId !== 'unit:11',
    look: () => Promise.resolve(known),
  });

const tenShut = Array.from({ length: 10 }, (_, n) => moveUpOf(n + 1));

it('suggests none that was never asked about where all that were are shut off', async () => {
  expect(await choose(tenShut, null)).toBeNull();
});

it('suggests one further down whose class no road is closed to', async () => {
  const open = moveUpOf(11);
  expect(await choose([...tenShut, open], null)).toEqual({ ...open, isUnchecked: false });
});

it('suggests the first that has a way, with what that takes', async () => {
  const found = { ...moveUpOf(1), driveSeconds: 340, isUnchecked: false };
  expect(await choose(tenShut, { seconds: 340 })).toEqual(found);
});

it('suggests the first of which nobody said in time that it has no way, as not checked', async () => {
  const unchecked = { ...moveUpOf(1), driveSeconds: null, isUnchecked: true };
  expect(await choose(tenShut, 'unknown')).toEqual(unchecked);
});
