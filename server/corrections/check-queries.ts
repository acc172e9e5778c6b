// What the checks of a correction ask of the database.

import type { Database } from '../../sql/pool.ts';

export type ObstacleKind = {
  place: 'point' | 'way';
  limits: '' | 'height' | 'width';
  hasHours: boolean;
  family: string;
  /** Says only that a barrier of the map is gone. */
  takesAway: boolean;
};

/** undefined: no such kind is valid today. */
export async function findObstacleKind(
  client: Database,
  kind: string,
): Promise<ObstacleKind | undefined> {
  const { rows } = await client.query<ObstacleKind>(
    `select place, limits, has_hours as "hasHours", family, takes_away(k) as "takesAway" from obstacle_kinds k
     where kind = $1 and valid_from <= current_date and (valid_to is null or valid_to > current_date)`,
    [kind],
  );
  return rows[0];
}

/** Metres from a point to a road. */
export async function metersFromRoad(
  client: Database,
  rowId: number,
  { lon, lat }: { lon: number; lat: number },
): Promise<number> {
  const { rows } = await client.query<{ meters: number }>(
    'select st_distance(geom::geography, st_point($2, $3, 4326)::geography) as meters from roads where id = $1',
    [rowId, lon, lat],
  );
  return rows[0]?.meters ?? Infinity;
}

/** Whether what is reported at the point stands in place of a barrier of the map. */
export async function hasBarrierBeside(
  client: Database,
  rowId: number,
  { lon, lat, family }: { lon: number; lat: number; family: string },
): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    'select has_barrier_beside($1, st_point($2, $3, 4326), $4) as is',
    [rowId, lon, lat, family],
  );
  return rows[0]!.is;
}

/** The correction that stands in place of the map's barrier there; null where none does. */
export async function findReportedInPlace(
  client: Database,
  rowId: number,
  { lon, lat, family }: { lon: number; lat: number; family: string },
): Promise<number | null> {
  const { rows } = await client.query<{ id: number | null }>(
    'select reported_in_place($1, st_point($2, $3, 4326), $4) as id',
    [rowId, lon, lat, family],
  );
  return rows[0]!.id;
}

/** Other houses of the same object that have the number already; two rows could not be told apart. */
export async function hasNumberTwin(
  client: Database,
  rowId: number,
  houseNumber: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from addresses a join addresses o on o.id <> a.id and o.retired_at is null
       and lower(o.house_number) = lower($2)
       and ((o.osm_type = a.osm_type and o.osm_id = a.osm_id)
         or (o.street_id is not distinct from a.street_id and o.alley_id is not distinct from a.alley_id
           and o.point && st_expand(a.point, 0.001) and st_dwithin(o.point::geography, a.point::geography, 5)))
     where a.id = $1`,
    [rowId, houseNumber],
  );
  return rowCount !== 0;
}

/** Metres from a point to the house it is said to be the door of: to its footprint, else to its place. */
export async function metersFromHouse(
  client: Database,
  rowId: number,
  { lon, lat }: { lon: number; lat: number },
): Promise<number> {
  const { rows } = await client.query<{ meters: number }>(
    `select least(st_distance(a.point::geography, p.point), st_distance(g.geom::geography, p.point)) as meters
     from addresses a left join buildings g on g.id = a.building_id,
       (select st_point($2, $3, 4326)::geography as point) p
     where a.id = $1`,
    [rowId, lon, lat],
  );
  return rows[0]?.meters ?? Infinity;
}

/** `id` null: the map's own word, which nobody can withdraw. `isLater`: known as well, but seen on a later day. */
export type BetterKnown = {
  id: number | null;
  value: string;
  author: string;
  day: string | null;
  isLater: boolean;
};

/**
 * What was last said of that field of the road, put aside what is known less well, or as well but seen before, else what its
 * tags say in the map, if that is better known and allows no more; undefined where there is none. What let less through has
 * taken its place, but does not open the way for a wider one. Without a day the new word is of today.
 */
export async function findBetterKnown(
  client: Database,
  rowId: number,
  entered: { field: string; value: unknown; provenance: string; day: string | null },
): Promise<BetterKnown | undefined> {
  const { field, value, provenance, day } = entered;
  const { rows } = await client.query<BetterKnown>(
    `with recursive ranked as (
       select c.*, s.seen_on, k.is_later, k.is_later
           or array_position(a.best_first, c.provenance) < array_position(a.best_first, $4::text) as is_better
       from corrections c
       cross join (select array['measured', 'tagged', 'derived', 'assumed'] as best_first) a
       -- When a register's row without a day was surveyed nobody knows.
       cross join lateral (select coalesce(c.observed_on,
         case when c.source <> 'register' then c.entered_at::date end) as seen_on) s
       cross join lateral (select coalesce(c.provenance = $4 and s.seen_on > $5::date, false) as is_later) k
       where c.target_kind = 'road' and c.field = $2 and c.retired_at is null
     ), told as (
       select r.* from ranked r join corrected_rows w on w.correction_id = r.id
       where w.kind = 'road' and w.row_id = $1 and w.field = $2
       union
       select r.* from told t join ranked r on r.superseded_by = t.id and r.state = 'superseded' where not t.is_better
     ), map as (
       select coalesce(
         (select w.imported from corrected_rows w where w.kind = 'road' and w.row_id = $1 and w.field = $2 limit 1),
         correctable_values('road', $1, $2)) as says
     )
     select id, coalesce(value #>> '{}', 'no limit') as value, author,
       to_char(coalesce(seen_on, entered_at::date), 'YYYY-MM-DD') as day, is_later as "isLater"
     from told where is_better and strictness($2, $3::jsonb) >= strictness($2, value)
     union all
     select null, says ->> $2, 'OpenStreetMap', null, false from map
     where $4 in ('derived', 'assumed') and says ->> $2 is not null
       and coalesce(says ->> 'width_provenance', 'tagged') = 'tagged'
       and strictness($2, $3::jsonb) >= strictness($2, says -> $2)
     order by id desc nulls last limit 1`,
    [rowId, field, JSON.stringify(value), provenance, day],
  );
  return rows[0];
}
