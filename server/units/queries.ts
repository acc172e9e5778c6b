import type { Database } from '../../sql/pool.ts';

/** `unit:12`, or the id of the register where it has one, by which it can be told from others. */
export type FoundUnit = { id: number; name: string };

/** The unit of `unit:12` or of an id of the register, else all of a call sign. */
export async function findUnits(database: Database, id: string): Promise<FoundUnit[]> {
  const { rows } = await database.query<FoundUnit>(
    `select id, name from (
       select id, coalesce(register_id, 'unit:' || id) as name,
         rank() over (order by
           case $1 when 'unit:' || id then 0 when register_id then 1 else 2 end) as place
       from units
       where retired_at is null and $1 in ('unit:' || id, register_id, call_sign)
     ) found
     where place = 1
     order by id`,
    [id],
  );
  return rows;
}

export type NewPosition = {
  unitId: number;
  /** Later than now counts as now; null: now. */
  at: Date | null;
  lon: number;
  lat: number;
  speedKmh: number | null;
  bearing: number | null;
  accuracyMeters: number | null;
};

/** How far back the way of a unit is known, to see how fast traffic moves. */
const trackKept = '15 minutes';

/** false when a newer one is known; one that lies ahead of the clock is not newer, for that was set back. */
export async function keepPosition(database: Database, row: NewPosition): Promise<boolean> {
  const { rowCount } = await database.query(
    `with track as (
       insert into unit_tracks (unit_id, at, geom, accuracy_m)
       select $1, least($2::timestamptz, now()), st_setsrid(st_makepoint($3, $4), 4326), $7
       where least($2::timestamptz, now()) > now() - interval '${trackKept}'
       on conflict (unit_id, at) do nothing
     )
     insert into unit_positions (unit_id, at, geom, speed_kmh, bearing, accuracy_m)
     values ($1, least($2::timestamptz, now()), st_setsrid(st_makepoint($3, $4), 4326), $5, $6, $7)
     on conflict (unit_id) do update set at = excluded.at, geom = excluded.geom,
       speed_kmh = excluded.speed_kmh, bearing = excluded.bearing,
       accuracy_m = excluded.accuracy_m, received_at = now()
     where excluded.at > unit_positions.at or unit_positions.at > clock_timestamp()`,
    [row.unitId, row.at, row.lon, row.lat, row.speedKmh, row.bearing, row.accuracyMeters],
  );
  return rowCount === 1;
}

export type TrackPoint = {
  unitId: number;
  callSign: string;
  vehicleClass: string;
  lon: number;
  lat: number;
  /** Seconds since 1970. */
  at: number;
  accuracyMeters: number | null;
};

/** Positions of the last minutes of each unit, at most so many, in the order of time. */
export async function readTracks(
  database: Database,
  { minutes, most }: { minutes: number; most: number },
): Promise<TrackPoint[]> {
  const { rows } = await database.query<TrackPoint>(
    `select u.id as "unitId", u.call_sign as "callSign", u.vehicle_class as "vehicleClass",
       st_x(t.geom) as lon, st_y(t.geom) as lat, extract(epoch from t.at)::float8 as at,
       t.accuracy_m as "accuracyMeters"
     from (
       select *, row_number() over (partition by unit_id order by at desc) as place
       from unit_tracks
       where at > now() - make_interval(secs => 60 * $1::float8)
     ) t
     join units u on u.id = t.unit_id
     where u.retired_at is null and t.place <= $2
     order by t.unit_id, t.at`,
    [minutes, most],
  );
  return rows;
}

export async function dropOldTracks(database: Database): Promise<void> {
  await database.query(`delete from unit_tracks where at < now() - interval '${trackKept}'`);
}

export type NewStatus = {
  unitId: number;
  status: string;
  /** Later than now counts as now; null: now. */
  at: Date | null;
  author: string;
  atStation: boolean;
};

/** false when a newer one is known; see `keepPosition`. */
export async function keepStatus(
  database: Database,
  { unitId, status, at, author, atStation }: NewStatus,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into unit_statuses (unit_id, status, at, author, at_station_at)
     values ($1, $2, least($3::timestamptz, now()), $4, case when $5 then least($3::timestamptz, now()) end)
     on conflict (unit_id) do update set status = excluded.status, at = excluded.at,
       author = excluded.author, received_at = now(),
       at_station_at = coalesce(excluded.at_station_at, unit_statuses.at_station_at)
     where excluded.at > unit_statuses.at or unit_statuses.at > clock_timestamp()`,
    [unitId, status, at, author, atStation],
  );
  return rowCount === 1;
}

export type PositionRow = {
  unitId: string;
  callSign: string;
  lon: number;
  lat: number;
  at: string;
  ageSeconds: number;
};

export async function readPositions(database: Database): Promise<PositionRow[]> {
  const { rows } = await database.query<PositionRow>(
    `select 'unit:' || u.id as "unitId", u.call_sign as "callSign",
       st_x(p.geom) as lon, st_y(p.geom) as lat,
       to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
       greatest(0, extract(epoch from now() - p.at))::float8 as "ageSeconds"
     from unit_positions p join units u on u.id = p.unit_id
     where u.retired_at is null
     order by u.id`,
  );
  return rows;
}
