import type pg from 'pg';
import type { Logger } from 'pino';
import { openPool } from '../sql/pool.ts';
import type { Config } from './config.ts';
import { answerMillis } from './in-time.ts';

/** Each has connections of its own: however many changes wait for theirs, an answer waits only for other answers. */
export type Databases = {
  /** For what a dispatcher waits for: places, responses, phones, and what holds of the roads. */
  answerDatabase: pg.Pool;
  /** For everything else: changes, tiles, what is made in the background. */
  database: pg.Pool;
};

/** Half of the connections for answers, the other half for the rest. */
export function openDatabases(
  { DATABASE_URL, DATABASE_CONNECTIONS }: Pick<Config, 'DATABASE_URL' | 'DATABASE_CONNECTIONS'>,
  log: Logger,
): Databases {
  const forAnswers = Math.ceil(DATABASE_CONNECTIONS / 2);
  const onIdleError = (error: Error) => log.warn({ err: error }, 'database connection lost');
  return {
    // Whose answer is late waits for no connection any more: its place in the queue is of use to the next.
    answerDatabase: openPool(DATABASE_URL, {
      max: forAnswers,
      connectMillis: answerMillis,
      onIdleError,
    }),
    database: openPool(DATABASE_URL, { max: DATABASE_CONNECTIONS - forAnswers, onIdleError }),
  };
}
