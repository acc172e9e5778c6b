-- How far it is from starts to a door as the crow flies, and the river between them if there is one.
-- $1 ids bigint[]
-- $2 lons float8[]: of the starts, in the order of the ids
-- $3 lats float8[]
-- $4 lon double precision: of the door
-- $5 lat double precision: of the door
-- returns one row per start; river is null where its bank is the same, '' where the river has no name
select
  s.id as start_id,
  st_distance(s.geom::geography, door.geom::geography) as meters,
  (
    select coalesce(w.name, '') from water_bodies w
    where w.retired_at is null and w.kind in ('river', 'canal')
      and st_intersects(w.geom, st_makeline(s.geom, door.geom))
    order by w.name is null, st_area(w.geom) desc
    limit 1
  ) as river
from (
  select id, st_setsrid(st_makepoint(lon, lat), 4326) as geom
  from unnest($1::bigint[], $2::float8[], $3::float8[]) as start (id, lon, lat)
) s
cross join (select st_setsrid(st_makepoint($4, $5), 4326) as geom) door
