// Roads of a street and of an alley for small worlds.

import type { MiniCityRoad } from './city-for-test.ts';

export const street = (id: number, through: MiniCityRoad['through']): MiniCityRoad => ({
  id,
  through,
});

export const alley = (
  id: number,
  widthMeters: number,
  through: MiniCityRoad['through'],
  more: Partial<MiniCityRoad> = {},
): MiniCityRoad => ({
  id,
  class: 'service',
  alleyLevel: 1,
  name: `Ngõ ${id}`,
  widthMeters,
  through,
  ...more,
});
