import { describe, expect, it } from 'vitest';
import { shippedParameters as parameters } from '../planner/settings-for-test.ts';
import { findNeed, type Building } from './need.ts';
import { shippedRules } from './rules-for-test.ts';

const rules = shippedRules();
const needOf = (building: Partial<Building>) =>
  findNeed({ use: 'house', floors: 3, footprintM2: 60, ...building }, rules, parameters)!;

describe('the water that a building needs', () => {
  it('is 10 L/s for an hour at a house of three storeys', () => {
    expect(needOf({})).toMatchObject({ litersPerSecond: 10, hours: 1, estimated: [] });
  });

  it('grows with volume: footprint by storeys by 3.3 m where nobody has measured it', () => {
    expect(needOf({ floors: 9, footprintM2: 200 })).toMatchObject({
      litersPerSecond: 15,
      volumeM3: 5_940,
    });
    expect(needOf({ floors: 9, footprintM2: 900 })).toMatchObject({
      litersPerSecond: 20,
      hours: 3,
    });
    expect(needOf({ floors: 9, footprintM2: 900, volumeM3: 900 }).litersPerSecond).toBe(10);
  });

  it('says what it rests on that nobody has measured', () => {
    expect(needOf({ use: null, floors: null }).estimated).toEqual(['use', 'floors']);
    expect(needOf({ use: 'hotel', floors: 6 }).estimated).toEqual(['rule']);
    expect(needOf({ use: 'lighthouse' })).toMatchObject({ fireGroup: 'F1.4', estimated: ['use'] });
  });

  it('has a row for every group and any size', () => {
    for (const use of rules.groups.keys())
      for (const floors of [1, 3, 4, 12, 13, 60])
        for (const volumeM3 of [100, 30_000, 900_000])
          expect(needOf({ use, floors, volumeM3 }).litersPerSecond).toBeGreaterThanOrEqual(10);
  });

  it('is never made up where the rules have no row', () => {
    const none = { ...rules, rows: [] };
    expect(findNeed({ use: 'house', floors: 3, footprintM2: 60 }, none, parameters)).toBeNull();
  });
});
