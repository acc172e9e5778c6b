import { expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cityForTest } from './city-for-test.ts';
import type { DoorRequest } from './door-plan.ts';
import { planDoor } from './plan-door.ts';

/** A house between a street in the south and one 40 m further north; a third is 300 m away. */
const city = cityForTest({
  station: [0, 0],
  roads: [
    {
      id: 1,
      streetId: 1,
      through: [
        [1, [0, 0]],
        [2, [300, 0]],
      ],
    },
    {
      id: 2,
      alleyId: 1,
      through: [
        [2, [300, 0]],
        [3, [300, 40]],
        [4, [0, 40]],
      ],
    },
    {
      id: 3,
      streetId: 3,
      through: [
        [4, [0, 40]],
        [5, [0, 300]],
        [6, [300, 300]],
      ],
    },
  ],
});

function doorsOf(request: Partial<DoorRequest>) {
  const plan = planDoor(city, { door: at(150, 18), roadId: 1, classes: ['large'], ...request });
  return {
    onto: plan.access!.road.name,
    others: plan.alternatives.map(({ road }) => road.name),
    hoseMeters: Math.round(plan.byClass[0]!.stops[0]!.hoseMeters),
  };
}

it('a house whose address names its street has that one door', () => {
  expect(doorsOf({})).toMatchObject({ onto: 'Phố 1', others: [] });
});

it('where nobody knows the street, the ways nearby are offered, each under its own name', () => {
  expect(doorsOf({ roadId: null })).toMatchObject({ onto: 'Phố 1', others: ['Phố 2'] });
});

it('the doors of the other addresses of a building are offered, however far their street', () => {
  const otherDoors = [{ position: at(150, 295), roadId: 3 }];
  expect(doorsOf({ otherDoors })).toMatchObject({ onto: 'Phố 1', others: ['Phố 3'] });
});

it('a door that the dispatcher chose is taken, with the hose on to the house, and the other stays on offer', () => {
  expect(doorsOf({ doorAt: at(150, 41) })).toEqual({
    onto: 'Phố 2',
    others: ['Phố 1'],
    hoseMeters: 22,
  });
});
