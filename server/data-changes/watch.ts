import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { DataChanges } from './changes.ts';
import { readChanges, type ReadingMark } from './queries.ts';

export type ChangeFeed = {
  /** The newest change that was passed on; null before the first reading. */
  version: () => string | null;
  close: () => Promise<void>;
};

const retryMillis = 1_000;
const connectMillis = 5_000;
const queryMillis = 5_000;
// Of several transactions that commit in one moment only one wakes us: look again soon after a wake-up,
// and now and then without any.
const soonMillis = 20;
const soonForMillis = 500;
const idleMillis = 500;

/** Waits for a ring, soon after a ring only shortly. Ringing while nobody waits is remembered. */
function createBell() {
  let rung = Promise.withResolvers<void>();
  let soonUntil = 0;
  return {
    ring: (): void => {
      soonUntil = performance.now() + soonForMillis;
      rung.resolve();
    },
    reset: (): void => {
      rung = Promise.withResolvers<void>();
    },
    wait: async (): Promise<void> => {
      const millis = performance.now() < soonUntil ? soonMillis : idleMillis;
      await Promise.race([rung.promise, pause(millis, undefined, { ref: false })]);
    },
  };
}

/** Reads on from where it stopped, on whatever connection. */
function createReading(onChange: (changes: DataChanges) => void) {
  let mark: ReadingMark | null = null;
  let version: string | null = null;
  return {
    version: () => version,
    /** Whether something had changed. */
    readOn: async (client: pg.Client): Promise<boolean> => {
      const reading = await readChanges(client, mark);
      mark = reading.mark;
      if (!reading.changes) return false;
      onChange(reading.changes);
      version = reading.changes.version;
      return true;
    },
  };
}

/**
 * Passes on every change of data, also by another process, soon after its commit. A feed that was cut goes on
 * where it stopped; where that is no longer known, as at the start, `isGap` says that anything may have changed.
 * `wakeUps` are called when their channel is notified, and after each time that nothing could be heard.
 */
export function watchDataChanges(
  databaseUrl: string,
  onChange: (changes: DataChanges) => void,
  log: Logger,
  wakeUps: Record<string, () => void> = {},
): ChangeFeed {
  const closing = new AbortController();
  const bell = createBell();
  const reading = createReading(onChange);
  let client: pg.Client | undefined;

  /** Resolves when the connection has ended; throws when there was none. */
  async function follow(): Promise<void> {
    const connected = openClient(databaseUrl);
    client = connected;
    const connection = { isOpen: true };
    connected.on('notification', ({ channel }) => (wakeUps[channel] ?? bell.ring)());
    connected.on('error', (error) => log.warn({ err: error }, 'lost the change feed'));
    connected.on('end', () => {
      connection.isOpen = false;
      bell.ring();
    });
    try {
      await connected.connect();
      await listen(connected, wakeUps);
      while (connection.isOpen) {
        bell.reset();
        if (await reading.readOn(connected)) bell.ring();
        await bell.wait();
      }
    } finally {
      await connected.end();
    }
  }

  /** One connection at a time: a failed one must not leave two behind that both try again. */
  async function keepFollowing(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ err: error }, 'no change feed; trying again');
      }
      await pause(retryMillis, undefined, { ref: false, signal: closing.signal }).catch(() => {
        log.debug('the change feed is closed');
      });
    }
  }

  const following = keepFollowing();
  return {
    version: reading.version,
    close: async () => {
      closing.abort();
      await client?.end();
      await following;
    },
  };
}

function openClient(databaseUrl: string): pg.Client {
  return new pg.Client({
    connectionString: databaseUrl,
    application_name: 'firepoint-changes',
    connectionTimeoutMillis: connectMillis,
    query_timeout: queryMillis,
    keepAlive: true,
  });
}

async function listen(client: pg.Client, wakeUps: Record<string, () => void>): Promise<void> {
  await client.query('listen data_changed');
  for (const [channel, wakeUp] of Object.entries(wakeUps)) {
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    wakeUp();
  }
}
