// Roads round a block of houses, for tests that close one of them.

import type { RoadObstacle } from '../../geo/graph/place-obstacles.ts';
import type { MiniCityRoad } from './city-for-test.ts';

/** From west to east. */
export const street: MiniCityRoad = {
  id: 1,
  through: [
    [1, [0, 0]],
    [2, [200, 0]],
    [3, [400, 0]],
  ],
};

/** From the end of the street round to (200, 100). */
export const round: MiniCityRoad = {
  id: 3,
  through: [
    [3, [400, 0]],
    [5, [400, 100]],
    [4, [200, 100]],
  ],
};

/** Held from five to eight in the morning, all along road 2, which joins the street with (200, 100). */
export const market: RoadObstacle = {
  id: 7,
  roadIds: [2],
  at: null,
  kind: 'market',
  motor: false,
  footways: true,
  foot: true,
  delaySeconds: 0,
  hours: { fromMinute: 300, toMinute: 480 },
};
