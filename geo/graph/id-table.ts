// Ids of nodes as numbers from 0, in a table of open addresses: a Map of a city's millions of nodes takes seconds.

/** In place of a number, for what has none. */
export const none = -1;

/** An id that no node has, in OpenStreetMap or in a drawn world. */
const empty = Number.NaN;

/** Ids in the order of their coming, numbered from 0. */
export class IdTable {
  readonly #ids: Float64Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;
  size = 0;

  /** For at most so many ids, which then fill half of it. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#ids = new Float64Array(slots).fill(empty);
    this.#numbers = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  /** Its number, which is a new one for a new id. */
  add(id: number): number {
    const slot = this.#slotOf(id);
    if (this.#ids[slot] !== id) {
      this.#ids[slot] = id;
      this.#numbers[slot] = this.size;
      this.size += 1;
    }
    return this.#numbers[slot]!;
  }

  /** `none` where it was not added. */
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
