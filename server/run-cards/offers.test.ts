import { expect, it } from 'vitest';
import { shippedClass, shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { offersOf } from './offers.ts';

const scene = { classes: [shippedClass('ladder')], eavesMeters: 18, parameters };

/** Why the only ladder truck does not count, where it is not ranked for that. */
function refusalFor(code: string) {
  const unit = { unitId: 'unit:1', callSign: 'THANG 2', station: 'A', vehicleClass: 'ladder' };
  const notRanked = [{ ...unit, why: { code, params: { status: 'busy' } } }];
  const offers = offersOf({ units: [], notRanked }, scene);
  return offers.find(({ capability }) => capability === 'ladder')!.why!.code;
}

it('of a unit that is not ranked say whether it cannot come, or nobody knows when it does', () => {
  expect(refusalFor('status')).toBe('not-available');
  expect(refusalFor('unknown-class')).toBe('unreachable');
  for (const code of ['across-river', 'across-nameless-river', 'no-drive-time', 'station-gone'])
    expect(refusalFor(code)).toBe('no-drive-time');
});
