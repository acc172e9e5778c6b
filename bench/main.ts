// npm run bench: a product of its own on the demo city, measured from outside over HTTP.
// 1. start, cold and warm   2. import   3. search   4. response, beside direct OSRM   5. tiles, beside Martin
// 6. changes: from the commit of a row to the answer that shows it
// 7. survey: answers while OSRM's data do not know yet what was measured of some roads
// 8. screen: from the last letter to the road drawn in Chromium
// 9. soak, only when named: SOAK_MINUTES of mixed load with memory that must stay flat
// With arguments only those of these names: npm run bench -- search tiles
// On another city: --houses 1000000 for a larger demo city, --city FILE for an extract with an
// invented fleet of 100 units
// Each run is kept as a file in the data folder and set beside the last one; results/ has one to begin with.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startProduct } from '../e2e/product.ts';
import { benchChanges } from './changes.ts';
import { bringCity, bringFleet } from './city.ts';
import { benchImport } from './import.ts';
import {
  describeRatio,
  findFormer,
  keepResults,
  readKept,
  type ResultRow,
} from './kept-results.ts';
import { printRow, printTarget, recordWith } from './measure.ts';
import { benchResponse } from './response.ts';
import { benchScreen } from './screen.ts';
import { benchSearch } from './search.ts';
import { benchSoak } from './soak.ts';
import { benchSurvey } from './survey.ts';
import { benchTiles } from './tiles.ts';
import type { Bench } from './world.ts';
import { readWorld } from './world.ts';

const benches: Record<string, Bench> = {
  import: benchImport,
  search: benchSearch,
  response: benchResponse,
  tiles: benchTiles,
  changes: benchChanges,
  survey: benchSurvey,
  screen: benchScreen,
};
/** Takes its time, so only when asked for by name. */
const onRequest: Record<string, Bench> = { soak: benchSoak };
const all = { ...benches, ...onRequest };

const usage = `npm run bench -- [NAME …] [--houses COUNT | --city EXTRACT]
NAME is start, ${Object.keys(all).join(', ')}; without one, all but ${Object.keys(onRequest).join(', ')}.`;

function refuse(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}

function readChoice() {
  try {
    return parseArgs({
      options: { houses: { type: 'string' }, city: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { values: choice, positionals: wanted } = readChoice();
const unknown = wanted.filter((name) => name !== 'start' && !(name in all));
if (unknown.length > 0) refuse(`No benchmark ${unknown.join(', ')}.`);
const isWanted = (name: string) =>
  wanted.includes(name) || (wanted.length === 0 && !(name in onRequest));

const ownFolder = process.env['FIREPOINT_DATA'] ?? '.data';
const dataFolder = join(ownFolder, 'bench');
const keptFolder = join(ownFolder, 'bench-results');
const memory = (totalmem() / 2 ** 30).toFixed(0);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GB`;
console.log(`Machine: ${machine}; Node ${process.version}`);

function git(...args: string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** The commit that is measured; a `+` says that files were changed since. */
function readCommit(): string {
  try {
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (isChanged ? '+' : '');
  } catch {
    // No git, or no repository: a downloaded archive.
    return 'unknown';
  }
}

const at = new Date().toISOString();
const commit = readCommit();
const kept = [
  ...readKept(keptFolder),
  ...readKept(fileURLToPath(new URL('results', import.meta.url))),
];
const rows: ResultRow[] = [];
recordWith((name, text, figures) => {
  rows.push({ name, text, figures });
  return describeRatio(figures, findFormer(kept, name, machine));
});

/** Each load of the whole road graph, as the server logs it. */
function printLoad(printed: string): void {
  const millis = [...printed.matchAll(/"loadMillis":(\d+)/g)].map((match) => Number(match[1]));
  if (millis[0] !== undefined) printTarget('road graph, load', millis[0] / 1_000, 3, 's');
}

async function timeStart(name: string) {
  const started = performance.now();
  const product = await startProduct({
    dataFolder,
    environment: { LOG_LEVEL: 'info', REQUESTS_PER_MINUTE: '10000000' },
  });
  if (isWanted('start'))
    printRow(
      `start, ${name}`,
      `${((performance.now() - started) / 1_000).toFixed(1)} s until it answers`,
    );
  return product;
}

rmSync(dataFolder, { recursive: true, force: true });
await bringCity(dataFolder, { houses: choice.houses, extract: choice.city });
const cold = await timeStart('cold (packages and web build there)');
if (isWanted('start')) {
  await cold.stop();
}
const product = isWanted('start') ? await timeStart('warm') : cold;
let city = 'unknown';
try {
  if (choice.city) await bringFleet(dataFolder, (await readWorld(product, dataFolder)).bounds);
  const world = await readWorld(product, dataFolder);
  printLoad(product.printed());
  city = `${world.cityName}; ${world.size}`;
  console.log(`City: ${city}`);
  for (const [name, bench] of Object.entries(all)) if (isWanted(name)) await bench(world);
} finally {
  await product.stop();
  if (rows.length > 0) {
    const run = { at, commit, machine, node: process.version, city, rows };
    console.log(`\nKept in ${keepResults(keptFolder, run)}`);
  }
}
