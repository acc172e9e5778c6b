// One osrm-routed per vehicle class, on loopback. New routing data, closures and traffic get new
// processes beside the old ones; only when every new one answers does the server hear of them, and
// the old ones end.

import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { readRoutingData, type RoutingData } from './city.ts';
import {
  customiseRoads,
  dropOldCopies,
  noConditions,
  readConditions,
  type Conditions,
} from './customised-roads.ts';
import { makeFolder } from './folders.ts';
import type { Lifetime } from './lifetime.ts';
import { RouterProcess } from './router-process.ts';

export type RouterUrls = Record<string, string>;
export type RouterSet = {
  urls: RouterUrls;
  /** Of which routing data they are, made of which map; which closures and traffic they count, and which closures alone ('' for none). */
  version: string;
  cityVersion: string;
  conditions: string;
  closures: string;
};
type Generation = Omit<RouterSet, 'urls'> & { routers: Record<string, RouterProcess> };

const canaryPatienceMilliseconds = 30_000;
const drainMilliseconds = 5_000;
const lookAgainMilliseconds = 2_000;
/** Until data whose routers did not answer, or ended again and again, are tried again. */
const putOffMilliseconds = 60_000;

async function untilCanary(router: RouterProcess, life: Lifetime): Promise<boolean> {
  const deadline = performance.now() + canaryPatienceMilliseconds;
  while (performance.now() < deadline && !life.ending) {
    if (await router.answers()) return true;
    await life.pause(100);
  }
  return false;
}

function describeSet({ routers, ...of }: Generation): RouterSet {
  const urls: RouterUrls = {};
  for (const [vehicleClass, { url }] of Object.entries(routers))
    if (url !== undefined) urls[vehicleClass] = url;
  return { ...of, urls };
}

async function stopGeneration(generation: Generation | undefined): Promise<void> {
  const routers = Object.values(generation?.routers ?? {});
  await Promise.all(routers.map((router) => router.stop()));
}

/** Keeps the routers at the newest routing data until the end; `onSet` hears of each new set, and where one of them moved. */
export class Routers {
  readonly #dataFolder: string;
  readonly #osrmBin: string;
  readonly #life: Lifetime;
  readonly #onSet: (set: RouterSet) => void;
  #current: Generation | undefined;
  #putOff: { label: string; at: number } | undefined;
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

  /** Also those that were made in vain, which would keep a full disk full. */
  async #dropOldCopies(): Promise<void> {
    if (this.#life.ending) return;
    const { version, conditions } = this.#current ?? { version: '', conditions: '' };
    await dropOldCopies(this.#dataFolder, { version, key: conditions });
  }

  async #follow(): Promise<void> {
    if (this.#life.ending || !existsSync(this.#dataFolder)) return;
    const found = readRoutingData(this.#dataFolder);
    if (!found) return;
    const conditions = readConditions(this.#dataFolder, found.version);
    const label = `${found.version} ${conditions.key}`;
    const isCurrent =
      label === (this.#current && `${this.#current.version} ${this.#current.conditions}`);
    const lost = isCurrent ? this.#findLostCopies(found) : [];
    if ((isCurrent && lost.length === 0) || this.#isPutOff(label)) return;
    if (lost.length > 0)
      console.error(`✗ closures and traffic: the copies for ${lost.join(', ')} are made anew`);
    if (conditions.problem) console.error(`✗ closures and traffic: ${conditions.problem}`);
    let next = await this.#launch(found, conditions);
    if (!next || isCurrent) this.#putOff = { label, at: performance.now() };
    // Whom nothing is closed to is served better by these data as they are than by none, or by those of an old map.
    if (!next && conditions.key !== '' && this.#current?.version !== found.version)
      next = await this.#launch(found, noConditions);
    if (next) await this.#use(next);
    else await this.#dropOldCopies();
  }

  async #use(next: Generation): Promise<void> {
    const last = this.#current;
    this.#current = next;
    this.#tell(next);
    const { version, routers } = next;
    if (version !== last?.version)
      console.log(`✓ OSRM: routing data ${version} for ${Object.keys(routers).join(', ')}`);
    if (last) this.#drain(last);
    else await this.#dropOldCopies();
  }

  #tell(generation: Generation): void {
    if (generation === this.#current) this.#onSet(describeSet(generation));
  }

  /** Classes whose router cannot live on its copy: that is gone or damaged, and can be made again from the data. */
  #findLostCopies({ classes }: RoutingData): string[] {
    return Object.entries(this.#current?.routers ?? {})
      .filter(([name, router]) => router.path !== classes[name] && router.keepsEnding)
      .map(([name]) => name);
  }

  #isPutOff(label: string): boolean {
    const { at = -Infinity } = this.#putOff?.label === label ? this.#putOff : {};
    return performance.now() - at < putOffMilliseconds;
  }

  /** Undefined when it does not answer, and so must not be used. */
  async #launch(found: RoutingData, conditions: Conditions): Promise<Generation | undefined> {
    const life = this.#life;
    const classes = await this.#customise(found, conditions);
    if (!classes || life.ending) return undefined;
    const next = this.#begin({ ...found, classes }, conditions);
    const answers = await Promise.all(
      Object.values(next.routers).map((router) => untilCanary(router, life)),
    );
    if (answers.every(Boolean)) return next;
    if (!life.ending)
      console.error(`✗ OSRM does not answer with routing data ${found.version}; not used`);
    await stopGeneration(next);
    return undefined;
  }

  async #customise(
    found: RoutingData,
    conditions: Conditions,
  ): Promise<Record<string, string> | undefined> {
    const folders = { dataFolder: this.#dataFolder, osrmBin: this.#osrmBin };
    try {
      return await customiseRoads(folders, found, conditions, this.#life.signal);
    } catch (error) {
      if (!this.#life.ending) console.error(`✗ closures and traffic: ${String(error)}`);
      return undefined;
    }
  }

  #begin(
    { version, cityVersion, classes }: RoutingData,
    { key: conditions, closures }: Conditions,
  ): Generation {
    const routers: Record<string, RouterProcess> = {};
    const generation = { version, cityVersion, conditions, closures, routers };
    const onUrl = (): void => this.#tell(generation);
    for (const [vehicleClass, path] of Object.entries(classes))
      routers[vehicleClass] = new RouterProcess(
        { vehicleClass, path },
        { osrmBin: this.#osrmBin, life: this.#life, onUrl },
      );
    return generation;
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
