// How long one command lives, and what it must stop at its end, whichever way it ends.

import { describeFailure } from './describe-failure.ts';

type Stop = { name: string; stop: () => Promise<void> };

const secondSignalAfterMilliseconds = 1_000;

/** Runs from the command's begin to its end; aborts `signal` as soon as the end is asked for. */
export class Lifetime {
  readonly #abort = new AbortController();
  readonly #stops: Stop[] = [];
  #leavesInterrupts = false;
  #failure: Error | undefined;

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get ending(): boolean {
    return this.signal.aborted;
  }

  /** Stops run in reverse order: what was started last depends on what was started first. */
  onEnd(name: string, stop: () => Promise<void>): void {
    this.#stops.push({ name, stop });
  }

  /** Asks for the end, because of a failure where there is one; `stopAll` does the work. */
  end(failure?: Error): void {
    this.#failure ??= failure;
    this.#abort.abort();
  }

  get failure(): Error | undefined {
    return this.#failure;
  }

  get leavesInterrupts(): boolean {
    return this.#leavesInterrupts;
  }

  /** While `work` runs, Ctrl-C is only for the program on the terminal, which gets it as well. */
  async leavingInterrupts<T>(work: () => Promise<T>): Promise<T> {
    this.#leavesInterrupts = true;
    try {
      return await work();
    } finally {
      this.#leavesInterrupts = false;
    }
  }

  untilEnd(): Promise<void> {
    if (this.ending) return Promise.resolve();
    return new Promise((resolve) => {
      this.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Waits that long, or less when the end is asked for. */
  pause(milliseconds: number): Promise<void> {
    if (this.ending) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, milliseconds);
      this.signal.addEventListener('abort', finish);
    });
  }

  async stopAll(): Promise<void> {
    this.end();
    for (let next = this.#stops.pop(); next; next = this.#stops.pop()) {
      try {
        await next.stop();
      } catch (error) {
        console.error(`${next.name} did not stop cleanly:`, error);
      }
    }
  }
}

function endOnSignals(life: Lifetime): void {
  let firstAt: number | undefined;
  // One Ctrl-C may arrive twice, from the terminal and passed on by npm; a later one means "now".
  const onSignal = (name: NodeJS.Signals): void => {
    if (name === 'SIGINT' && life.leavesInterrupts) return;
    firstAt ??= performance.now();
    if (performance.now() - firstAt > secondSignalAfterMilliseconds) process.exit(130);
    life.end();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // Whoever read our output is gone, as after `npm start | head`.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => life.end());
}

/**
 * Runs one command and exits with the code it returns. A SetUpError is told in its one sentence,
 * anything else with its stack. Children are stopped in every case.
 */
export async function runCommand(work: (life: Lifetime) => Promise<number>): Promise<never> {
  const life = new Lifetime();
  endOnSignals(life);
  let code = 1;
  try {
    code = await work(life);
  } catch (error) {
    if (life.ending) code = 130;
    else console.error(describeFailure(error));
  }
  if (life.failure) {
    code = 1;
    console.error(describeFailure(life.failure));
  }
  await life.stopAll();
  process.exit(code);
}
