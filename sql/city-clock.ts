import type pg from 'pg';

/**
 * Sets by which clock `current_date` and `::date` of a moment tell the day: the city's, whatever time zone the database's
 * machine is in, for code lists are valid from one day of the city to another, and people mean that day too. Holds for
 * connections opened afterwards, in this database only. A name that is no time zone sets nothing.
 */
export async function setCityClock(database: pg.Pool | pg.PoolClient): Promise<void> {
  await database.query(`do $$
    declare
      zone text := (
        select p.value from parameters p join pg_timezone_names z on z.name = p.value
        where p.parameter = 'city_time_zone' and p.class = '' and p.valid_from <= current_date
          and (p.valid_to is null or p.valid_to > current_date)
        order by p.valid_from desc limit 1);
    begin
      -- Of this role alone: who does not own the database may set that too.
      if zone <> current_setting('TimeZone') then
        execute format('alter role current_user in database %I set timezone to %L', current_database(), zone);
      end if;
    end $$`);
}
