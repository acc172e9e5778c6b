// What is read anew whenever it may have changed, and when it is known to change by itself.

import type { Logger } from 'pino';

export type InTurn = {
  /** Looks; resolves when it has seen what there was at the moment of the call. */
  follow: () => Promise<void>;
  /** Looks at the latest after so many milliseconds. */
  lookIn: (millis: number) => void;
  close: () => void;
};

const retryMillis = 2_000;

/** `look` answers after how many milliseconds to look again. One at a time; all who come meanwhile share the next. */
export function followInTurn(
  look: () => Promise<number>,
  { log, what }: { log: Logger; what: string },
): InTurn {
  const alarm = createAlarm(() => {
    follow().catch((error: unknown) => log.error({ err: error }, `${what} not followed`));
  });
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  async function lookNow(): Promise<void> {
    waiting = undefined;
    try {
      alarm.set(await look());
    } catch (error) {
      // What was in force stays so.
      alarm.set(retryMillis);
      throw error;
    }
  }

  function follow(): Promise<void> {
    if (waiting) return waiting;
    waiting = Promise.allSettled([running]).then(lookNow);
    running = waiting;
    return waiting;
  }

  return { follow, lookIn: alarm.set, close: alarm.close };
}

/** Runs once, so many milliseconds after it was set last. */
export function createAlarm(run: () => void): { set: (millis: number) => void; close: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    set: (millis) => {
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(run, millis).unref();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
