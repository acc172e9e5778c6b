import type { Database } from '../../sql/pool.ts';
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
