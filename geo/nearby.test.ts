import { expect, it } from 'vitest';
import { metersBetween } from './distance.ts';
import { indexNearby } from './nearby.ts';
import type { Position } from './position.ts';

const places = Array.from({ length: 400 }, (_, n) => ({
  n,
  position: [105.8 + (n % 20) * 0.001, 21 + Math.floor(n / 20) * 0.001] satisfies Position,
}));

it('finds the same as a look at every one, in the order of the list', () => {
  const near = indexNearby(places);
  for (const meters of [0, 90, 600, 5_000])
    for (const center of [places[0]!.position, [105.8093, 21.0107] satisfies Position])
      expect(near(center, meters)).toEqual(
        places.filter(({ position }) => metersBetween(center, position) <= meters),
      );
});

it('finds nothing in an empty list', () => {
  expect(indexNearby([])([105.8, 21], 1_000)).toEqual([]);
});
