// What an answer needs of the database, read anew each time; while the database is away or slow, as
// it was last known, so that what is on the screen can still be asked again.

import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { RequestError } from '../errors.ts';
import { refuseLate } from '../in-time.ts';
import { tooLate, within } from '../within.ts';
import type { Deadline } from './deadline.ts';

export type Known<T> = {
  value: T;
  /** How old it is; null when it was read just now. */
  ageMillis: number | null;
};

export type LastKnown<T extends object> = {
  /** Throws what `read` throws, or that the database does not answer, when nothing is known. */
  read: (key: string, read: () => Promise<T>, wait: Wait) => Promise<Known<T>>;
  /** What was read last, whatever is true now; null for nothing. */
  recall: (key: string) => T | null;
};

export type Wait = { deadline: Deadline; log: Logger };

/** Who has something to fall back on waits less long. */
const patienceMillis = { known: 300, unknown: 700 };

export function createLastKnown<T extends object>({ max }: { max: number }): LastKnown<T> {
  const memory = new LRUCache<string, { value: T; at: number }>({ max });
  return {
    recall: (key) => memory.get(key)?.value ?? null,
    read: async (key, read, { deadline, log }) => {
      const before = memory.get(key);
      const recall = (): Known<T> | null =>
        before ? { value: before.value, ageMillis: performance.now() - before.at } : null;
      const most = before ? patienceMillis.known : patienceMillis.unknown;
      try {
        const value = await within(read(), deadline.left(most));
        if (value === tooLate) return recall() ?? refuseLate();
        memory.set(key, { value, at: performance.now() });
        return { value, ageMillis: null };
      } catch (error) {
        const recalled = error instanceof RequestError ? null : recall();
        if (!recalled) throw error;
        log.warn({ err: error, key }, 'answering from what was last known');
        return recalled;
      }
    },
  };
}
