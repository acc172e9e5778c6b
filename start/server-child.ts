import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Address } from './address.ts';
import { spawnGuarded } from './child-process.ts';
import { root } from './folders.ts';
import { KeptChild } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';
import { pulseOf } from './pulse.ts';
import { Routers, type RouterSet } from './routers.ts';
import type { Product } from './set-up.ts';

const lookMilliseconds = 100;
const patienceMilliseconds = 60_000;
/** Longer than any load keeps it from answering. */
const silenceMilliseconds = 15_000;
/** It listens before it has loaded anything of the city. */
const startSilenceMilliseconds = 45_000;

/** The server as a child: started again when it dies, told of the routers whenever they change. */
export class ServerChild {
  readonly #kept: KeptChild;
  readonly #life: Lifetime;
  #routers: RouterSet | undefined;

  constructor(environment: NodeJS.ProcessEnv, url: string, life: Lifetime) {
    this.#life = life;
    const launch = (): ChildProcess => {
      const child = spawnGuarded(process.execPath, {
        args: [join(root, 'server', 'main.ts')],
        cwd: root,
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      child.once('spawn', () => this.#tellRouters(child));
      return child;
    };
    this.#kept = new KeptChild({
      name: 'server',
      launch,
      life,
      pulse: pulseOf(`${url}/api/health`, {
        patienceMilliseconds: silenceMilliseconds,
        startPatienceMilliseconds: startSilenceMilliseconds,
      }),
    });
    life.onEnd('server', () => this.#kept.stop());
  }

  setRouters(routers: RouterSet): void {
    this.#routers = routers;
    if (this.#kept.child) this.#tellRouters(this.#kept.child);
  }

  /** One that is just being started reads it when it is up. */
  #tellRouters(child: ChildProcess): void {
    if (!this.#routers || !child.connected) return;
    const { urls, version, conditions, closures } = this.#routers;
    child.send({ type: 'osrm-urls', urls, version, conditions, closures }, (error) => {
      if (error) console.error(`✗ server did not hear of the routers: ${error.message}`);
    });
  }

  restart(): Promise<void> {
    return this.#kept.restart();
  }

  /** Waits for the first answer of /api/health, of whatever content; false when none comes. */
  async untilAnswering(url: string): Promise<boolean> {
    const deadline = performance.now() + patienceMilliseconds;
    while (performance.now() < deadline && !this.#life.ending) {
      try {
        const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
        await response.arrayBuffer();
        return true;
      } catch {
        // Not listening yet.
        await this.#life.pause(lookMilliseconds);
      }
    }
    return false;
  }
}

/** Starts the server and its routers; at the end the server stops first. */
export function startServer(product: Product, address: Address, life: Lifetime): ServerChild {
  const { dataFolder, osrmBin } = product;
  let server: ServerChild | undefined;
  if (osrmBin) new Routers({ dataFolder, osrmBin }, life, (set) => server?.setRouters(set)).start();
  const environment = { ...product.environment, HOST: address.host, PORT: String(address.port) };
  server = new ServerChild(environment, address.url, life);
  return server;
}
