// Looks at the ways of our vehicles now and then, beside everything else. Of several servers on one
// database one does it: whoever holds the lock.

import type { Logger } from 'pino';
import { createAlarm } from '../in-turn.ts';
import { matchTracks, type TrackServices } from './match-tracks.ts';

const everyMillis = 15_000;
const lockKey = 4114122;

export function followTracks(services: TrackServices & { log: Logger }): { close: () => void } {
  const { log } = services;
  const newest = new Map<number, number>();
  const alarm = createAlarm(() => void look());

  async function look(): Promise<void> {
    try {
      await withLock(services, newest);
    } catch (error) {
      log.warn({ err: error }, 'ways of units not matched');
    }
    alarm.set(everyMillis);
  }

  alarm.set(everyMillis);
  return { close: alarm.close };
}

/** The lock lives as long as its connection. */
async function withLock(services: TrackServices, newest: Map<number, number>): Promise<void> {
  const client = await services.database.connect();
  let broken: Error | undefined;
  const hearBreak = (error: Error): void => {
    broken = error;
  };
  client.on('error', hearBreak);
  try {
    const { rows } = await client.query<{ is_ours: boolean }>(
      'select pg_try_advisory_lock($1) as is_ours',
      [lockKey],
    );
    if (!rows[0]?.is_ours) return;
    await matchTracks(services, newest);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
  } catch (error) {
    // Closing the connection gives the lock back.
    broken = error instanceof Error ? error : new Error('failed', { cause: error });
    throw error;
  } finally {
    client.off('error', hearBreak);
    client.release(broken);
  }
}
