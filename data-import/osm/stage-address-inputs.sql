-- The addresses to be linked: those of the file, and the register's own, whose street or building may have changed.
-- In:  staging.addresses, addresses, settings
-- Out: staging.address_inputs

create table staging.address_inputs as
select row_number() over (order by osm_type, osm_id) as input, null::bigint as id, 'osm'::text as source,
  lower(osm_type) as osm_type, osm_id, null::text as register_id, house_number, street_text,
  staging.point_of(geom) as point
from staging.addresses
union all
select -id, id, source, osm_type, osm_id, register_id, house_number, street_text, point
from addresses
where retired_at is null and source <> 'osm' and staging.is_kept(batch_id);

create table staging.link_roads as
select id, street_id, alley_id, geom_m from staging.new_roads where foot or motor;
create index on staging.link_roads using gist (geom_m);
create table staging.link_buildings as
select id, osm_type, osm_id, geom_m from staging.new_buildings;
create index on staging.link_buildings using gist (geom_m);
create index on staging.link_buildings (osm_id, osm_type);
create table staging.link_units as
select id, geom, st_area(geom) as area from staging.new_admin_units u
where u.type = any (staging.ward_types())
union all
select id, geom, st_area(geom) from admin_units
where source <> 'osm' and retired_at is null and staging.is_kept(batch_id)
  and type = any (staging.ward_types())
  and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date);
create index on staging.link_units using gist (geom);
analyze staging.link_roads;
analyze staging.link_buildings;
