import type { Logger } from 'pino';
import type { ClosuresInForce } from './closures/closures-in-force.ts';
import type { RouterGeneration } from './closures/obedience.ts';
import type { Routers } from './osrm-client/routers.ts';

type Hearing = {
  routers: Routers;
  closures: Pick<ClosuresInForce, 'setGeneration'>;
  log: Logger;
};

type RouterSet = RouterGeneration & { urls: Record<string, string> };

/** New routers are in use at once, and only then believed to obey the closures. */
export function hearSupervisor({ routers, closures, log }: Hearing): void {
  process.on('message', (message: unknown) => {
    const set = readRouterSet(message);
    if (!set) return;
    routers
      .setUrls(set.urls)
      .catch((error: unknown) => log.error({ err: error }, 'routers not set'));
    closures.setGeneration(set);
  });
}

/** `{ type: 'osrm-urls', … }`, when routing data or the closures in them changed. */
function readRouterSet(message: unknown): RouterSet | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  if (message.type !== 'osrm-urls' || !('urls' in message)) return null;
  return message as unknown as RouterSet;
}
