import { describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { circleAround } from './circle.ts';

describe('the circle around a caller', () => {
  const center: Position = [105.8, 21];

  it('is drawn to scale on the ground, as far east as north', () => {
    for (const at of circleAround(center, 300))
      expect(metersBetween(center, at)).toBeCloseTo(300, 0);
  });

  it('is closed', () => {
    const ring = circleAround(center, 30);
    expect(ring[0]).toEqual(ring.at(-1));
  });
});
