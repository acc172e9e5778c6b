-- House numbers around a point, nearest first, and how many there are in all.
-- $1 lon float8
-- $2 lat float8
-- $3 meters float8: how far around
-- $4 most integer: rows
with here as (
  select st_setsrid(st_makepoint($1::float8, $2::float8), 4326) as point
), around as (
  select a.id, a.label, a.source, a.door, here.point,
    st_distance(a.door::geography, here.point::geography) as meters
  from here
  join addresses a
    -- A degree of longitude shrinks towards the poles; this box is never too small below 60°.
    on a.point && st_expand(here.point, ($3::float8 + 100) / 55000)
  where a.retired_at is null
)
select
  id, label, source, meters,
  st_x(door) as lon, st_y(door) as lat,
  count(*) over ()::integer as total
from around
where meters <= $3::float8
order by meters, id
limit $4::integer
