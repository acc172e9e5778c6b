import { expect, it } from 'vitest';
import type { MoveUp } from './find-uncovered.ts';
import { type Move, type MoveServices, pickMove } from './pick-move.ts';

const moveUpOf = (n: number): MoveUp => ({
  unitId: `unit:${n}`,
  from: n,
  to: 99,
  driveSeconds: 100,
  gain: 100 - n,
});

/** Roads are closed to large engines only. */
const moveOf = ({ unitId }: MoveUp): Move => ({
  vehicleClass: unitId === 'unit:11' ? 'small' : 'large',
  profile: 'large',
  from: [105.8, 21],
  to: [105.81, 21],
});

function servicesWhere(answered: 'no-route' | 'never'): MoveServices {
  return {
    routers: {
      route: () =>
        answered === 'never' ? new Promise(() => {}) : Promise.resolve({ kind: 'no-route' }),
    },
    roadGraph: { ask: () => Promise.resolve({ kind: 'away', why: 'late' }) },
    closures: {
      shuts: (vehicleClass) => vehicleClass === 'large',
      crossedBy: () => ({ impassable: [], avoided: [] }),
    },
  };
}

const tenShut = Array.from({ length: 10 }, (_, n) => moveUpOf(n + 1));

it('suggests none that was never asked about where all that were are shut off', async () => {
  expect(await pickMove(servicesWhere('no-route'), tenShut, moveOf)).toBeNull();
});

it('suggests one further down whose class no road is closed to', async () => {
  const moveUps = [...tenShut, moveUpOf(11)];
  expect(await pickMove(servicesWhere('no-route'), moveUps, moveOf)).toEqual({
    ...moveUpOf(11),
    isUnchecked: false,
  });
});

it('suggests the first of which nobody said in time that it has no way, as not checked', async () => {
  expect(await pickMove(servicesWhere('never'), tenShut, moveOf)).toEqual({
    ...moveUpOf(1),
    driveSeconds: null,
    isUnchecked: true,
  });
});
