// The database's clock, by which closures begin and what was seen ages: it may be set while we run.

import type pg from 'pg';
import type { Logger } from 'pino';
import { createAlarm } from '../in-turn.ts';
import { bringBackCorrections, bringBackToNow, readClock } from './queries.ts';

type Services = {
  database: pg.Pool;
  /** The clock was set: whatever waits for a moment waits for another one. */
  onSet: () => Promise<unknown>;
  log: Logger;
};

const everyMillis = 1_000;
/** An answer may be as late, which does no harm; a clock that is only a little off is not set, but slowed. */
const setMillis = 1_000;

export function watchClock({ database, onSet, log }: Services): { close: () => void } {
  /** Of the database's clock, before one that nobody sets. */
  let aheadMillis: number | undefined;
  const alarm = createAlarm(() => void look());

  async function look(): Promise<void> {
    try {
      const { now, isAnyAhead, isCorrectionAhead } = await readClock(database);
      const readAt = performance.now();
      if (isAnyAhead) await bringBackToNow(database);
      const before = aheadMillis;
      aheadMillis = now.getTime() - readAt;
      if (before !== undefined && Math.abs(aheadMillis - before) > setMillis) await onSet();
      if (isCorrectionAhead) await bringBackCorrections(database);
    } catch (error) {
      log.debug({ err: error }, 'the clock of the database was not followed');
    }
    alarm.set(everyMillis);
  }

  alarm.set(0);
  return { close: alarm.close };
}
