import { z } from 'zod';
import type pg from 'pg';
import { inTransaction, type Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import { kind } from './schema.ts';

/** What wakes the servers after a batch: not one change per row, which would drop tiles and reload the graph. */
export const trafficChannel = 'traffic_changed';

const selectTraffic = defineQuery(
  new URL('./select-traffic.sql', import.meta.url),
  z.object({
    from_node: z.number(),
    to_node: z.number(),
    kmh: z.number(),
    source: z.string(),
    kind,
    at: z.date(),
    total: z.number(),
  }),
);

/** The slowest stretches, and how many more there are. */
export async function readTraffic(
  database: Database,
  { validMinutes, limit }: { validMinutes: number; limit: number },
) {
  const rows = await selectTraffic(database, [validMinutes, limit]);
  const seen = rows.map(({ from_node: from, to_node: to, at, total: _total, ...row }) => ({
    ...row,
    from,
    to,
    at: at.getTime(),
  }));
  return { seen, leftOut: (rows[0]?.total ?? 0) - rows.length };
}

/** `at` later than now counts as now; null: seen now. */
export type SpeedRow = {
  from: number;
  to: number;
  kmh: number;
  at: Date | null;
  source: string;
};

export type SpeedBatch = { kind: 'feed' | 'unit'; rows: SpeedRow[] };

/** Any number: whoever writes traffic waits for the others, so that no two wait for each other's rows. */
const writersLock = 4114121;

/** Until the end of the transaction; its `statement_timestamp()` is then later than what others wrote. */
export async function lockTraffic(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [writersLock]);
}

export async function wakeForTraffic(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_notify($1, $2)', [trafficChannel, '']);
}

/**
 * Drops what counts no more, keeps the batch and wakes the servers. How many were kept: not those of which the source
 * said newer already, where the clock was not set back since.
 */
export async function keepTraffic(
  pool: pg.Pool,
  { kind: told, rows }: SpeedBatch,
  { validMinutes, maxSources }: { validMinutes: number; maxSources: number },
): Promise<number | 'too-many-sources'> {
  return inTransaction(pool, async (client) => {
    await lockTraffic(client);
    await client.query(
      'delete from traffic_speeds where at <= statement_timestamp() - make_interval(secs => 60 * $1::float8)',
      [validMinutes],
    );
    const { rows: others } = await client.query<{ count: number }>(
      'select count(distinct source) from traffic_speeds where kind = $1 and source <> all($2)',
      [told, rows.map(({ source }) => source)],
    );
    if (others[0]!.count >= maxSources) return 'too-many-sources';
    const { rowCount } = await client.query(
      `insert into traffic_speeds (from_node, to_node, kmh, at, source, kind)
       select from_node, to_node, kmh, least(at, statement_timestamp()), source, $6
       from unnest($1::bigint[], $2::bigint[], $3::real[], $4::timestamptz[], $5::text[])
         seen (from_node, to_node, kmh, at, source)
       on conflict (from_node, to_node, kind, source) do update
       set kmh = excluded.kmh, at = excluded.at, received_at = now()
       where excluded.at >= traffic_speeds.at or traffic_speeds.at > statement_timestamp()`,
      [
        rows.map(({ from }) => from),
        rows.map(({ to }) => to),
        rows.map(({ kmh }) => kmh),
        rows.map(({ at }) => at),
        rows.map(({ source }) => source),
        told,
      ],
    );
    await wakeForTraffic(client);
    return rowCount ?? 0;
  });
}
