import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

export type DataChanges = { close: () => Promise<void> };

const retryMillis = 1_000;
const connectMillis = 5_000;

/**
 * Calls `onChange` after every applied change of data, also by another process, and whenever the
 * feed begins anew, the first time too: a change may have been missed before.
 */
export function watchDataChanges(
  databaseUrl: string,
  onChange: () => void,
  log: Logger,
): DataChanges {
  const closing = new AbortController();
  let client: pg.Client | undefined;

  /** Resolves when the connection has ended; throws when there was none. */
  async function listen(): Promise<void> {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'firepoint-changes',
      connectionTimeoutMillis: connectMillis,
      keepAlive: true,
    });
    client.on('notification', () => onChange());
    client.on('error', (error) => log.warn({ err: error }, 'lost the change feed'));
    client.on('end', () => end());
    try {
      await client.connect();
      await client.query('listen data_changed');
      onChange();
      await ended;
    } finally {
      await client.end();
    }
  }

  /** One connection at a time: a failed one must not leave two behind that both try again. */
  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await listen();
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ err: error }, 'no change feed; trying again');
      }
      await pause(retryMillis, undefined, { ref: false, signal: closing.signal }).catch(() => {
        log.debug('the change feed is closed');
      });
    }
  }

  const listening = keepListening();
  return {
    close: async () => {
      closing.abort();
      await client?.end();
      await listening;
    },
  };
}
