import { z } from 'zod';
import type { Database } from '../../sql/pool.ts';
import { defineQuery } from '../../sql/query-file.ts';
import type { RunCardRow } from './requirements.ts';

/** The run cards as valid on a day, today when null. */
export async function readRunCards(database: Database, day: string | null): Promise<RunCardRow[]> {
  const { rows } = await database.query<RunCardRow>(
    `select incident_type as "incidentType", fire_group as "fireGroup", floors_min as "floorsMin",
       alarm_level as "alarmLevel", capability, amount, mark, source
     from run_cards
     where valid_from <= coalesce($1::date, current_date)
       and (valid_to is null or valid_to > coalesce($1::date, current_date))`,
    [day],
  );
  return rows;
}

const mobilisedRow = z.object({
  vehicle_id: z.string(),
  kind: z.enum(['tanker', 'crane', 'excavator', 'ladder']),
  name: z.string(),
  owner: z.string(),
  phone: z.string().nullable(),
  call_out_min: z.number(),
  tank_l: z.number().nullable(),
  ladder_m: z.number().nullable(),
  vehicle_class: z.string().nullable(),
  status: z.enum(['available', 'unavailable']),
  lon: z.number(),
  lat: z.number(),
});
export type MobilisedRow = z.infer<typeof mobilisedRow>;

const findMobilised = defineQuery(new URL('./find-mobilised.sql', import.meta.url), mobilisedRow, {
  keepsPlan: true,
});

export function readMobilised(database: Database): Promise<MobilisedRow[]> {
  return findMobilised(database, []);
}
