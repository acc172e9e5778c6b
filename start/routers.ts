// One osrm-routed per vehicle class, on loopback. New routing data gets new processes beside the
// old ones; only when every new one answers does the server hear of them, and the old ones end.

import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { spawnGuarded } from './child-process.ts';
import { readRoutingData, type RoutingData } from './city.ts';
import { makeFolder } from './folders.ts';
import { findFreePort } from './free-port.ts';
import { KeptChild } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';

export type RouterUrls = Record<string, string>;
type Generation = { version: string; routers: KeptChild[]; urls: RouterUrls };

const canaryPatienceMilliseconds = 30_000;
const drainMilliseconds = 5_000;
const silenceMilliseconds = 15_000;
const lookAgainMilliseconds = 2_000;

/** True when the router answers a request at all; where on earth it is asked about does not matter. */
async function answersCanary(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/nearest/v1/driving/0,0?number=1`, {
      signal: AbortSignal.timeout(2_000),
    });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'code' in body;
  } catch (error) {
    // Refused, reset or late: not ready.
    return error instanceof SyntaxError;
  }
}

async function untilCanary(url: string, life: Lifetime): Promise<boolean> {
  const deadline = performance.now() + canaryPatienceMilliseconds;
  while (performance.now() < deadline && !life.ending) {
    if (await answersCanary(url)) return true;
    await life.pause(100);
  }
  return false;
}

async function launchGeneration(
  { version, classes }: RoutingData,
  osrmBin: string,
  life: Lifetime,
): Promise<Generation> {
  const routers: KeptChild[] = [];
  const urls: RouterUrls = {};
  for (const [vehicleClass, path] of Object.entries(classes)) {
    const port = await findFreePort();
    const args = ['-i', '127.0.0.1', '-p', String(port), '--algorithm', 'mld'];
    const launch = (): ReturnType<typeof spawnGuarded> =>
      spawnGuarded(join(osrmBin, 'osrm-routed'), {
        args: [...args, '--max-table-size', '10000', '--verbosity', 'ERROR', path],
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const url = `http://127.0.0.1:${port}`;
    const pulse = { answers: () => answersCanary(url), patienceMilliseconds: silenceMilliseconds };
    routers.push(new KeptChild({ name: `osrm-routed (${vehicleClass})`, launch, life, pulse }));
    urls[vehicleClass] = url;
  }
  return { version, routers, urls };
}

async function stopGeneration(generation: Generation | undefined): Promise<void> {
  await Promise.all(generation?.routers.map((router) => router.stop()) ?? []);
}

/** Keeps the routers at the newest routing data until the end; `onUrls` hears of each new set. */
export class Routers {
  readonly #dataFolder: string;
  readonly #osrmBin: string;
  readonly #life: Lifetime;
  readonly #onUrls: (urls: RouterUrls) => void;
  #current: Generation | undefined;
  #refused: string | undefined;
  #work = Promise.resolve();

  constructor(
    { dataFolder, osrmBin }: { dataFolder: string; osrmBin: string },
    life: Lifetime,
    onUrls: (urls: RouterUrls) => void,
  ) {
    this.#dataFolder = dataFolder;
    this.#osrmBin = osrmBin;
    this.#life = life;
    this.#onUrls = onUrls;
  }

  get urls(): RouterUrls {
    return this.#current?.urls ?? {};
  }

  start(): void {
    const folder = makeFolder(join(this.#dataFolder, 'osrm'));
    const watcher = watch(folder, () => this.#look());
    watcher.on('error', (error) => console.error(`✗ routing data: ${error.message}`));
    // A watch may miss an event, for instance on a network disk.
    const timer = setInterval(() => this.#look(), lookAgainMilliseconds);
    this.#life.onEnd('OSRM', async () => {
      watcher.close();
      clearInterval(timer);
      await this.#work;
      await stopGeneration(this.#current);
    });
    this.#look();
  }

  #look(): void {
    this.#work = this.#work
      .then(() => this.#follow())
      .catch((error: unknown) => console.error('✗ OSRM could not be switched over:', error));
  }

  async #follow(): Promise<void> {
    if (this.#life.ending || !existsSync(this.#dataFolder)) return;
    const found = readRoutingData(this.#dataFolder);
    if (!found || [this.#current?.version, this.#refused].includes(found.version)) return;
    const next = await launchGeneration(found, this.#osrmBin, this.#life);
    const answers = await Promise.all(
      Object.values(next.urls).map((url) => untilCanary(url, this.#life)),
    );
    if (!answers.every(Boolean)) {
      if (!this.#life.ending)
        console.error(`✗ OSRM does not answer with routing data ${found.version}; not used`);
      this.#refused = found.version;
      await stopGeneration(next);
      return;
    }
    const last = this.#current;
    this.#current = next;
    this.#onUrls(next.urls);
    console.log(`✓ OSRM: routing data ${found.version} for ${Object.keys(next.urls).join(', ')}`);
    if (!last) return;
    // Requests under way still go to the old ones.
    await this.#life.pause(drainMilliseconds);
    await stopGeneration(last);
  }
}
