-- Where a door is reached, as far as the register itself knows: on the road that its address names,
-- else on the nearest road of any kind, on a bridge or in a tunnel only where nothing else is near.
-- $1 lon double precision: of the door
-- $2 lat double precision: of the door
-- $3 road_id bigint: the road that the address names, or null
-- $4 max_meters double precision: a road further away is not looked for
-- $5 link_meters double precision: what is on the ground so near goes before bridges and tunnels
-- returns at most one row
with door as (
  select st_setsrid(st_makepoint($1, $2), 4326) as geom
),
road as (
  (
    select r.* from roads r where r.id = $3 and r.retired_at is null
  )
  union all
  (
    select r.* from roads r, door
    where r.retired_at is null and (r.motor or r.foot)
      and r.geom && st_expand(door.geom, $4::float8 / 110000 / greatest(cosd($2), 0.01), $4::float8 / 110000)
    order by
      r.bridge or (r.tunnel and r.layer < 0) or not st_dwithin(r.geom::geography, door.geom::geography, $5),
      r.geom <-> door.geom
    limit 1
  )
  limit 1
)
select
  st_x(at.geom) as lon,
  st_y(at.geom) as lat,
  coalesce(a.label, full_name(s.type, s.name), road.name) as name,
  road.class,
  road.alley_level,
  road.width_m,
  road.width_provenance as provenance
from road
cross join door
cross join lateral (select st_closestpoint(road.geom, door.geom) as geom) at
left join streets s on s.id = road.street_id
left join alleys a on a.id = road.alley_id
