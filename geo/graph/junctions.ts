// Which nodes are junctions: ends of ways, nodes that two ways (or one way twice) share, and barriers.
// Ids are looked up in a table of open addresses: a Map of a city's millions of nodes takes seconds.

/** In place of a junction, where a line has none. */
export const none = -1;

/** An id that no node has, in OpenStreetMap or in a drawn world. */
const empty = Number.NaN;

/** Ids in the order of their coming, numbered from 0. */
class IdTable {
  readonly #ids: Float64Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;
  size = 0;

  /** For at most so many ids, half as full as it may get. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#ids = new Float64Array(slots).fill(empty);
    this.#numbers = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  add(id: number): number {
    const slot = this.#slotOf(id);
    if (this.#ids[slot] !== id) {
      this.#ids[slot] = id;
      this.#numbers[slot] = this.size;
      this.size += 1;
    }
    return this.#numbers[slot]!;
  }

  find(id: number): number {
    const slot = this.#slotOf(id);
    return this.#ids[slot] === id ? this.#numbers[slot]! : none;
  }

  /** Where the id is, or would be put. */
  #slotOf(id: number): number {
    // Ids of OpenStreetMap have more than 32 bits; what is above them is folded in. (Fibonacci hashing.)
    const low = Math.imul(id ^ Math.floor(id / 2 ** 32), 0x9e3779b1);
    let slot = (low ^ (low >>> 15)) & this.#mask;
    while (this.#ids[slot] !== id && !Number.isNaN(this.#ids[slot]!))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

export type Junctions = {
  count: number;
  /** The junction at each place of `nodeIds`, or `none`. */
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
