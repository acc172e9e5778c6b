import { LRUCache } from 'lru-cache';
import type { Representation } from './representation.ts';

export type TileCache = {
  /** The kept tile, else what `load` answers; callers that miss together share one load. */
  read: (key: string, load: () => Promise<Representation>) => Promise<Representation>;
  /** Forgets everything: the data changed. Loads under way are answered but not kept. */
  dropAll: () => void;
  /** Grows with every `dropAll`, for those who keep something of the same data. */
  generation: () => number;
};

// A hydrant's test runs out by the calendar, without any change of data.
const keptMs = 60 * 60 * 1_000;
// Key, hash and bookkeeping of an entry, so that empty tiles count too.
const entryBytes = 250;

/** Compressed tiles in memory, at most `maxBytes` of them, the least recently used dropped first. */
export function createTileCache({ maxBytes }: { maxBytes: number }): TileCache {
  const kept = new LRUCache<string, Representation>({
    maxSize: maxBytes,
    sizeCalculation: ({ gzipped }) => entryBytes + (gzipped?.byteLength ?? 0),
    ttl: keptMs,
  });
  let loading = new Map<string, Promise<Representation>>();
  let generation = 0;

  async function loadAndKeep(key: string, load: () => Promise<Representation>) {
    const startedIn = generation;
    const mine = loading;
    try {
      const tile = await load();
      if (startedIn === generation) kept.set(key, tile);
      return tile;
    } finally {
      mine.delete(key);
    }
  }

  return {
    read: (key, load) => {
      const tile = kept.get(key);
      if (tile) return Promise.resolve(tile);
      const underWay = loading.get(key);
      if (underWay) return underWay;
      const started = loadAndKeep(key, load);
      loading.set(key, started);
      return started;
    },
    dropAll: () => {
      generation += 1;
      kept.clear();
      loading = new Map();
    },
    generation: () => generation,
  };
}
