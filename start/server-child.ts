import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findObstacle, type Address } from './address.ts';
import { catchUpRouting } from './catch-up-routing.ts';
import { isRunning, spawnGuarded } from './child-process.ts';
import { root } from './folders.ts';
import { KeptChild } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';
import { pulseOf, untilFirstAnswer, type Pulse } from './pulse.ts';
import { Routers, type RouterSet } from './routers.ts';
import { SetUpError } from './set-up-error.ts';
import type { Product } from './set-up.ts';

/** Longer than any load keeps it from answering. */
const silenceMilliseconds = 15_000;
/** MB. An answer leaves several behind; with less room they are collected in the middle of the next. */
const youngGeneration = 32;
/** It listens before it has loaded anything of the city. */
const startSilenceMilliseconds = 45_000;
/** As server/main.ts has them. */
const exitCodes = { settingsAreWrong: 78, cannotListen: 69 };

/** The server as a child: started again when it dies, told of the routers whenever they change. */
export class ServerChild {
  readonly #kept: KeptChild;
  readonly #life: Lifetime;
  readonly #pulse: Pulse;
  #routers: RouterSet | undefined;
  /** The one that said that it listens: whoever else answers there is not ours. */
  #listening: ChildProcess | undefined;

  constructor(environment: NodeJS.ProcessEnv, address: Address, life: Lifetime) {
    this.#life = life;
    const byHttp = pulseOf(`${address.url}/api/health`, {
      patienceMilliseconds: silenceMilliseconds,
      startPatienceMilliseconds: startSilenceMilliseconds,
    });
    this.#pulse = { ...byHttp, answers: async () => this.#isListening() && byHttp.answers() };
    const launch = (): ChildProcess => {
      const child = spawnGuarded(process.execPath, {
        args: [`--max-semi-space-size=${youngGeneration}`, join(root, 'server', 'main.ts')],
        cwd: root,
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      child.once('spawn', () => this.#tellRouters(child));
      // All it ever says.
      child.once('message', () => {
        this.#listening = child;
      });
      return child;
    };
    this.#kept = new KeptChild({
      name: 'server',
      launch,
      life,
      pulse: this.#pulse,
      findHopeless: (exitCode) => this.#findHopeless(exitCode, address),
    });
    life.onEnd('server', () => this.#kept.stop());
  }

  async #findHopeless(exitCode: number, address: Address): Promise<Error | undefined> {
    if (exitCode === exitCodes.settingsAreWrong)
      return new SetUpError('The server cannot run with these settings; it says why above.');
    if (exitCode !== exitCodes.cannotListen) return undefined;
    const obstacle = await findObstacle(address);
    if (!this.#listening || !obstacle) return obstacle;
    // It had the address, and may get it back.
    console.error(`✗ ${obstacle.message}`);
    return undefined;
  }

  #isListening(): boolean {
    const child = this.#listening;
    return child !== undefined && child === this.#kept.child && isRunning(child);
  }

  setRouters(routers: RouterSet): void {
    this.#routers = routers;
    if (this.#kept.child) this.#tellRouters(this.#kept.child);
  }

  /** One that is just being started reads it when it is up. */
  #tellRouters(child: ChildProcess): void {
    if (!this.#routers || !child.connected) return;
    child.send({ type: 'osrm-urls', ...this.#routers }, (error) => {
      if (error) console.error(`✗ server did not hear of the routers: ${error.message}`);
    });
  }

  restart(): Promise<void> {
    return this.#kept.restart();
  }

  /** Waits for the first answer of /api/health, of whatever content; false when none comes. */
  untilAnswering(): Promise<boolean> {
    return untilFirstAnswer(this.#pulse, this.#life);
  }
}

/** Starts the server and its routers; at the end the server stops first. */
export function startServer(product: Product, address: Address, life: Lifetime): ServerChild {
  const { dataFolder, osrmBin } = product;
  let server: ServerChild | undefined;
  if (osrmBin) {
    new Routers({ dataFolder, osrmBin }, life, (set) => server?.setRouters(set)).start();
    catchUpRouting(product, life);
  }
  const environment = { ...product.environment, HOST: address.host, PORT: String(address.port) };
  server = new ServerChild(environment, address, life);
  return server;
}
