// Which nodes are junctions: ends of ways, nodes that two ways (or one way twice) share, and barriers.

import { IdTable, none } from './id-table.ts';

export type Junctions = {
  count: number;
  /** The junction at each place of `nodeIds`, or `none` where a line has none. */
  nodeAt: Int32Array;
  /** Those of the barriers that stand on a road, by their id. */
  ofBarrier: Map<number, number>;
};

/** `nodeIds` are those of all lines in turn, `ends` the places of each line's first and last. */
export function numberJunctions(
  nodeIds: Float64Array,
  ends: Iterable<number>,
  barrierIds: Iterable<number>,
): Junctions {
  const table = new IdTable(nodeIds.length);
  const nodeAt = new Int32Array(nodeIds.length);
  for (let at = 0; at < nodeAt.length; at++) nodeAt[at] = table.add(nodeIds[at]!);
  const uses = new Uint32Array(table.size);
  for (let at = 0; at < nodeAt.length; at++) uses[nodeAt[at]!]! += 1;
  for (const at of ends) uses[nodeAt[at]!]! += 1;
  const barriers = [...barrierIds]
    .map((id) => ({ id, node: table.find(id) }))
    .filter(({ node }) => node !== none);
  for (const { node } of barriers) uses[node]! += 2;
  let count = 0;
  const junctions = new Int32Array(table.size);
  for (let node = 0; node < junctions.length; node++) {
    junctions[node] = uses[node]! > 1 ? count : none;
    if (uses[node]! > 1) count += 1;
  }
  for (let at = 0; at < nodeAt.length; at++) nodeAt[at] = junctions[nodeAt[at]!]!;
  return {
    count,
    nodeAt,
    ofBarrier: new Map(barriers.map(({ id, node }) => [id, junctions[node]!])),
  };
}
