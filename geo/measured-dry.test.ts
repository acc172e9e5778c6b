import { expect, it } from 'vitest';
import { isMeasuredDry } from './measured-dry.ts';

function dry(kind: string, litersPerSecond: number | null, volumeM3: number | null): boolean {
  return isMeasuredDry({ kind, litersPerSecond, volumeM3 });
}

it('water is dry by what its kind is measured by, and not where nobody measured', () => {
  expect([dry('hydrant', 0, null), dry('tank', null, 0), dry('pond', null, 0)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([dry('hydrant', null, null), dry('hydrant', 5, 0), dry('lake', 0, null)]).toEqual([
    false,
    false,
    false,
  ]);
});
