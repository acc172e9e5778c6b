import { describe, expect, it } from 'vitest';
import { resultForTest, setForTest, unitForTest } from '../dispatch/answers-for-test.ts';
import { chosenForSet, replacedBy } from './chosen-unit.ts';

const units = ['unit:2', 'unit:3', 'unit:5'].map((unitId) => unitForTest({ unitId }));
const computed = { ...resultForTest(), units, set: setForTest(['unit:2', 'unit:3']) };
const instead = { unit: 'unit:5', of: 'unit:2' };

describe('a unit that is chosen', () => {
  it('replaces the computed first where no set has it', () => {
    expect(replacedBy('unit:5', undefined, computed)).toEqual(instead);
  });

  it('replaces nobody where it is the first, or goes anyway', () => {
    expect(replacedBy('unit:2', undefined, computed)).toBeNull();
    expect(replacedBy('unit:3', undefined, computed)).toBeNull();
    expect(replacedBy('unit:5', undefined, undefined)).toBeNull();
  });

  it('goes on replacing whom it replaced when it is pressed again after the ranking changed', () => {
    const turned = { ...computed, units: units.toReversed() };
    expect(replacedBy('unit:5', instead, turned)).toEqual(instead);
    expect(replacedBy('unit:3', instead, { ...computed, set: null })).toMatchObject({
      of: 'unit:2',
    });
  });
});

describe('the set', () => {
  const inPlace = { first: 'unit:5', instead };

  it('is made with the unit sent first and without the one that it replaces', () => {
    const asked = { unitId: 'unit:5', insteadOf: 'unit:2' };
    expect(chosenForSet(inPlace, computed)).toEqual(asked);
  });

  it('is made so also where a higher alarm would send both', () => {
    const both = { ...computed, set: setForTest(['unit:2', 'unit:3', 'unit:5']) };
    expect(chosenForSet(inPlace, both)).toEqual({ unitId: 'unit:5', insteadOf: 'unit:2' });
    expect(chosenForSet({ first: 'unit:5' }, both)).toBeNull();
  });

  it('takes nobody out for one that replaced nobody, whatever the alarm level became', () => {
    expect(chosenForSet({ first: 'unit:5' }, computed)).toEqual({ unitId: 'unit:5' });
    expect(chosenForSet({ first: 'unit:7' }, computed)).toEqual({ unitId: 'unit:7' });
  });

  it('is as computed for a unit of it, and while nobody is sent by hand', () => {
    expect(chosenForSet({}, computed)).toBeNull();
    expect(chosenForSet({ first: 'unit:3' }, computed)).toBeNull();
    expect(chosenForSet({ first: 'unit:5' }, { ...computed, set: null })).toBeNull();
  });
});
