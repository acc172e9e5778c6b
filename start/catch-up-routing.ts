// Routing data that an import left undone beside the product: its map is in force before they are built,
// and it may be killed, or fail, in between.

import { readCityVersion } from '../sql/city-version.ts';
import { isImportRunning } from '../sql/import-lock.ts';
import { buildRoutingData, readRoutingData } from './city.ts';
import { bridgeDatabaseGap } from './database-gap.ts';
import type { Lifetime } from './lifetime.ts';
import { withPool, type Product } from './set-up.ts';

const lookMilliseconds = 5_000;
/** Until routing data that could not be built are tried again. */
const putOffMilliseconds = 5 * 60_000;

/** The map in force, where there are no routing data of it and nobody is about to build them. */
async function findLeftUndone({ dataFolder, databaseUrl }: Product): Promise<string | undefined> {
  return withPool(databaseUrl, async (pool) => {
    // In this order: an import that ends in between has put both in force.
    const cityVersion = await readCityVersion(pool);
    if (cityVersion === '0' || (await isImportRunning(pool))) return undefined;
    return readRoutingData(dataFolder)?.cityVersion === cityVersion ? undefined : cityVersion;
  });
}

/** Builds them until the end of the command. */
export function catchUpRouting(product: Product, life: Lifetime): void {
  const { signal } = life;
  let failed: { cityVersion: string; at: number } | undefined;
  let building = Promise.resolve();

  const isPutOff = (cityVersion: string): boolean =>
    failed?.cityVersion === cityVersion && performance.now() - failed.at < putOffMilliseconds;

  async function build(cityVersion: string): Promise<void> {
    console.log('… routing data: an import left none of its map; building them');
    const why = await buildRoutingData(product, { signal });
    failed = why === null ? undefined : { cityVersion, at: performance.now() };
    if (why !== null) console.error(`✗ routing data: not built — ${why}`);
  }

  async function look(): Promise<void> {
    try {
      const cityVersion = await bridgeDatabaseGap(() => findLeftUndone(product), signal);
      if (cityVersion === undefined || isPutOff(cityVersion)) return;
      building = build(cityVersion);
      await building;
    } catch (error) {
      if (!life.ending) console.error(`✗ routing data: ${String(error)}`);
    }
  }

  async function keepLooking(): Promise<void> {
    while (!life.ending) {
      await look();
      await life.pause(lookMilliseconds);
    }
  }

  life.onEnd('the build of routing data', async () => void (await Promise.allSettled([building])));
  void keepLooking();
}
