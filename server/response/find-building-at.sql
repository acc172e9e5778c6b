-- The building in which a point lies; of several the smallest.
-- $1 lon double precision
-- $2 lat double precision
-- returns at most one row
select
  b.id as building_id,
  b.floors,
  b.use,
  st_area(b.geom::geography) as footprint_m2,
  st_asgeojson(b.geom, 7)::json as outline
from buildings b
where b.retired_at is null and st_covers(b.geom, st_setsrid(st_makepoint($1, $2), 4326))
order by st_area(b.geom)
limit 1
