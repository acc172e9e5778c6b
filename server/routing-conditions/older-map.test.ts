// A map is imported that lacks a bridge, and its routing data are not built: the import was killed, or failed.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importCity } from '../../data-import/osm/import-city.ts';
import { writeMiniWorld, type MiniWorld } from '../../data-import/osm/mini-world.ts';
import { rebuildRouting } from '../../data-import/osm/rebuild-routing.ts';
import { large, passes } from '../closures/closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { watchDataChanges, type ChangeFeed } from '../data-changes/watch.ts';
import type { Health } from '../health/schema.ts';
import { osrmBinForTest } from '../osrm-client/osrm-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';

const log = pino({ level: 'silent' });
const ways = riverTown.ways!.map((way, index) => ({ ...way, id: 1_000 + index }));
const withBridge: MiniWorld = { ...riverTown, ways };
const withoutBridge: MiniWorld = {
  ...riverTown,
  ways: ways.filter(({ tags }) => tags['name'] !== 'Cầu Gần'),
};
const patiently = { timeout: 30_000, interval: 50 };

let city: MiniCity;
let changes: ChangeFeed;
beforeAll(async () => {
  city = await openMiniCity(withBridge, riverTownRegisters, { isSupervised: true });
  // With a demo city its registers are replaced as well.
  await city.database.pool.query('update cities set synthetic = false');
  changes = watchDataChanges(city.database.url, city.renewal.onChange, log);
}, 120_000);
afterAll(async () => {
  await changes.close();
  await city.close();
});

/** As one that is killed before it builds routing data leaves the city. */
async function mergeOnly(world: MiniWorld): Promise<void> {
  const file = join(city.dataFolder, 'newer.osm');
  writeMiniWorld(file, world);
  const { database, dataFolder } = city;
  const target = { databaseUrl: database.url, dataFolder, log: () => undefined };
  const { status } = await importCity({ ...target, file, synthetic: false, osrmBin: undefined });
  expect(status).toBe('applied');
}

const build = () =>
  rebuildRouting({
    database: city.database.pool,
    dataFolder: city.dataFolder,
    osrmBin: osrmBinForTest(),
    log: () => undefined,
  });

async function readHealth(): Promise<Health> {
  return (await (await city.app.request('/api/health')).json()) as Health;
}

async function drivesOverBridge() {
  const result = await city.respondTo('20 Phố Bắc');
  const { drive } = large(result);
  return {
    router: drive?.router,
    isOverBridge: passes(large(result), [400, 350]),
    isDegraded: result.degraded,
  };
}

it('OSRM drives over no bridge that the imported map lacks: the road graph gives the routes until OSRM has that map', async () => {
  expect(await drivesOverBridge()).toEqual({
    router: 'osrm',
    isOverBridge: true,
    isDegraded: false,
  });
  await mergeOnly(withoutBridge);
  await expect.poll(async () => (await readHealth()).status, patiently).toBe('degraded');
  // Until the road graph has the new map it still drives on the old one.
  const onGraph = { router: 'graph', isOverBridge: false, isDegraded: true };
  await expect.poll(drivesOverBridge, patiently).toEqual(onGraph);
  expect((await readHealth()).routers).toMatchObject({ large: 'graph', small: 'graph' });
  // The routers' supervisor looks every two seconds, and finds nothing new.
  await wait(2_500);
  expect(await drivesOverBridge()).toEqual(onGraph);
  await build();
  await expect.poll(async () => (await readHealth()).status, patiently).toBe('ok');
  expect(await drivesOverBridge()).toEqual({
    router: 'osrm',
    isOverBridge: false,
    isDegraded: false,
  });
}, 120_000);

it('OSRM gives no route while a bridge that the imported map brings is not in its data', async () => {
  await mergeOnly(withBridge);
  const onGraph = { router: 'graph', isOverBridge: true, isDegraded: true };
  await expect.poll(drivesOverBridge, patiently).toEqual(onGraph);
  await build();
  await expect.poll(async () => (await readHealth()).status, patiently).toBe('ok');
  expect(await drivesOverBridge()).toMatchObject({ router: 'osrm', isOverBridge: true });
}, 120_000);
