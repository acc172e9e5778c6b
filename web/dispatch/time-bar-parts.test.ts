import { describe, expect, it } from 'vitest';
import { unitForTest } from './answers-for-test.ts';
import { barPartsOf, barScaleOf, secondsShown } from './time-bar-parts.ts';

const motorbike = unitForTest({
  role: 'first-attack',
  rankedBy: 'crew',
  secondsToWater: null,
  secondsToCrew: 220,
});

describe("a unit's bar", () => {
  it('adds up to the minutes beside it', () => {
    const unit = unitForTest();
    const total = barPartsOf(unit).reduce((sum, part) => sum + part.seconds, 0);
    expect(total).toBe(secondsShown(unit));
    expect(barPartsOf(unit).map((part) => part.kind)).toEqual([
      'turnout',
      'drive',
      'setUp',
      'laying',
      'filling',
    ]);
  });

  it('ends with the crew at the door for a first attack', () => {
    expect(barPartsOf(motorbike).map((part) => part.kind)).toEqual(['turnout', 'drive', 'walking']);
    expect(barPartsOf(motorbike).reduce((sum, part) => sum + part.seconds, 0)).toBe(220);
    expect(secondsShown(motorbike)).toBe(220);
  });

  it('shows no part that takes no time', () => {
    const parts = { turnout: 60, drive: 120, setUp: 45, laying: 0, filling: 0, walking: 0 };
    expect(barPartsOf(unitForTest({ parts })).map((part) => part.kind)).toEqual([
      'turnout',
      'drive',
      'setUp',
    ]);
  });

  it('is empty for a unit that cannot get there', () => {
    const unit = unitForTest({ status: 'unreachable', drive: null, parts: null });
    expect(barPartsOf(unit)).toEqual([]);
    expect(secondsShown(unit)).toBeNull();
  });

  it('still tells drive from the rest when the parts are not known', () => {
    expect(barPartsOf(unitForTest({ parts: null }))).toEqual([
      { kind: 'drive', seconds: 120 },
      { kind: 'walking', seconds: 280 },
    ]);
  });
});

describe('the scale of all bars', () => {
  it('is one for all units and ends at the slowest', () => {
    expect(barScaleOf([unitForTest(), motorbike])).toEqual({
      seconds: 400,
      ticks: [120, 240, 360],
    });
  });

  it('never crowds its figures', () => {
    const slow = unitForTest({ parts: { ...unitForTest().parts!, drive: 5000 } });
    expect(barScaleOf([slow]).ticks.length).toBeLessThanOrEqual(5);
  });
});
