/** As small as a few streets. */
const smallest = 16;
/** Each level's cells hold four of the level below. */
const factor = 4;
/** Of the largest cells a network has so many: one that holds most of it would be searched for nothing. */
const leastOfLargest = 4;
/** OSRM keeps the cells of a node, one of each level, in 64 bits together. */
const mostBits = 62;
/** Cells are not all as full as they may be. */
const spare = 1.5;

/**
 * The levels of cells for `osrm-partition --max-cell-sizes`, for a network of so many edge-based nodes.
 *
 * More and smaller ones than OSRM's own (128, 4096, 65536, …), which are made for countries: a table of 26 stations and
 * two stops takes 22 ms instead of 71 ms in a city of a million houses, and one of 16 and two 2.9 ms instead of 5.5 ms
 * on the roads of central Hanoi. A network too large for all of them does without the smallest.
 */
export function cellSizesFor(nodes: number): number[] {
  const sizes = [smallest];
  for (let size = factor * smallest; leastOfLargest * size <= nodes; size *= factor)
    sizes.push(size);
  while (sizes.length > 1 && bitsOf(sizes, nodes) > mostBits) sizes.shift();
  return sizes;
}

function bitsOf(sizes: number[], nodes: number): number {
  const bits = sizes.map((size) => Math.ceil(Math.log2((spare * nodes) / size + 2)));
  return bits.reduce((sum, each) => sum + each, 0);
}
