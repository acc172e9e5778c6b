import { describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { besideLine } from './beside-line.ts';

describe('the hose to the water', () => {
  const street: Position[] = [
    [105.8, 21],
    [105.801, 21],
    [105.802, 21],
  ];

  it('is drawn beside the road that the engine takes, not under it', () => {
    const beside = besideLine(street, 2);
    for (const [index, at] of beside.entries()) {
      expect(metersBetween(at, street[index]!)).toBeCloseTo(2, 2);
      expect(at[1]).toBeGreaterThan(21);
    }
  });

  it('survives a line that stands still', () => {
    const still: Position[] = [
      [105.8, 21],
      [105.8, 21],
    ];
    expect(besideLine(still, 2)).toEqual(still);
    expect(besideLine([], 2)).toEqual([]);
  });
});
