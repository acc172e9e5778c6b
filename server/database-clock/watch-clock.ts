// The database's clock, by which closures begin and what was seen ages: it may be set while we run.

import type pg from 'pg';
import type { Logger } from 'pino';
import { createAlarm } from '../in-turn.ts';
import { bringBackCorrections, bringBackToNow, isCorrectionAhead, readClock } from './queries.ts';

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
  /** Also at the start: it may have been set before. */
  let areCorrectionsDue = true;
  const alarm = createAlarm(() => void look());

  async function look(): Promise<void> {
    try {
      const { now, isAnyAhead } = await readClock(database);
      const readAt = performance.now();
      if (isAnyAhead) await bringBackToNow(database);
      const ahead = now.getTime() - readAt;
      const isSet = aheadMillis !== undefined && Math.abs(ahead - aheadMillis) > setMillis;
      areCorrectionsDue ||= isSet;
      if (isSet) await onSet();
      aheadMillis = ahead;
      if (!areCorrectionsDue) return;
      if (await isCorrectionAhead(database)) await bringBackCorrections(database);
      areCorrectionsDue = false;
    } catch (error) {
      log.debug({ err: error }, 'the clock of the database was not followed');
    } finally {
      alarm.set(everyMillis);
    }
  }

  alarm.set(0);
  return { close: alarm.close };
}
