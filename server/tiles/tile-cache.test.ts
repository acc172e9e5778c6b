import { expect, test } from 'vitest';
import type { DataChanges, TableChange } from '../data-changes/changes.ts';
import { tileAt } from './read-mvt-for-test.ts';
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

function changed(...tables: TableChange[]): DataChanges {
  return { version: '2', isGap: false, tables };
}

/** A building in the middle of Hanoi, a few metres wide. */
const house = {
  table: 'buildings',
  boxes: [[105.8, 21, 105.8001, 21.0001] as [number, number, number, number]],
  rowIds: [1],
};

/** A cache that holds a square of tiles around that building at two zooms, and those of another theme. */
async function fillCache() {
  const cache = createTileCache({ maxBytes: 50_000_000 });
  cache.setReads('base', { buildings: 13, roads: 8 });
  cache.setReads('stations', { stations: 8 });
  const keys: string[] = [];
  for (const zoom of [12, 17]) {
    const { z, x: column, y: row } = tileAt(zoom);
    for (let x = column - 10; x <= column + 10; x += 1)
      for (let y = row - 10; y <= row + 10; y += 1)
        keys.push(`base/${z}/${x}/${y}`, `stations/${z}/${x}/${y}`);
  }
  for (const key of keys) await cache.read(key, () => represent(mvt, key));
  return { cache, keys };
}

test('one changed row drops the tiles that show it and no others', async () => {
  const { cache, keys } = await fillCache();
  const { dropped, kept } = cache.drop(changed(house));
  expect(dropped).toBeGreaterThan(0);
  expect(dropped).toBeLessThanOrEqual(4);
  expect(kept).toBe(keys.length - dropped);
  const gone = keys.filter((key) => cache.peek(key) === undefined);
  expect(gone.every((key) => key.startsWith('base/17/'))).toBe(true);
});

test('a change at the very edge of a tile drops its neighbour too, which draws beyond its own edge', async () => {
  const { cache, keys } = await fillCache();
  const { x } = tileAt(17);
  const edge = (x / 2 ** 17) * 360 - 180;
  const pixel = 360 / 2 ** 17 / 512;
  const at = [edge + pixel, 21, edge + 2 * pixel, 21] as [number, number, number, number];
  cache.drop(changed({ ...house, boxes: [at] }));
  const columns = keys.filter((key) => !cache.peek(key)).map((key) => key.split('/')[2]);
  expect(new Set(columns)).toEqual(new Set([String(x - 1), String(x)]));
});

test('a change that shows anywhere drops one theme from the zoom on where it shows', async () => {
  const { cache, keys } = await fillCache();
  cache.drop(changed({ table: 'buildings', boxes: null, rowIds: null }));
  const gone = keys.filter((key) => !cache.peek(key));
  expect(gone).toEqual(keys.filter((key) => key.startsWith('base/17/')));
});

test('a change of a table that no theme reads drops nothing; a theme that does not say what it reads is dropped', async () => {
  const { cache } = await fillCache();
  const elsewhere = changed({ table: 'address_aliases', boxes: null, rowIds: null });
  expect(cache.drop(elsewhere).dropped).toBe(0);
  await cache.read('own/1/0/0', () => represent(mvt, 'own'));
  expect(cache.drop(elsewhere).dropped).toBe(1);
});

test('a load that a change overtakes is answered and not kept, others are kept', async () => {
  const { cache } = await fillCache();
  cache.drop(changed({ table: 'buildings', boxes: null, rowIds: null }));
  const [shows, far] = [startLoader(), startLoader()];
  const { x, y } = tileAt(17);
  const middle = `base/17/${x}/${y}`;
  const reads = [cache.read(middle, shows.load), cache.read(`base/17/${x + 9}/${y - 9}`, far.load)];
  cache.drop(changed({ ...house, boxes: house.boxes }));
  const again = startLoader();
  const fresh = cache.read(middle, again.load);
  for (const { answer } of [shows, far]) answer('old');
  again.answer('new');
  await Promise.all([...reads, fresh]);
  expect(again.calls()).toBe(1);
  expect(cache.peek(middle)?.hash).toBe((await fresh).hash);
});
