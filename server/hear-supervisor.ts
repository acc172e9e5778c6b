import type { Logger } from 'pino';
import { z } from 'zod';
import type { Routers } from './osrm-client/routers.ts';
import type { RoadConditionsNow } from './routing-conditions/follow-conditions.ts';

type Hearing = {
  routers: Routers;
  conditions: Pick<RoadConditionsNow, 'setGeneration'>;
  /** Routers of new data are in use. */
  onNewData: () => void;
  log: Logger;
};

/** Said when routing data, or the closures and the traffic in them, changed. */
const routerSet = z.object({
  type: z.literal('osrm-urls'),
  urls: z.record(z.string(), z.string()),
  version: z.string(),
  cityVersion: z.string(),
  conditions: z.string(),
  closures: z.string(),
});

/** New routers are in use at once, and only then believed to obey the closures. */
export function hearSupervisor({ routers, conditions, onNewData, log }: Hearing): void {
  let version: string | undefined;
  process.on('message', (message: unknown) => {
    const { data: set } = routerSet.safeParse(message);
    if (!set) return;
    routers
      .setUrls(set.urls)
      .catch((error: unknown) => log.error({ err: error }, 'routers not set'));
    conditions.setGeneration(set);
    if (set.version !== version) onNewData();
    version = set.version;
  });
}
