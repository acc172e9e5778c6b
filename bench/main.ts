// npm run bench: a product of its own on the demo city, measured from outside over HTTP.
// 1. start, cold and warm   2. import   3. search   4. response, beside direct OSRM   5. tiles, beside Martin
// 6. changes: from the commit of a row to the answer that shows it
// 7. soak, only when named: SOAK_MINUTES of mixed load with memory that must stay flat
// With arguments only those of these names: npm run bench -- search tiles

import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../e2e/product.ts';
import { benchChanges } from './changes.ts';
import { benchImport } from './import.ts';
import { printRow } from './measure.ts';
import { benchResponse } from './response.ts';
import { benchSearch } from './search.ts';
import { benchSoak } from './soak.ts';
import { benchTiles } from './tiles.ts';
import type { Bench } from './world.ts';
import { readWorld } from './world.ts';

const benches: Record<string, Bench> = {
  import: benchImport,
  search: benchSearch,
  response: benchResponse,
  tiles: benchTiles,
  changes: benchChanges,
};
/** Takes its time, so only when asked for by name. */
const onRequest: Record<string, Bench> = { soak: benchSoak };
const all = { ...benches, ...onRequest };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => name !== 'start' && !(name in all));
if (unknown.length > 0)
  throw new Error(
    `No benchmark ${unknown.join(', ')}; there are start, ${Object.keys(all).join(', ')}`,
  );
const isWanted = (name: string) =>
  wanted.includes(name) || (wanted.length === 0 && !(name in onRequest));

const dataFolder = join(process.env['FIREPOINT_DATA'] ?? '.data', 'bench');
const memory = (totalmem() / 2 ** 30).toFixed(0);
console.log(
  `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GB; Node ${process.version}`,
);

async function timeStart(name: string) {
  const started = performance.now();
  const product = await startProduct({
    dataFolder,
    environment: { LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '10000000' },
  });
  if (isWanted('start'))
    printRow(
      `start, ${name}`,
      `${((performance.now() - started) / 1_000).toFixed(1)} s until it answers`,
    );
  return product;
}

rmSync(dataFolder, { recursive: true, force: true });
const cold = await timeStart('cold (packages and web build there)');
if (isWanted('start')) {
  await cold.stop();
}
const product = isWanted('start') ? await timeStart('warm') : cold;
try {
  const world = await readWorld(product, dataFolder);
  console.log(`City: ${world.cityName}; ${world.size}`);
  for (const [name, bench] of Object.entries(all)) if (isWanted(name)) await bench(world);
} finally {
  await product.stop();
}
