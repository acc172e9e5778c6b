import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { cellAt, layGrid, notReached, secondsAt } from './cells.ts';

const [west, south] = at(0, 0);
const [east, north] = at(1_010, 1_010);
const grid = layGrid([west, south, east, north], { cellMeters: 250, tables: 3 });

describe('the grid of drive times', () => {
  it('has cells of the size of the definitions', () => {
    expect([grid.columns, grid.rows]).toEqual([5, 5]);
    expect(cellAt(grid, at(10, 10))).toBe(0);
    expect(cellAt(grid, at(260, 510))).toBe(2 * 5 + 1);
  });

  it('knows nothing of places outside the city', () => {
    const seconds = new Uint16Array(25).fill(60);
    expect(secondsAt({ grid, seconds }, at(-300, 10))).toBeNull();
    expect(secondsAt({ grid, seconds }, at(10, 2_000))).toBeNull();
  });

  it('takes the cells around one that has no road, but never those of the other side of the map', () => {
    const seconds = new Uint16Array(25).fill(notReached);
    seconds[1] = 100;
    seconds[5] = 200;
    seconds[9] = 9_000;
    expect(secondsAt({ grid, seconds }, at(10, 10))).toBe(150);
    expect(secondsAt({ grid, seconds }, at(10, 900))).toBeNull();
  });

  it('gets larger cells rather than more memory where a city is very large', () => {
    const [far, high] = at(400_000, 400_000);
    const large = layGrid([west, south, far, high], { cellMeters: 250, tables: 300 });
    expect(large.columns * large.rows * 300).toBeLessThanOrEqual(16_000_000);
  });
});
