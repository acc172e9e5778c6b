import { expect, it } from 'vitest';
import { metersBetween } from './distance.ts';

// Geodesics by PostGIS: st_distance of geographies on WGS 84.
it.each([
  [[105.8, 21], [105.8, 21.01], 1_107.171],
  [[105.8, 21], [105.81, 21], 1_039.704],
  [[-122.42, 37.77], [-122.38, 37.8], 4_847.953],
] as const)('measures from %j to %j as the ellipsoid does', ([a, b], [c, d], meters) => {
  expect(metersBetween([a, b], [c, d]) / meters).toBeCloseTo(1, 4);
});
