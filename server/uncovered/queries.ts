import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import type { CellGrid } from '../drive-table/cells.ts';
import type { HouseCell } from './find-uncovered.ts';

const countHouses = defineQuery(
  new URL('./count-houses.sql', import.meta.url),
  z.object({ cell: z.number(), ward: z.string().nullable(), houses: z.number() }),
);

export function readHouseCells(
  database: Database,
  { west, south, cellLon, cellLat, columns, rows }: CellGrid,
): Promise<HouseCell[]> {
  return countHouses(database, [west, south, cellLon, cellLat, columns, rows]);
}
