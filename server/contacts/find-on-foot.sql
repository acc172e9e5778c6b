-- Points and teams within a straight distance, nearest first: those within it on foot are among them.
-- $1 lon float8
-- $2 lat float8
-- $3 meters float8
-- $4 most integer: rows
with here as (
  select st_setsrid(st_makepoint($1::float8, $2::float8), 4326) as point
)
select c.id, c.kind, c.name, c.phone, c.equipment,
  st_x(c.geom) as lon, st_y(c.geom) as lat,
  st_distance(c.geom::geography, here.point::geography) as straight_meters
from here
join contacts c
  -- A degree of longitude shrinks towards the poles; this box is never too small below 60°.
  on c.geom && st_expand(here.point, $3::float8 / 55000)
where c.retired_at is null
  and c.kind in ('public-fire-point', 'inter-family-team', 'facility-team')
  and st_distance(c.geom::geography, here.point::geography) <= $3::float8
order by straight_meters, c.id
limit $4::integer
