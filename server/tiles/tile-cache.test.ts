import { expect, test } from 'vitest';
import { represent, type Representation } from './representation.ts';
import { createTileCache } from './tile-cache.ts';

const mvt = 'application/vnd.mapbox-vector-tile';

/** A loader that counts its calls and answers when told to. */
function startLoader(): {
  load: () => Promise<Representation>;
  calls: () => number;
  answer: (text: string) => void;
} {
  let calls = 0;
  const { promise, resolve } = Promise.withResolvers<Representation>();
  return {
    load: () => {
      calls += 1;
      return promise;
    },
    calls: () => calls,
    answer: (text) => resolve(represent(mvt, text)),
  };
}

test('clients that miss together share one load', async () => {
  const cache = createTileCache({ maxBytes: 10_000 });
  const loader = startLoader();
  const reads = [1, 2, 3].map(() => cache.read('base/1/0/0', loader.load));
  loader.answer('tile');
  const tiles = await Promise.all(reads);
  expect(loader.calls()).toBe(1);
  expect(new Set(tiles.map(({ hash }) => hash)).size).toBe(1);
  await cache.read('base/1/0/0', loader.load);
  expect(loader.calls()).toBe(1);
});

test('a load that began before the data changed is not kept, nor joined by later readers', async () => {
  const cache = createTileCache({ maxBytes: 10_000 });
  const old = startLoader();
  const fresh = startLoader();
  const before = cache.read('base/1/0/0', old.load);
  cache.dropAll();
  const after = cache.read('base/1/0/0', fresh.load);
  fresh.answer('new');
  old.answer('old');
  expect((await before).hash).not.toBe((await after).hash);
  const kept = await cache.read('base/1/0/0', old.load);
  expect(kept.hash).toBe((await after).hash);
});

function fail(): Promise<Representation> {
  return Promise.reject(new Error('database gone'));
}

test('a failed load is told to all who wait and tried again by the next', async () => {
  const cache = createTileCache({ maxBytes: 10_000 });
  const reads = [cache.read('a', fail), cache.read('a', fail)];
  for (const result of await Promise.allSettled(reads)) expect(result.status).toBe('rejected');
  const tile = await cache.read('a', () => represent(mvt, 'back'));
  expect(tile.gzipped?.byteLength).toBeGreaterThan(0);
});

test('never keeps more bytes than allowed', async () => {
  const cache = createTileCache({ maxBytes: 1_500 });
  let loads = 0;
  const load = (key: string) => () => {
    loads += 1;
    return represent(mvt, key);
  };
  const keys = Array.from({ length: 20 }, (_, index) => `base/5/${index}/0`);
  for (const key of keys) await cache.read(key, load(key));
  for (const key of keys.toReversed()) await cache.read(key, load(key));
  expect(loads).toBeGreaterThan(20);
  expect(loads).toBeLessThan(40);
});
