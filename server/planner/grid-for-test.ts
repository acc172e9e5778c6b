// Seven streets from west to east and seven from south to north, 100 m apart.

import type { MiniCityRoad } from './city-for-test.ts';

export const size = 7;
export const lines = Array.from({ length: size }, (_, n) => n);

/** Where street y and street x cross. */
export const corner = (x: number, y: number): [node: number, at: [number, number]] => [
  1 + x + size * y,
  [100 * x, 100 * y],
];

type OfLine = (line: number) => Partial<MiniCityRoad>;

/** Roads 1 to 7 run eastwards, 11 to 17 northwards. */
export const gridOf = (eastward: OfLine = () => ({}), northward = eastward): MiniCityRoad[] => [
  ...lines.map((y) => ({ ...eastward(y), id: 1 + y, through: lines.map((x) => corner(x, y)) })),
  ...lines.map((x) => ({ ...northward(x), id: 11 + x, through: lines.map((y) => corner(x, y)) })),
];
