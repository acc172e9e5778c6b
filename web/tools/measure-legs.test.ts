import { describe, expect, it } from 'vitest';
import type { Position } from '../../geo/position.ts';
import { hosesFor, sumLegs } from './measure-legs.ts';

// About 104 m and 111 m.
const points: Position[] = [
  [105.8, 21],
  [105.801, 21],
  [105.801, 21.001],
];

describe('a measurement', () => {
  it('adds its legs, straight and along the streets', () => {
    const measured = sumLegs(points, [150, 130]);
    expect(measured.straightMeters).toBeCloseTo(214.7, 0);
    expect(measured.streetMeters).toBe(280);
    expect(measured.running).toEqual([150, 280]);
  });

  it('gives no total along the streets while one leg has none', () => {
    const measured = sumLegs(points, [150, null]);
    expect(measured.streetMeters).toBeNull();
    expect(measured.running[1]).toBeCloseTo(214.7, 0);
  });

  it('of one point is nothing yet', () => {
    expect(sumLegs(points.slice(0, 1), [])).toEqual({
      legs: [],
      straightMeters: 0,
      streetMeters: null,
      running: [],
    });
  });

  it('counts whole hoses, and none for half a metre more', () => {
    expect([0, 1, 20, 20.4, 21, 148].map(hosesFor).map(Math.abs)).toEqual([0, 1, 1, 1, 2, 8]);
  });
});
