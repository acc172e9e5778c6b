// Ten minutes of a busy night: search, responses, tiles, place cards and changes of the register,
// all at once. Memory has to stay flat, no answer may be wrong, no request may fail.

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startLoad } from '../e2e/load.ts';
import { openDatabase } from './database.ts';
import { fetchWhole, printRow, seededRandom, spreadOf } from './measure.ts';
import { parts, takeSample, type Sample } from './memory.ts';
import type { World } from './world.ts';

const defaultMinutes = 10;
const sampleMilliseconds = 5_000;
const changeMilliseconds = 2_000;
/** Growth from the second fifth to the last one, above which memory does not count as flat. */
const mostGrowth = 1.1;

/** Other houses' floors change all the time: tiles are dropped and made anew. */
async function keepChanging(database: pg.Pool, signal: AbortSignal): Promise<number> {
  let changes = 0;
  while (!signal.aborted) {
    await database.query(
      `update buildings set floors = 1 + coalesce(floors, 0) % 9
       where id = (select id from buildings where retired_at is null order by random() limit 1)`,
    );
    changes += 1;
    await sleep(changeMilliseconds);
  }
  return changes;
}

/** Tiles all over the city, at every zoom: the cache fills, and has to let go of what it holds. */
async function keepPanning({ url, bounds }: World, signal: AbortSignal): Promise<number> {
  const random = seededRandom(7);
  const [west, south, east, north] = bounds;
  let tiles = 0;
  while (!signal.aborted) {
    const z = 13 + Math.floor(random() * 5);
    const lon = west + (east - west) * random();
    const radians = ((south + (north - south) * random()) * Math.PI) / 180;
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
    for (const theme of ['base', 'water_points'])
      await fetchWhole(`${url}/tiles/${theme}/${z}/${x}/${y}`);
    tiles += 2;
    await sleep(20);
  }
  return tiles;
}

async function sampleUntil(dataFolder: string, signal: AbortSignal): Promise<Sample[]> {
  const samples: Sample[] = [];
  while (!signal.aborted) {
    await sleep(sampleMilliseconds);
    samples.push(takeSample(dataFolder));
  }
  return samples;
}

/** Prints how memory went; returns the parts whose memory grew. */
function judgeMemory(samples: Sample[]): string[] {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  return Object.keys(parts).filter((part) => {
    const median = (some: Sample[]) => spreadOf(some.map((sample) => sample[part] ?? 0)).p50;
    const early = median(samples.slice(fifth, 2 * fifth));
    const late = median(samples.slice(-fifth));
    printRow(
      `soak, memory of ${part}`,
      `${early.toFixed(0)} MB → ${late.toFixed(0)} MB (× ${(late / early).toFixed(2)})`,
    );
    return late / early > mostGrowth;
  });
}

/** SOAK_MINUTES of mixed load, ten by default; throws when memory grew or a request went wrong. */
export async function benchSoak(world: World): Promise<void> {
  const minutes = Number(process.env['SOAK_MINUTES'] ?? defaultMinutes);
  const database = openDatabase(world.dataFolder);
  const signal = AbortSignal.timeout(minutes * 60_000);
  const load = await startLoad(world.url, 100);
  try {
    const [changes, tiles, samples] = await Promise.all([
      keepChanging(database, signal),
      keepPanning(world, signal),
      sampleUntil(world.dataFolder, signal),
    ]);
    const { answered, wrong, failed } = await load.stop();
    printRow(`soak, ${minutes} minutes`, `${answered} answers, ${tiles} tiles, ${changes} changes`);
    printRow('soak, wrong or failed', `${wrong.length} wrong, ${failed.length} failed`);
    const grown = judgeMemory(samples);
    const troubles = [...wrong, ...failed.map(({ what }) => what)].slice(0, 5);
    if (grown.length > 0) troubles.unshift(`memory grows: ${grown.join(', ')}`);
    if (troubles.length > 0) throw new Error(`the soak went wrong: ${troubles.join('; ')}`);
  } finally {
    await load.stop();
    await database.end();
  }
}
