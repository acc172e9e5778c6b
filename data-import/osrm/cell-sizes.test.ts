import { expect, test } from 'vitest';
import { cellSizesFor } from './cell-sizes.ts';

test('a city gets levels from a few streets up to an eighth of it, the largest of them by halves', () => {
  expect(cellSizesFor(18_615)).toEqual([32, 64, 128, 256, 512, 1_024, 2_048]);
  expect(cellSizesFor(117_189)).toEqual([32, 128, 512, 1_024, 2_048, 4_096, 8_192]);
});

test('a hamlet gets one', () => {
  expect(cellSizesFor(1)).toEqual([16]);
  expect(cellSizesFor(255)).toEqual([16]);
});

test('however large the network, the cells of a node fit in 64 bits, though all parts be halved alike', () => {
  for (let nodes = 1_000; nodes < 100_000_000; nodes *= 1.07) {
    const sizes = cellSizesFor(Math.round(nodes));
    const cells = sizes.map((size) => {
      let count = 1;
      while (nodes / count > size) count *= 2;
      return count;
    });
    const bits = cells.map((count) => Math.ceil(Math.log2(count + 1)));
    expect(
      bits.reduce((sum, each) => sum + each, 0),
      String(nodes),
    ).toBeLessThanOrEqual(64);
    expect(sizes.length).toBeGreaterThan(1);
  }
});
