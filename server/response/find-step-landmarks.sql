-- What people name near each of some points.
-- $1 lons double precision[]
-- $2 lats double precision[]: the same points
-- $3 near_meters double precision: how far it may be
-- returns a row per point that has one: its place in the list from 1, and the nearest landmark
select point.index::int4 as index, near.kind, near.name, near.meters
from (
  select p.index, st_setsrid(st_makepoint(p.lon, p.lat), 4326) as geom,
    $3::float8 / 110000 / greatest(cosd(p.lat), 0.01) as degrees
  from unnest($1::float8[], $2::float8[]) with ordinality as p (lon, lat, index)
) as point
cross join lateral (
  select l.kind, l.name, st_distance(l.geom::geography, point.geom::geography) as meters
  from landmarks l
  where l.retired_at is null and l.geom && st_expand(point.geom, point.degrees)
  order by l.geom <-> point.geom
  limit 1
) as near
where near.meters <= $3::float8
order by 1
