import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses, type RunningProduct } from '../e2e/product.ts';
import type { Health } from '../server/health/schema.ts';
import { seededRandom } from './measure.ts';

export type World = {
  url: string;
  dataFolder: string;
  cityName: string;
  size: string;
  /** west, south, east, north */
  bounds: [number, number, number, number];
  /** Direct addresses of the routers, by vehicle class. */
  osrmUrls: Record<string, string>;
  /** Points in the middle of the city, the same in every run. */
  points: (count: number) => [number, number][];
};

export type Bench = (world: World) => Promise<void>;

export async function readWorld({ url }: RunningProduct, dataFolder: string): Promise<World> {
  const { city } = await readReadyHealth(url);
  if (!city) throw new Error('there is no city to measure');
  const { counts, bounds } = city;
  const [west, south, east, north] = bounds;
  return {
    url,
    dataFolder,
    cityName: city.name,
    size: `${counts.addresses} addresses, ${counts.buildings} buildings, ${counts.units} units, ${counts.waterPoints} water points`,
    bounds,
    osrmUrls: findRouters(dataFolder),
    points: (count) => {
      const random = seededRandom(count);
      const between = (a: number, b: number) => a + (b - a) * (0.25 + 0.5 * random());
      return Array.from({ length: count }, () => [between(west, east), between(south, north)]);
    },
  };
}

/** Waits, at most ten seconds, until everything answers that is measured. */
async function readReadyHealth(url: string): Promise<Health> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${url}/api/health`);
    const health = (await response.json()) as Health;
    if (health.status === 'ok' || tries === 50) return health;
    await sleep(200);
  }
}

function findRouters(dataFolder: string): Record<string, string> {
  const found = listProcesses(dataFolder)
    .filter(({ command }) => command.includes('osrm-routed'))
    .flatMap(({ pid, command }) => {
      const port = findListeningPort(pid);
      const vehicleClass = /\/([^/]+)\/city\.osrm/.exec(command)?.[1];
      return port && vehicleClass ? [[vehicleClass, `http://127.0.0.1:${port}`] as const] : [];
    });
  return Object.fromEntries(found);
}

/** The port that the kernel gave a process; undefined where it listens on none. */
function findListeningPort(pid: number): number | undefined {
  const open = readdirSync(`/proc/${pid}/fd`).map((name) => readLink(`/proc/${pid}/fd/${name}`));
  for (const line of readFileSync(`/proc/${pid}/net/tcp`, 'utf8').split('\n')) {
    // Address and port, the state (0A: it listens), and as the tenth the inode.
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    if (state === '0A' && open.includes(`socket:[${inode}]`))
      return Number.parseInt(local!.split(':')[1]!, 16);
  }
  return undefined;
}

function readLink(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    // A connection that was closed meanwhile.
    return undefined;
  }
}
