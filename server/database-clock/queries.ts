import type pg from 'pg';
import { inTransaction } from '../../sql/pool.ts';
import { lockTraffic, wakeForTraffic } from '../traffic/queries.ts';

type Times = readonly (readonly [table: string, column: string])[];

/**
 * When something was seen or said; never later than now, unless the clock was set back since. They are brought back one
 * after another, each to its own moment: what the register said of a unit stays older than what was reported after it.
 */
const reported: Times = [
  ['units', 'status_since'],
  ['traffic_speeds', 'at'],
  ['unit_positions', 'at'],
  ['unit_statuses', 'at'],
  ['unit_statuses', 'at_station_at'],
  ['unit_tracks', 'at'],
  ['wind_observations', 'observed_at'],
];

const drawn: Times = [
  ['closures', 'created_at'],
  ['closures', 'withdrawn_at'],
];

/** In this order: routing data may know what was entered, but not what became of it, so such a road is in doubt. */
const corrected: Times = [
  ['corrections', 'entered_at'],
  ['router_builds', 'facts_at'],
  ['router_builds', 'built_at'],
  ['corrections', 'state_since'],
  ['corrections', 'retired_at'],
];

const askAnyAhead = (times: Times) =>
  times
    .map(([table, column]) => `exists (select from ${table} where ${column} > now())`)
    .join(' or ');

type Clock = { now: Date; isAnyAhead: boolean };

export async function readClock(pool: pg.Pool): Promise<Clock> {
  const { rows } = await pool.query<Clock>(
    `select clock_timestamp() as now, ${askAnyAhead([...reported, ...drawn])} as "isAnyAhead"`,
  );
  return rows[0]!;
}

/** Reads all corrections, of which a survey brings hundreds of thousands: not to be asked every second. */
export async function isCorrectionAhead(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>(`select ${askAnyAhead(corrected)} as is`);
  return rows[0]!.is;
}

/** Nobody knows any more when that was: it counts as seen now, and ages from here. */
export async function bringBackToNow(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await lockTraffic(client);
    // A way whose points all are of one moment says nothing of how fast it went.
    await client.query('delete from unit_tracks where at > statement_timestamp()');
    await bringBackOlderNews(client);
    await bringBack(client, reported);
    await bringBackClosures(client);
    await wakeForTraffic(client);
  });
}

/** By themselves, for an import keeps others from writing corrections as long as it runs. */
export async function bringBackCorrections(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`set local lock_timeout = '500ms'`);
    await bringBack(client, corrected);
  });
}

async function bringBack(client: pg.ClientBase, times: Times): Promise<void> {
  for (const [table, column] of times)
    await client.query(
      `update ${table} set ${column} = statement_timestamp() where ${column} > statement_timestamp()`,
    );
}

/** What was reported of units before the register came to say something else of them. */
async function bringBackOlderNews(client: pg.ClientBase): Promise<void> {
  await client.query(
    `update unit_statuses r set at = statement_timestamp()
     from units u where u.id = r.unit_id and r.at > statement_timestamp() and r.at <= u.status_since`,
  );
}

/** One drawn to hold at once holds on; a later beginning, and an end, are what somebody wrote down. */
async function bringBackClosures(client: pg.ClientBase): Promise<void> {
  await client.query(
    `update closures set
       from_at = case when from_at <= created_at then least(from_at, statement_timestamp()) else from_at end,
       created_at = least(created_at, statement_timestamp()),
       withdrawn_at = case when withdrawn_at is not null then least(withdrawn_at, statement_timestamp()) end
     where created_at > statement_timestamp() or withdrawn_at > statement_timestamp()`,
  );
}
