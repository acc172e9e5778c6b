// The whole answer over HTTP; and one drive through our client beside the same one asked of OSRM
// directly with the same HTTP library, in turns within one run.

import { Agent, request } from 'undici';
import { createRouters } from '../server/osrm-client/routers.ts';
import { callsPerSecond, fetchWhole, printRow, printSpread, spreadOf } from './measure.ts';
import type { World } from './world.ts';

const requests = 200;

function ask(url: string, [lon, lat]: [number, number]): Promise<ArrayBuffer> {
  return fetchWhole(`${url}/api/response`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lon, lat }),
  });
}

export async function benchResponse(world: World): Promise<void> {
  const points = world.points(requests);
  for (const point of points.slice(0, 20)) await ask(world.url, point);
  const times: number[] = [];
  for (const point of points) {
    const started = performance.now();
    await ask(world.url, point);
    times.push(performance.now() - started);
  }
  printSpread('response, one at a time', spreadOf(times));
  const rate = await callsPerSecond({ calls: requests, atOnce: 4 }, (index) =>
    ask(world.url, points[index]!),
  );
  printRow('response, four at a time', `${rate.toFixed(0)} per second`);
  await benchRoute(world);
}

async function benchRoute({ osrmUrls, points }: World): Promise<void> {
  const url = osrmUrls['large'];
  if (!url) return printRow('route through our client / direct OSRM', 'skipped: no OSRM runs');
  const routers = createRouters({ urls: { large: url } });
  await routers.probe();
  const ends = points(2 * requests);
  const dispatcher = new Agent({ maxRequestsPerClient: 500 });
  const ours: number[] = [];
  const direct: number[] = [];
  for (let i = 0; i < requests; i++) {
    const [from, to] = [ends[2 * i]!, ends[2 * i + 1]!];
    let started = performance.now();
    await routers.route('large', { from, to });
    ours.push(performance.now() - started);
    started = performance.now();
    const path = `/route/v1/driving/${from.join(',')};${to.join(',')}`;
    const options = 'overview=full&geometries=geojson&steps=true&generate_hints=false';
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
}
