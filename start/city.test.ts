import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openImportBench, type ImportBench } from '../data-import/osm/import-for-test.ts';
import { osrmBinForTest } from '../server/osrm-client/osrm-for-test.ts';
import { ensureRoutingData, readRoutingData } from './city.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
  await bench.importWorld(
    {
      nodes: { a: [0, 0], b: [500, 0] },
      ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố A', width: '6' } }],
    },
    { osrmBin: osrmBinForTest() },
  );
}, 60_000);
afterAll(() => bench.close());

/** What it says last, and the version in force afterwards. */
async function ensure() {
  const dataFolder = join(bench.folder, 'data');
  const osrmBin = osrmBinForTest();
  const product = {
    dataFolder,
    databaseUrl: bench.url,
    osrmBin,
    environment: {
      ...process.env,
      DATABASE_URL: bench.url,
      FIREPOINT_DATA: dataFolder,
      OSRM_BIN: osrmBin,
    },
  };
  const said: string[] = [];
  const step = { say: (text: string) => void said.push(text), detail: () => undefined };
  await ensureRoutingData(product, step, new AbortController().signal);
  return { said: said.at(-1), version: readRoutingData(dataFolder)!.version };
}

it('a start builds routing data anew when a class has other measures than they were built for', async () => {
  const first = await ensure();
  expect(first.said).toBe('there already');
  await bench.pool.query(`update vehicle_classes set width_m = 2.8 where code = 'large'`);
  const second = await ensure();
  expect(second.said).toBe('built for each vehicle class');
  expect(second.version).not.toBe(first.version);
  expect(await ensure()).toEqual({ said: 'there already', version: second.version });
}, 60_000);

it.each(['', '{"version":"2', 'null'])(
  'a start builds routing data anew where a power cut left only this of their list: “%s”',
  async (torn) => {
    const { version } = await ensure();
    writeFileSync(join(bench.folder, 'data', 'osrm', 'current.json'), torn);
    const next = await ensure();
    expect(next.said).toBe('built for each vehicle class');
    expect(next.version > version).toBe(true);
  },
  60_000,
);
