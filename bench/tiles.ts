// Tiles cold and warm, beside a peer that serves the same functions of the same database, in turns within one run.

import { gunzipSync } from 'node:zlib';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listProcesses } from '../e2e/product.ts';
import { databaseUrlOf } from './database.ts';
import type { LoadOrder, LoadReport } from './load-tiles.ts';
import { fetchWhole, printRow, printSpread, spreadOf } from './measure.ts';
import { startTilePeer, type TilePeer } from './tile-peer.ts';
import { tilePathsAt } from './tile-paths.ts';
import type { World } from './world.ts';

const zooms = [13, 14, 15, 16, 17];
const perZoom = 30;
const rounds = 3;
const connections = 8;
const roundMillis = 3_000;
/** What Chromium sends with a tile. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: '*/*' };
const ticksPerSecond = 100;

type Side = { name: string; pid: number; origin: string; prefix: string };

/** Seconds of CPU that a process has used so far, all threads (proc(5): utime and stime of stat). */
function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function timeCold(world: World, peer: TilePeer, z: number): Promise<number> {
  const ours: number[] = [];
  const theirs: number[] = [];
  let largest = 0;
  const timeOurs = async (path: string): Promise<void> => {
    const started = performance.now();
    const body = await fetchWhole(`${world.url}/tiles/base/${path}`, { headers: browser });
    ours.push(performance.now() - started);
    // An empty one has no body at all.
    if (body.byteLength > 0) largest = Math.max(largest, gunzipSync(body).byteLength);
  };
  const timeTheirs = async (path: string): Promise<void> => {
    const started = performance.now();
    await fetchWhole(peer.urlOf(`base/${path}`), { headers: browser });
    theirs.push(performance.now() - started);
  };
  // The database has the rows of a tile at hand for whoever asks second.
  for (const [index, path] of tilePathsAt(world.points(20 * perZoom), z, perZoom).entries())
    for (const time of index % 2 === 0 ? [timeOurs, timeTheirs] : [timeTheirs, timeOurs])
      await time(path);
  printSpread(`tiles z${z}, cold`, spreadOf(ours));
  printSpread(`tiles z${z}, cold, peer`, spreadOf(theirs));
  return largest;
}

async function load(order: LoadOrder): Promise<LoadReport> {
  const child = fork(fileURLToPath(new URL('./load-tiles.ts', import.meta.url)));
  child.send(order);
  const [report] = (await once(child, 'message')) as [LoadReport];
  child.kill();
  return report;
}

type Totals = {
  perSecond: number;
  cpuMillis: number;
  p50: number;
  p95: number;
  encoding: string;
  wrong: number;
};

async function measureSide(
  side: Side,
  tiles: string[],
  headers: Record<string, string>,
): Promise<Totals> {
  const paths = tiles.map((tile) => side.prefix + tile);
  const cpuBefore = readCpuSeconds(side.pid);
  const { answers, wrong, encoding, p50, p95 } = await load({
    origin: side.origin,
    paths,
    headers,
    connections,
    millis: roundMillis,
  });
  const cpuMillis = (1_000 * (readCpuSeconds(side.pid) - cpuBefore)) / answers;
  return { perSecond: (1_000 * answers) / roundMillis, cpuMillis, p50, p95, encoding, wrong };
}

function middle(all: Totals[], field: 'perSecond' | 'cpuMillis' | 'p50' | 'p95'): number {
  return spreadOf(all.map((one) => one[field])).p50;
}

function printSide(what: string, all: Totals[]): void {
  const wrong = all.reduce((sum, one) => sum + one.wrong, 0);
  const parts = [
    `${middle(all, 'perSecond').toFixed(0)} per second`,
    `${middle(all, 'cpuMillis').toFixed(3)} ms of CPU each`,
    `p50 ${middle(all, 'p50').toFixed(2)} ms`,
    `p95 ${middle(all, 'p95').toFixed(2)} ms`,
    `encoding ${all.at(-1)?.encoding}`,
    ...(wrong > 0 ? [`${wrong} WRONG`] : []),
  ];
  printRow(what, parts.join('   '));
}

async function compareWarm(
  what: string,
  sides: [Side, Side],
  { tiles, headers }: { tiles: string[]; headers: Record<string, string> },
): Promise<void> {
  const results: [Totals[], Totals[]] = [[], []];
  for (const side of sides) await measureSide(side, tiles, headers);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, side] of sides.entries())
      results[index]!.push(await measureSide(side, tiles, headers));
  const [ours, theirs] = results;
  printSide(`tiles warm, ${what}`, ours);
  printSide(`tiles warm, ${what}, peer`, theirs);
  const rate = middle(ours, 'perSecond') / middle(theirs, 'perSecond');
  const perCore = middle(theirs, 'cpuMillis') / middle(ours, 'cpuMillis');
  printRow(
    `ratio ours / peer, ${what}`,
    `requests per second ${rate.toFixed(1)}   requests per second of CPU ${perCore.toFixed(1)}`,
  );
}

export async function benchTiles(world: World): Promise<void> {
  const server = listProcesses(world.dataFolder).find(
    ({ command }) => command.includes('server/main.ts') && !command.startsWith('setpriv'),
  );
  if (!server) throw new Error('the server of the product is not running');
  const peer = await startTilePeer(databaseUrlOf(world.dataFolder), 'base/6/0/0');
  printRow('tiles, peer', `${peer.name}; the same tile functions, its cache as it comes`);
  try {
    let largest = 0;
    for (const z of zooms) largest = Math.max(largest, await timeCold(world, peer, z));
    printRow('largest tile, uncompressed', `${(largest / 1_000).toFixed(0)} kB`);
    const spots = world.points(20 * perZoom);
    const tiles = zooms.flatMap((z) =>
      tilePathsAt(spots, z, perZoom).map((path) => `base/${path}`),
    );
    const sides: [Side, Side] = [
      { name: 'ours', pid: server.pid, origin: world.url, prefix: '/tiles/' },
      { name: 'peer', pid: peer.pid, origin: new URL(peer.urlOf('')).origin, prefix: '/' },
    ];
    await compareWarm('a browser’s headers', sides, { tiles, headers: browser });
    await compareWarm('gzip only', sides, { tiles, headers: { 'accept-encoding': 'gzip' } });
  } finally {
    await peer.stop();
  }
}
