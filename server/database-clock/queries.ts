import type pg from 'pg';
import { inTransaction } from '../../sql/pool.ts';
import { lockTraffic, wakeForTraffic } from '../traffic/queries.ts';

/** When something was seen or said; never later than now, unless the clock was set back since. */
const times = [
  ['traffic_speeds', 'at'],
  ['unit_positions', 'at'],
  ['unit_statuses', 'at'],
  ['unit_statuses', 'at_station_at'],
  ['unit_tracks', 'at'],
  ['wind_observations', 'observed_at'],
] as const;

const isAnyAhead = times
  .map(([table, column]) => `exists (select from ${table} where ${column} > now())`)
  .join(' or ');

export async function readClock(pool: pg.Pool): Promise<{ now: Date; isAnyAhead: boolean }> {
  const { rows } = await pool.query<{ now: Date; is_any_ahead: boolean }>(
    `select clock_timestamp() as now, ${isAnyAhead} as is_any_ahead`,
  );
  return { now: rows[0]!.now, isAnyAhead: rows[0]!.is_any_ahead };
}

/** Nobody knows any more when that was: it counts as seen now, and ages from here. */
export async function bringBackToNow(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await lockTraffic(client);
    // A way whose points all are of one moment says nothing of how fast it went.
    await client.query('delete from unit_tracks where at > statement_timestamp()');
    for (const [table, column] of times)
      await client.query(
        `update ${table} set ${column} = statement_timestamp() where ${column} > statement_timestamp()`,
      );
    await wakeForTraffic(client);
  });
}
