// Of which data and which day a loaded city is.

import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';

/** How many changes were applied so far. */
export async function readDataVersion(database: Database): Promise<string> {
  const { rows } = await database.query<{ version: string }>(
    `select current_data_version()::text as version`,
  );
  return rows[0]!.version;
}

/** The day by which the database finds what is valid now. */
export async function readValidDay(database: Database): Promise<string> {
  const { rows } = await database.query<{ day: string }>('select current_date::text as day');
  return rows[0]!.day;
}

const findTurnedCodes = defineQuery(
  new URL('./find-turned-codes.sql', import.meta.url),
  z.object({ has_turned: z.boolean() }),
);

/** Whether the code lists say something else today than on that day, by the calendar alone. */
export async function haveCodesTurned(database: Database, day: string): Promise<boolean> {
  const [row] = await findTurnedCodes(database, [day]);
  return row!.has_turned;
}
