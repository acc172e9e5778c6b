import { z } from 'zod';
import type pg from 'pg';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import { closureEffect, closureGeometry, type Closure, type NewClosure } from './schema.ts';

const selectClosures = defineQuery(
  new URL('./select-closures.sql', import.meta.url),
  z.object({
    id: z.number(),
    geometry: closureGeometry,
    effect: closureEffect,
    vehicle_classes: z.array(z.string()).nullable(),
    on_foot: z.boolean(),
    from_at: z.date(),
    to_at: z.date().nullable(),
    daily_from: z.string().nullable(),
    daily_to: z.string().nullable(),
    reason: z.string(),
    author: z.string(),
    verified: z.boolean(),
    created_at: z.date(),
    withdrawn_at: z.date().nullable(),
    withdrawn_by: z.string().nullable(),
  }),
);

/** What closures in force come from. */
export const closureTables = ['closures'];

export type StoredClosure = Omit<Closure, 'active'>;

export type ClosureFilter = { state: 'current' | 'all'; limit: number; id?: number };

export async function readClosures(
  database: Database,
  { state, limit, id }: ClosureFilter,
): Promise<StoredClosure[]> {
  const rows = await selectClosures(database, [state, limit, id ?? null]);
  return rows.map((row) => ({
    id: row.id,
    geometry: row.geometry,
    effect: row.effect,
    vehicleClasses: row.vehicle_classes,
    onFoot: row.on_foot,
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString() ?? null,
    daily:
      row.daily_from === null || row.daily_to === null
        ? null
        : { from: row.daily_from, to: row.daily_to },
    reason: row.reason,
    by: row.author,
    verified: row.verified,
    createdAt: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnBy: row.withdrawn_by,
  }));
}

/** The row's id. */
export async function insertClosure(database: Database, closure: NewClosure): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, to_at, daily_from, daily_to,
       reason, author)
     values ($1, st_setsrid(st_geomfromgeojson($2), 4326), $3, $4, coalesce($5, now()), $6, $7, $8, $9, $10)
     returning id`,
    [
      closure.effect,
      JSON.stringify(closure.geometry),
      closure.vehicleClasses ?? null,
      closure.onFoot,
      closure.from ?? null,
      closure.to ?? null,
      closure.daily?.from ?? null,
      closure.daily?.to ?? null,
      closure.reason,
      closure.by,
    ],
  );
  return rows[0]!.id;
}

/** False where there is no such closure, or it was withdrawn before. */
export async function withdrawClosure(
  database: Database,
  id: number,
  by: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update closures set withdrawn_at = now(), withdrawn_by = $2
     where id = $1 and withdrawn_at is null`,
    [id, by],
  );
  return rowCount === 1;
}

export async function readDatabaseClock(database: Database): Promise<Date> {
  const { rows } = await database.query<{ now: Date }>('select clock_timestamp() as now');
  return rows[0]!.now;
}

/** Any number: of two closures at once the second is counted after the first. */
const enteringLock = 4114123;

/** Until the end of the transaction. */
export async function lockEntering(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [enteringLock]);
}

export async function countCurrent(database: Database): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) from closures where withdrawn_at is null and (to_at is null or to_at > now())`,
  );
  return rows[0]!.count;
}
