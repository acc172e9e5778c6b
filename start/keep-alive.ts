import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { restartDelayMilliseconds } from './backoff.ts';
import { isRunning, stopChild } from './child-process.ts';
import type { Lifetime } from './lifetime.ts';
import { type Pulse, untilLost } from './pulse.ts';

const provenAfterMilliseconds = 60_000;
const manyFailures = 3;

export type KeptChildOptions = {
  name: string;
  /** May throw, as `spawn` does where the machine has no memory for another process. */
  launch: () => ChildProcess;
  life: Lifetime;
  /** How to see that it still answers; without it only its end is noticed. */
  pulse?: Pulse;
  /** Why it would end the same way again after it ended with that code; the command ends with that. */
  findHopeless?: (exitCode: number) => Promise<Error | undefined>;
};

/**
 * One child that should always run: started again, with growing pauses, whenever it ends by itself,
 * cannot be started, or stands still.
 */
export class KeptChild {
  readonly #options: KeptChildOptions;
  #child: ChildProcess | undefined;
  #stopping = false;
  #restarting = false;
  /** Ends in a row, none of them long after its start. */
  #failures = 0;

  constructor(options: KeptChildOptions) {
    this.#options = options;
    this.#child = this.#start();
    void this.#keep();
  }

  #start(): ChildProcess | undefined {
    const { name, launch } = this.#options;
    const complain = (error: unknown): void =>
      console.error(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    try {
      const child = launch();
      child.on('error', complain);
      return child;
    } catch (error) {
      complain(error);
      return undefined;
    }
  }

  async #keep(): Promise<void> {
    const { name, life } = this.#options;
    while (!this.#stopping) {
      const since = performance.now();
      await this.#untilEnd();
      if (this.#stopping || life.ending) return;
      if (this.#restarting) {
        this.#restarting = false;
        this.#child = this.#start();
        continue;
      }
      const hopeless = await this.#findHopeless();
      if (hopeless) return life.end(hopeless);
      const isProven = performance.now() - since > provenAfterMilliseconds;
      this.#failures = isProven ? 1 : this.#failures + 1;
      const delay = restartDelayMilliseconds(this.#failures);
      console.error(`✗ ${name} ${this.#describeEnd()}; starting it again in ${delay / 1_000} s`);
      await life.pause(delay);
      if (this.#stopping || life.ending) return;
      this.#child = this.#start();
    }
  }

  async #findHopeless(): Promise<Error | undefined> {
    const exitCode = this.#child?.exitCode ?? 0;
    return exitCode === 0 ? undefined : this.#options.findHopeless?.(exitCode);
  }

  async #untilEnd(): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    const { pulse } = this.#options;
    const ended = new AbortController();
    if (pulse) void this.#endWhenLost(child, pulse, ended.signal);
    await once(child, 'exit');
    ended.abort();
  }

  async #endWhenLost(child: ChildProcess, pulse: Pulse, ended: AbortSignal): Promise<void> {
    const { name, life } = this.#options;
    const isLost = await untilLost(pulse, AbortSignal.any([ended, life.signal]));
    if (!isLost || !isRunning(child)) return;
    console.error(`✗ ${name} stands still; it is ended`);
    child.kill('SIGKILL');
  }

  #describeEnd(): string {
    if (!this.#child || this.#child.pid === undefined) return 'could not be started';
    return `ended by itself (${this.#child.signalCode ?? `code ${this.#child.exitCode}`})`;
  }

  /** The process that runs now, another one after a restart; undefined when it could not be started. */
  get child(): ChildProcess | undefined {
    return this.#child;
  }

  /**
   * It does not run, and ended soon after each of its last starts: the next ones may well be in vain. Not one that was
   * killed, as by a machine without memory, or for standing still.
   */
  get keepsEnding(): boolean {
    if (!this.#child || isRunning(this.#child) || this.#child.signalCode === 'SIGKILL')
      return false;
    return this.#failures >= manyFailures;
  }

  /** Ends the process so that a new one takes its place at once. */
  async restart(): Promise<void> {
    if (!this.#child) return;
    this.#restarting = isRunning(this.#child);
    await stopChild(this.#child);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#child) await stopChild(this.#child);
  }
}
