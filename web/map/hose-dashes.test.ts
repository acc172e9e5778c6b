import { describe, expect, it } from 'vitest';
import { lineMeters, localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { dashMeters, footDots, hoseDashes } from './hose-dashes.ts';

const { x } = localScale(21);
/** A street due east from a stop point in Hanoi, with a corner at 50 m. */
const path: Position[] = [0, 50, 100].map((meters) => [105.8 + meters / x, 21]);

describe('the hose leg', () => {
  it('is drawn as one dash per 20 m, so that dashes can be counted', () => {
    expect(hoseDashes(path)).toHaveLength(5);
  });

  it('starts each dash 20 m further and leaves a gap before the next', () => {
    for (const [index, dash] of hoseDashes(path).entries()) {
      expect((dash[0]![0] - path[0]![0]) * x).toBeCloseTo(index * dashMeters, 3);
      expect(lineMeters(dash)).toBeGreaterThan(10);
      expect(lineMeters(dash)).toBeLessThan(dashMeters);
    }
  });

  it('keeps the corner inside the dash that goes around it', () => {
    expect(hoseDashes(path)[2]).toHaveLength(3);
  });

  it('ends in a shorter dash', () => {
    const short: Position[] = [path[0]!, [105.8 + 27 / x, 21]];
    const dashes = hoseDashes(short);
    expect(dashes).toHaveLength(2);
    expect(lineMeters(dashes[1]!)).toBeCloseTo(7, 3);
  });

  it('is nothing when the unit stops at the door', () => {
    expect(hoseDashes([path[0]!, path[0]!])).toEqual([]);
    expect(hoseDashes([path[0]!])).toEqual([]);
  });
});

describe('a leg on foot', () => {
  it('is a dot every few metres', () => {
    expect(footDots(path, 10)).toHaveLength(10);
  });
});
