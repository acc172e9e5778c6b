import { LRUCache } from 'lru-cache';
import { concerns, type DataChanges } from '../data-changes/changes.ts';
import {
  countKeys,
  findAffected,
  isIn,
  keysIn,
  readKey,
  type Affected,
  type ThemeReads,
} from './affected-tiles.ts';
import type { Representation } from './representation.ts';

export type TileCache = {
  /** The kept tile of `theme/z/x/y`, at once. */
  peek: (key: string) => Representation | undefined;
  /** The kept tile, else what `load` answers; callers that miss together share one load. */
  read: (key: string, load: () => Promise<Representation>) => Promise<Representation>;
  /** Tells what a theme reads; until then every change drops all of its tiles. */
  setReads: (theme: string, reads: ThemeReads | undefined) => void;
  /** Forgets the tiles that show a change; loads of them under way are answered but not kept. */
  drop: (changes: DataChanges) => { dropped: number; kept: number };
  /** Forgets everything. */
  dropAll: () => void;
  /** Grows when city or themes may be others than before, for those who keep something of them. */
  generation: () => number;
};

// A hydrant's test runs out by the calendar, without any change of data.
const keptMs = 60 * 60 * 1_000;
// Key, hash, headers and bookkeeping of an entry, so that empty tiles count too.
const entryBytes = 700;

/** A load that a change has overtaken is answered to those who wait for it, and not kept. */
type Load = { isOvertaken: boolean };

/** What is being loaded, so that callers that miss together share it. */
function createLoads() {
  const underWay = new Map<string, { tile: Promise<Representation>; load: Load }>();

  async function run(key: string, load: Load, { read, keep }: LoadSteps): Promise<Representation> {
    try {
      const tile = await read();
      if (!load.isOvertaken) keep(tile);
      return tile;
    } finally {
      if (underWay.get(key)?.load === load) underWay.delete(key);
    }
  }

  return {
    join: (key: string) => underWay.get(key)?.tile,
    start: (key: string, steps: LoadSteps): Promise<Representation> => {
      const load = { isOvertaken: false };
      const tile = run(key, load, steps);
      underWay.set(key, { tile, load });
      return tile;
    },
    overtake: (key: string): void => {
      const found = underWay.get(key);
      if (!found) return;
      found.load.isOvertaken = true;
      underWay.delete(key);
    },
    keys: () => underWay.keys(),
    size: () => underWay.size,
  };
}

type LoadSteps = {
  read: () => Promise<Representation>;
  keep: (tile: Representation) => void;
};

/** Compressed tiles in memory, at most `maxBytes` of them, the least recently used dropped first. */
export function createTileCache({ maxBytes }: { maxBytes: number }): TileCache {
  const kept = new LRUCache<string, Representation>({
    maxSize: maxBytes,
    sizeCalculation: ({ gzipped }) => entryBytes + (gzipped?.byteLength ?? 0),
    ttl: keptMs,
  });
  const loads = createLoads();
  const readsOf = new Map<string, ThemeReads | undefined>();
  let generation = 0;

  function forget(key: string): void {
    kept.delete(key);
    loads.overtake(key);
  }

  function dropAffected(affected: Affected): void {
    if (affected.everywhereFrom === Infinity && countKeys(affected) <= kept.size + loads.size()) {
      for (const key of keysIn(affected)) forget(key);
      return;
    }
    for (const key of [...kept.keys(), ...loads.keys()]) {
      const { theme, z, x, y } = readKey(key);
      if (theme === affected.theme && isIn(affected, { z, x, y })) forget(key);
    }
  }

  return {
    peek: (key) => kept.get(key),
    read: (key, load) => {
      const tile = kept.get(key);
      if (tile) return Promise.resolve(tile);
      const { theme } = readKey(key);
      if (!readsOf.has(theme)) readsOf.set(theme, undefined);
      return (
        loads.join(key) ??
        loads.start(key, { read: load, keep: (fresh) => void kept.set(key, fresh) })
      );
    },
    setReads: (theme, reads) => void readsOf.set(theme, reads),
    drop: (changes) => {
      const before = kept.size;
      if (concerns(changes, ['cities'])) generation += 1;
      for (const [theme, reads] of readsOf) dropAffected(findAffected(theme, reads, changes));
      return { dropped: before - kept.size, kept: kept.size };
    },
    dropAll: () => {
      generation += 1;
      for (const key of [...kept.keys(), ...loads.keys()]) forget(key);
    },
    generation: () => generation,
  };
}
