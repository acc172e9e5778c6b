// One osrm-routed per vehicle class, on loopback. New routing data, closures and traffic get new
// processes beside the old ones; only when every new one answers does the server hear of them, and
// the old ones end.

import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { spawnGuarded } from './child-process.ts';
import { readRoutingData, type RoutingData } from './city.ts';
import {
  customiseRoads,
  dropOldCopies,
  readConditions,
  type Conditions,
} from './customised-roads.ts';
import { makeFolder } from './folders.ts';
import { findFreePort } from './free-port.ts';
import { KeptChild } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';

export type RouterUrls = Record<string, string>;
export type RouterSet = {
  urls: RouterUrls;
  /** Of which routing data they are, which closures and traffic they count, and which closures alone ('' for none). */
  version: string;
  conditions: string;
  closures: string;
};
type Generation = RouterSet & { routers: KeptChild[] };

const canaryPatienceMilliseconds = 30_000;
const drainMilliseconds = 5_000;
const silenceMilliseconds = 15_000;
const lookAgainMilliseconds = 2_000;
/** Until data whose routers did not answer is tried again: they may have stood still. */
const forgiveMilliseconds = 60_000;

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

/** A search walks all over the routing data, and finds them sooner in pages of 2 MB than of 4 kB: glibc from 2.35 on asks for them, and the kernel gives them unless transparent huge pages are off. */
const inLargePages = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

async function launchGeneration(
  { version, classes }: RoutingData,
  { key: conditions, closures }: Conditions,
  { osrmBin, life }: { osrmBin: string; life: Lifetime },
): Promise<Generation> {
  const routers: KeptChild[] = [];
  const urls: RouterUrls = {};
  for (const [vehicleClass, path] of Object.entries(classes)) {
    const port = await findFreePort();
    const args = ['-i', '127.0.0.1', '-p', String(port), '--algorithm', 'mld'];
    const launch = (): ReturnType<typeof spawnGuarded> =>
      spawnGuarded(join(osrmBin, 'osrm-routed'), {
        args: [...args, '--max-table-size', '10000', '--verbosity', 'ERROR', path],
        env: { ...inLargePages, ...process.env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const url = `http://127.0.0.1:${port}`;
    const pulse = { answers: () => answersCanary(url), patienceMilliseconds: silenceMilliseconds };
    routers.push(new KeptChild({ name: `osrm-routed (${vehicleClass})`, launch, life, pulse }));
    urls[vehicleClass] = url;
  }
  return { version, conditions, closures, routers, urls };
}

async function stopGeneration(generation: Generation | undefined): Promise<void> {
  await Promise.all(generation?.routers.map((router) => router.stop()) ?? []);
}

/** Keeps the routers at the newest routing data until the end; `onUrls` hears of each new set. */
export class Routers {
  readonly #dataFolder: string;
  readonly #osrmBin: string;
  readonly #life: Lifetime;
  readonly #onSet: (set: RouterSet) => void;
  #current: Generation | undefined;
  #refused: { label: string; at: number } | undefined;
  #work = Promise.resolve();
  /** Old ones that still answer what was asked of them before. */
  readonly #draining = new Set<Promise<void>>();

  constructor(
    { dataFolder, osrmBin }: { dataFolder: string; osrmBin: string },
    life: Lifetime,
    onSet: (set: RouterSet) => void,
  ) {
    this.#dataFolder = dataFolder;
    this.#osrmBin = osrmBin;
    this.#life = life;
    this.#onSet = onSet;
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
      await Promise.all([stopGeneration(this.#current), ...this.#draining]);
    });
    this.#look();
  }

  #look(): void {
    this.#queue(() => this.#follow());
  }

  #queue(step: () => Promise<void>): void {
    this.#work = this.#work
      .then(step)
      .catch((error: unknown) => console.error('✗ OSRM could not be switched over:', error));
  }

  async #dropOldCopies(): Promise<void> {
    if (this.#life.ending || !this.#current) return;
    const { version, conditions } = this.#current;
    await dropOldCopies(this.#dataFolder, { version, key: conditions });
  }

  async #follow(): Promise<void> {
    if (this.#life.ending || !existsSync(this.#dataFolder)) return;
    const found = readRoutingData(this.#dataFolder);
    if (!found) return;
    const conditions = readConditions(this.#dataFolder, found.version);
    const label = `${found.version} ${conditions.key}`;
    const current = this.#current && `${this.#current.version} ${this.#current.conditions}`;
    if (label === current || this.#isRefused(label)) return;
    if (conditions.problem) console.error(`✗ closures and traffic: ${conditions.problem}`);
    const next = await this.#launch(found, conditions);
    if (!next) {
      this.#refused = { label, at: performance.now() };
      return;
    }
    const last = this.#current;
    this.#current = next;
    this.#onSet(next);
    if (next.version !== last?.version)
      console.log(`✓ OSRM: routing data ${found.version} for ${Object.keys(next.urls).join(', ')}`);
    if (last) this.#drain(last);
  }

  #isRefused(label: string): boolean {
    const { at = -Infinity } = this.#refused?.label === label ? this.#refused : {};
    return performance.now() - at < forgiveMilliseconds;
  }

  /** Undefined when it does not answer, and so must not be used. */
  async #launch(found: RoutingData, conditions: Conditions): Promise<Generation | undefined> {
    const life = this.#life;
    const tools = { dataFolder: this.#dataFolder, osrmBin: this.#osrmBin, life };
    const classes = await this.#customise(tools, found, conditions);
    if (!classes) return undefined;
    const next = await launchGeneration({ ...found, classes }, conditions, tools);
    const answers = await Promise.all(
      Object.values(next.urls).map((url) => untilCanary(url, life)),
    );
    if (answers.every(Boolean)) return next;
    if (!life.ending)
      console.error(`✗ OSRM does not answer with routing data ${found.version}; not used`);
    await stopGeneration(next);
    return undefined;
  }

  async #customise(
    tools: { dataFolder: string; osrmBin: string },
    found: RoutingData,
    conditions: Conditions,
  ): Promise<Record<string, string> | undefined> {
    try {
      return await customiseRoads(tools, found, conditions, this.#life.signal);
    } catch (error) {
      if (!this.#life.ending) console.error(`✗ closures and traffic: ${String(error)}`);
      return undefined;
    }
  }

  /** Requests under way still go to the old ones. */
  #drain(old: Generation): void {
    const drained = this.#life
      .pause(drainMilliseconds)
      .then(() => stopGeneration(old))
      // In turn with what makes new copies.
      .then(() => this.#queue(() => this.#dropOldCopies()))
      .catch((error: unknown) => console.error('✗ old OSRM could not be ended:', error))
      .finally(() => this.#draining.delete(drained));
    this.#draining.add(drained);
  }
}
