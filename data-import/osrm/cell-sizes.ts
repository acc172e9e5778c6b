/** As small as a few streets. */
const smallest = 16;
/** Of the largest cells a network has at least so many: fewer would be searched for nothing. */
const leastOfLargest = 8;
/** Each level's cells hold four of the level below; and, of the largest levels, two. */
const factor = 4;
/** OSRM keeps the cells of a node, one of each level, in 64 bits together; parts of the network that hang apart add cells. */
const mostBits = 60;

/**
 * The levels of cells for `osrm-partition --max-cell-sizes`, for a network of so many edge-based nodes.
 *
 * More and smaller ones than OSRM's own (128, 4096, 65536, …), which are made for countries: a table of 26 stations and
 * two stops takes 22 ms instead of 71 ms in a city of a million houses, and one of 16 and two 2.9 ms instead of 5.5 ms
 * on the roads of central Hanoi. The largest cells are halved as often as there is room: a search crosses all of them,
 * and another eighth of its time is saved. A network too large for all levels does without the smallest.
 */
export function cellSizesFor(nodes: number): number[] {
  const largest = 2 ** Math.floor(Math.log2(Math.max(smallest, nodes / leastOfLargest)));
  const sizes: number[] = [];
  for (let size = largest; size >= smallest; size /= factor) sizes.unshift(size);
  while (sizes.length > 1 && bitsOf(sizes, nodes) > mostBits) sizes.shift();
  return addHalves(sizes, nodes);
}

function addHalves(sizes: number[], nodes: number): number[] {
  let levels = sizes;
  for (const size of sizes.slice(1).toReversed()) {
    const finer = [...levels, size / 2].toSorted((a, b) => a - b);
    if (bitsOf(finer, nodes) > mostBits) break;
    levels = finer;
  }
  return levels;
}

/** Of the largest part until none is larger than a cell: so many times the number of cells may double. */
function halvings(nodes: number, size: number): number {
  return Math.max(0, Math.ceil(Math.log2(nodes / size)));
}

function bitsOf(sizes: number[], nodes: number): number {
  return sizes.reduce((sum, size) => sum + 1 + halvings(nodes, size), 0);
}
