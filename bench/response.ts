// The whole answer over HTTP, alone and with tiles beside it; and one drive, and one ranking, through
// our client beside the same asked of OSRM directly with the same HTTP library, in turns within one run.

import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { askResponse } from './ask-response.ts';
import { createRouters } from '../server/osrm-client/routers.ts';
import { callsPerSecond, printRow, printSpread, printTarget, spreadOf } from './measure.ts';
import { printMemory } from './memory.ts';
import { benchSustained } from './sustained.ts';
import type { World } from './world.ts';

const requests = 200;
/** So many answers it takes a new server to have the code of an answer compiled: steady is what is measured. */
const warmUps = 200;
/** And so long for the road graph to grow the trees of the stations, where nobody asks for anything. */
const growMillis = 10_000;

export async function benchResponse(world: World): Promise<void> {
  const points = world.points(requests);
  // Of another number, other points.
  for (const point of world.points(warmUps + 1)) await askResponse(world.url, point);
  await sleep(growMillis);
  const times: number[] = [];
  for (const point of points) {
    const started = performance.now();
    await askResponse(world.url, point);
    times.push(performance.now() - started);
  }
  const alone = spreadOf(times);
  printSpread('response, one at a time', alone);
  printTarget('response, p50', alone.p50, 30, 'ms');
  printTarget('response, p95', alone.p95, 80, 'ms');
  const rate = await callsPerSecond({ calls: requests, atOnce: 4 }, (index) =>
    askResponse(world.url, points[index]!),
  );
  printRow('response, four at a time', `${rate.toFixed(0)} per second`);
  await benchSustained(world);
  await benchRoute(world);
  await benchRanking(world);
  printMemory(world.dataFolder);
}

/** A call takes a millisecond: of few of them the slowest are the machine's. */
const routeCalls = 1_000;

async function benchRoute({ osrmUrls, points }: World): Promise<void> {
  const url = osrmUrls['large'];
  if (!url) return printRow('route through our client / direct OSRM', 'skipped: no OSRM runs');
  const routers = createRouters({ urls: { large: url } });
  await routers.probe();
  const ends = points(2 * routeCalls);
  const dispatcher = new Agent({ maxRequestsPerClient: 500 });
  const ours: number[] = [];
  const direct: number[] = [];
  for (let i = 0; i < routeCalls; i++) {
    const [from, to] = [ends[2 * i]!, ends[2 * i + 1]!];
    let started = performance.now();
    await routers.route('large', { from, to });
    ours.push(performance.now() - started);
    started = performance.now();
    const path = `/route/v1/driving/${from.join(',')};${to.join(',')}`;
    const options = 'overview=full&geometries=polyline6&steps=true&generate_hints=false';
    const { body } = await request(`${url}${path}?${options}`, { dispatcher });
    await body.json();
    direct.push(performance.now() - started);
  }
  await routers.close();
  await dispatcher.close();
  const [mine, peer] = [spreadOf(ours), spreadOf(direct)];
  printSpread('route through our client', mine);
  printSpread('route asked of OSRM directly (peer)', peer);
  printRow(
    'ratio ours / direct',
    `p50 ${(mine.p50 / peer.p50).toFixed(2)}   p95 ${(mine.p95 / peer.p95).toFixed(2)}`,
  );
  printTarget('route, ratio of p95', mine.p95 / peer.p95, 1.3, '×');
}

/** One place to 200, as when all stops of a large incident are ranked. */
const rankedPlaces = 200;

async function benchRanking({ osrmUrls, points }: World): Promise<void> {
  const url = osrmUrls['large'];
  if (!url) return printRow('ranking 1 × 200', 'skipped: no OSRM runs');
  const routers = createRouters({ urls: { large: url } });
  await routers.probe();
  const dispatcher = new Agent({ maxRequestsPerClient: 500 });
  const ours: number[] = [];
  const direct: number[] = [];
  const places = points(2 * requests + rankedPlaces);
  for (let i = 0; i < requests; i++) {
    const [from, ...to] = places.slice(i, i + rankedPlaces + 1);
    let started = performance.now();
    await routers.table('large', {
      sources: [{ position: from! }],
      destinations: to.map((position) => ({ position })),
    });
    ours.push(performance.now() - started);
    started = performance.now();
    const path = [from!, ...to].map((place) => place.join(',')).join(';');
    const { body } = await request(
      `${url}/table/v1/driving/${path}?sources=0&annotations=duration&generate_hints=false`,
      { dispatcher },
    );
    await body.json();
    direct.push(performance.now() - started);
  }
  await routers.close();
  await dispatcher.close();
  const [mine, peer] = [spreadOf(ours), spreadOf(direct)];
  printSpread('ranking 1 × 200 through our client', mine);
  printSpread('ranking 1 × 200 asked of OSRM directly', peer);
  printTarget('ranking, p95 beyond OSRM', mine.p95 - peer.p95, 15, 'ms');
}
