// So many responses per second, whether the last one is answered or not, while tiles are served.

import { setTimeout as sleep } from 'node:timers/promises';
import { askResponse } from './ask-response.ts';
import { fetchWhole, printSpread, printTarget, spreadOf } from './measure.ts';
import type { World } from './world.ts';

const perSecond = 20;
const seconds = 15;
/** Above it, answers wait for each other and the rate is not sustained. */
const mostMillis = 250;

export async function benchSustained(world: World): Promise<void> {
  const points = world.points(perSecond * seconds);
  const end = new AbortController();
  const tiles = keepServing(world, end.signal);
  const times: Promise<number>[] = [];
  const started = performance.now();
  for (const [index, point] of points.entries()) {
    await sleep(Math.max(0, started + (1_000 * index) / perSecond - performance.now()));
    times.push(timeOne(world.url, point));
  }
  const spread = spreadOf(await Promise.all(times));
  end.abort();
  printSpread(`response, ${perSecond} per second beside ${await tiles} tiles`, spread);
  printTarget('sustained, p95', spread.p95, mostMillis, 'ms');
}

async function timeOne(url: string, point: [number, number]): Promise<number> {
  const started = performance.now();
  await askResponse(url, point);
  return performance.now() - started;
}

/** One browser that pans about. */
async function keepServing({ url, points }: World, signal: AbortSignal): Promise<number> {
  const z = 15;
  let served = 0;
  for (const [lon, lat] of points(10_000)) {
    if (signal.aborted) break;
    const radians = (lat * Math.PI) / 180;
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
    await fetchWhole(`${url}/tiles/base/${z}/${x}/${y}`);
    served += 1;
    await sleep(20);
  }
  return served;
}
