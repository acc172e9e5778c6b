/** The nodes that a search looks for, each with the cost above which nobody asks for it. */
export class WantedNodes {
  readonly #limits = new Map<number, number>();
  #most = -Infinity;
  /** How many have that limit: often all of them. */
  #withMost = 0;

  /** A node that is named several times is wanted up to the greatest of its limits. */
  constructor(wanted: Iterable<{ node: number; limit: number }>) {
    for (const { node, limit } of wanted)
      this.#limits.set(node, Math.max(limit, this.#limits.get(node) ?? -Infinity));
    this.#count();
  }

  /** The greatest limit of those that are not found yet; -Infinity when there are none. */
  get most(): number {
    return this.#most;
  }

  find(node: number): void {
    const limit = this.#limits.get(node);
    if (limit === undefined) return;
    this.#limits.delete(node);
    if (limit === this.#most && --this.#withMost === 0) this.#count();
  }

  #count(): void {
    this.#most = -Infinity;
    this.#withMost = 0;
    for (const limit of this.#limits.values()) {
      if (limit > this.#most) [this.#most, this.#withMost] = [limit, 0];
      if (limit === this.#most) this.#withMost++;
    }
  }
}
