import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { restartDelayMilliseconds } from './backoff.ts';
import { isRunning, stopChild } from './child-process.ts';
import type { Lifetime } from './lifetime.ts';

const provenAfterMilliseconds = 60_000;

/** One child that should always run: started again, with growing pauses, whenever it ends by itself. */
export class KeptChild {
  readonly #name: string;
  readonly #launch: () => ChildProcess;
  readonly #life: Lifetime;
  #child: ChildProcess;
  #stopping = false;
  #restarting = false;

  constructor(name: string, launch: () => ChildProcess, life: Lifetime) {
    this.#name = name;
    this.#launch = launch;
    this.#life = life;
    this.#child = this.#start();
    void this.#keep();
  }

  #start(): ChildProcess {
    const child = this.#launch();
    child.on('error', (error) => console.error(`✗ ${this.#name}: ${error.message}`));
    return child;
  }

  async #keep(): Promise<void> {
    let failures = 0;
    while (!this.#stopping) {
      const since = Date.now();
      if (isRunning(this.#child)) await once(this.#child, 'exit');
      if (this.#stopping || this.#life.ending) return;
      if (this.#restarting) {
        this.#restarting = false;
        this.#child = this.#start();
        continue;
      }
      failures = Date.now() - since > provenAfterMilliseconds ? 1 : failures + 1;
      const delay = restartDelayMilliseconds(failures);
      const end = this.#child.signalCode ?? `code ${this.#child.exitCode}`;
      console.error(
        `✗ ${this.#name} ended by itself (${end}); starting it again in ${delay / 1_000} s`,
      );
      await this.#life.pause(delay);
      if (this.#stopping || this.#life.ending) return;
      this.#child = this.#start();
    }
  }

  /** The process that runs now; another one after a restart. */
  get child(): ChildProcess {
    return this.#child;
  }

  /** Ends the process so that a new one takes its place at once. */
  async restart(): Promise<void> {
    this.#restarting = isRunning(this.#child);
    await stopChild(this.#child);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await stopChild(this.#child);
  }
}
