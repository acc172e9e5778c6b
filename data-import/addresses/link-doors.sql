-- The building of each address, and its door: on the outline towards the street or alley that the address names,
-- never simply towards the nearest way, because tube houses back onto another alley.
-- In:  staging.address_inputs, address_ways, link_buildings, link_roads, settings; parameters building_link_max …
-- Out: staging.address_buildings (input, building_id, link, meters), staging.address_doors (input, road_id, access_m, door_m, provenance)

create table staging.address_buildings as
select a.input, b.id as building_id, b.link, b.meters, coalesce(b.outline_m, a.point_m) as outline_m
from staging.address_inputs a
left join lateral (
  -- An Append runs its parts in order: the first that finds a row wins and the others are never run.
  (select l.id, l.geom_m as outline_m, 'contained' as link, null::real as meters
   from staging.link_buildings l
   where l.osm_id = a.osm_id and l.osm_type = a.osm_type and a.osm_type <> 'n')
  union all
  (select l.id, l.geom_m, 'contained', null::real from staging.link_buildings l
   where st_intersects(l.geom_m, a.point_m) order by st_area(l.geom_m), l.id limit 1)
  union all
  (select l.id, l.geom_m, 'nearest', st_distance(l.geom_m, a.point_m)::real from staging.link_buildings l
   where st_dwithin(l.geom_m, a.point_m, (select staging.parameter('building_link_max')))
   order by st_distance(l.geom_m, a.point_m), l.id limit 1)
  limit 1
) b on true;
create unique index on staging.address_buildings (input);
analyze staging.address_buildings;

create table staging.address_doors as
with chosen as (
  select a.input, a.point_m, b.outline_m, r.id as road_id, r.geom_m as road_m,
    case when r.is_named then 'named-way' when r.id is not null then 'nearest-way' else 'none' end as provenance
  from staging.address_inputs a
  join staging.address_buildings b using (input)
  left join staging.address_ways w using (input)
  left join lateral (
    (select l.id, l.geom_m, true as is_named from staging.link_roads l
     where st_dwithin(l.geom_m, b.outline_m, (select staging.parameter('door_link_max')))
       and case when w.path_key <> '' then l.alley_id = w.alley_id else l.street_id = w.street_id end
     order by st_distance(l.geom_m, b.outline_m), st_distance(l.geom_m, a.point_m), l.id limit 1)
    union all
    (select l.id, l.geom_m, false from staging.link_roads l
     where st_dwithin(l.geom_m, b.outline_m, (select staging.parameter('nearest_way_max')))
     order by st_distance(l.geom_m, b.outline_m), st_distance(l.geom_m, a.point_m), l.id limit 1)
    limit 1
  ) r on true
), facing as (
  -- The door faces the road in front of the address's own point: one long building holds many doors.
  select c.*, case
    when c.road_id is null then c.point_m
    when st_dimension(c.outline_m) = 2 then st_closestpoint(st_boundary(c.outline_m), st_closestpoint(c.road_m, c.point_m))
    else c.point_m end as door_m
  from chosen c
)
select f.input, f.road_id, f.provenance, f.door_m, st_closestpoint(f.road_m, f.door_m) as access_m from facing f;
create unique index on staging.address_doors (input);
analyze staging.address_doors;
