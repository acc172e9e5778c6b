import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { osrmBinForTest } from '../../server/osrm-client/osrm-for-test.ts';
import { openImportBench, type ImportBench } from './import-for-test.ts';
import type { MiniWorld } from './mini-world.ts';

const world: MiniWorld = {
  nodes: { a: [0, 0], b: [500, 0] },
  ways: [{ nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố A', width: '6' } }],
};
let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
});
afterAll(() => bench.close());

/** Imports the city once more; the routing data in force afterwards, as a text to compare. */
async function importAgain(): Promise<string> {
  await bench.importWorld(world, { osrmBin: osrmBinForTest() });
  return readFileSync(join(bench.folder, 'data/osrm/current.json'), 'utf8');
}

test('an import of the same city builds routing data anew when a class or a barrier kind is another now', async () => {
  const built = await importAgain();
  await bench.pool.query(`update vehicle_classes set name_en = 'Engine' where code = 'large'`);
  expect(await importAgain()).toBe(built);
  await bench.pool.query(`update vehicle_classes set width_m = 2.8 where code = 'large'`);
  const widened = await importAgain();
  expect(widened).not.toBe(built);
  await bench.pool.query(`update barrier_kinds set motor = false where kind = 'gate'`);
  expect(await importAgain()).not.toBe(widened);
}, 60_000);
