-- How far it is from stations to a door as the crow flies, and the river between them if there is one.
-- $1 station_ids bigint[]
-- $2 lon double precision: of the door
-- $3 lat double precision: of the door
-- returns one row per station; river is null where its bank is the same, '' where the river has no name
select
  s.id as station_id,
  st_distance(s.geom::geography, door.geom::geography) as meters,
  (
    select coalesce(w.name, '') from water_bodies w
    where w.retired_at is null and w.kind in ('river', 'canal')
      and st_intersects(w.geom, st_makeline(s.geom, door.geom))
    order by w.name is null, st_area(w.geom) desc
    limit 1
  ) as river
from stations s
cross join (select st_setsrid(st_makepoint($2, $3), 4326) as geom) door
where s.id = any ($1::bigint[]) and s.retired_at is null
