// A grid over the city, and how long it takes to drive to each of its cells. Pure.

import { localScale } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';

export type CellGrid = {
  west: number;
  south: number;
  /** Size of a cell in degrees. */
  cellLon: number;
  cellLat: number;
  columns: number;
  rows: number;
};

/** Seconds per cell, row by row from the south-west. */
export type CellSeconds = { grid: CellGrid; seconds: Uint16Array };

/** The value of a cell in which no road is reached. */
export const notReached = 65_535;

/** All tables together hold at most so many cells (two bytes each); a larger city gets larger cells. */
const mostCells = 16_000_000;

/** `bounds` are west, south, east, north; `tables` so many grids are kept at once. */
export function layGrid(
  [west, south, east, north]: [number, number, number, number],
  { cellMeters, tables }: { cellMeters: number; tables: number },
): CellGrid {
  const scale = localScale((south + north) / 2);
  for (let meters = cellMeters; ; meters *= 2) {
    const [cellLon, cellLat] = [meters / scale.x, meters / scale.y];
    const columns = Math.floor((east - west) / cellLon) + 1;
    const rows = Math.floor((north - south) / cellLat) + 1;
    if (columns * rows * tables <= mostCells)
      return { west, south, cellLon, cellLat, columns, rows };
  }
}

/** The cell of a position; null outside the grid. */
export function cellAt(grid: CellGrid, [lon, lat]: Position): number | null {
  const column = Math.floor((lon - grid.west) / grid.cellLon);
  const row = Math.floor((lat - grid.south) / grid.cellLat);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return null;
  return row * grid.columns + column;
}

export function cellMiddle(grid: CellGrid, cell: number): Position {
  const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
  return [grid.west + (column + 0.5) * grid.cellLon, grid.south + (row + 0.5) * grid.cellLat];
}

/** Seconds to a position: those of its cell, else the mean of the cells around it; null where nothing is reached. */
export function secondsAt({ grid, seconds }: CellSeconds, position: Position): number | null {
  const cell = cellAt(grid, position);
  if (cell === null) return null;
  const own = seconds[cell]!;
  if (own !== notReached) return own;
  const column = cell % grid.columns;
  const around = [-1, 0, 1].flatMap((up) =>
    [-1, 0, 1].flatMap((right) => {
      if (column + right < 0 || column + right >= grid.columns) return [];
      const value = seconds[cell + up * grid.columns + right] ?? notReached;
      return value === notReached ? [] : [value];
    }),
  );
  if (around.length === 0) return null;
  return around.reduce((sum, value) => sum + value, 0) / around.length;
}
