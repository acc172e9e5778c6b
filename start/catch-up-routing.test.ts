import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withImportLock } from '../data-import/batches/batch.ts';
import { openImportBench, type ImportBench } from '../data-import/osm/import-for-test.ts';
import { osrmBinForTest } from '../server/osrm-client/osrm-for-test.ts';
import { readCityVersion } from '../sql/city-version.ts';
import { catchUpRouting } from './catch-up-routing.ts';
import { readRoutingData } from './city.ts';
import { Lifetime } from './lifetime.ts';

let bench: ImportBench;
let life: Lifetime;
let dataFolder: string;
beforeEach(async () => {
  bench = await openImportBench();
  dataFolder = join(bench.folder, 'data');
  life = new Lifetime();
  await importStreet(500, osrmBinForTest());
  // As an import leaves it that is killed once its map is in force.
  await importStreet(600);
}, 60_000);
afterEach(async () => {
  await life.stopAll();
  vi.restoreAllMocks();
  await bench.close();
});

const tags = { highway: 'residential', name: 'Phố A', width: '6' };
const importStreet = (meters: number, osrmBin?: string) =>
  bench.importWorld(
    { nodes: { a: [0, 0], b: [meters, 0] }, ways: [{ nodes: ['a', 'b'], tags }] },
    { osrmBin },
  );

function begin(): void {
  const osrmBin = osrmBinForTest();
  const environment = {
    ...process.env,
    DATABASE_URL: bench.url,
    FIREPOINT_DATA: dataFolder,
    OSRM_BIN: osrmBin,
  };
  catchUpRouting({ dataFolder, databaseUrl: bench.url, osrmBin, environment }, life);
}

const isCaughtUp = async () =>
  readRoutingData(dataFolder)?.cityVersion === (await readCityVersion(bench.pool));
const patiently = { timeout: 60_000 };

it('routing data that a killed import left undone are built beside the running product, once no import is at work', async () => {
  expect(await isCaughtUp()).toBe(false);
  const said = vi.spyOn(console, 'log').mockReturnValue();
  await withImportLock(bench.pool, async () => {
    begin();
    await wait(3_000);
    expect(said).not.toHaveBeenCalled();
  });
  await expect.poll(isCaughtUp, patiently).toBe(true);
}, 90_000);

it('routing data that cannot be built are told of, and not tried again at once, but with the next map', async () => {
  const complained = vi.spyOn(console, 'error').mockReturnValue();
  renameSync(join(dataFolder, 'osm'), join(dataFolder, 'away'));
  begin();
  const said = () => complained.mock.calls.map(([text]) => String(text));
  await expect.poll(said, patiently).toHaveLength(1);
  expect(said()[0]).toMatch(/^✗ routing data: not built — The OSM file of the loaded city is not/);
  await wait(6_000);
  expect(said()).toHaveLength(1);
  await importStreet(700);
  await expect.poll(isCaughtUp, patiently).toBe(true);
  expect(said()).toHaveLength(1);
}, 150_000);
