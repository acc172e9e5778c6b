-- The addresses to be linked: those of the file, and the register's own, whose street or building may have changed.
-- In:  staging.addresses, addresses, settings
-- Out: staging.address_inputs, link_roads, link_buildings, link_units

-- `1;3;5` and `1, 3, 5` are three houses; a range as `10-14` is one. What is not all numbers stays as it is written.
create table staging.address_numbers as
select a.osm_type, a.osm_id, part.house_number, min(part.nth) as nth
from staging.addresses a
cross join lateral unnest(
  case when a.house_number ~ '^\s*\d+[[:alpha:]]?([-/]\d+[[:alpha:]]?)*(\s*[;,]\s*\d+[[:alpha:]]?([-/]\d+[[:alpha:]]?)*)+\s*$'
    then regexp_split_to_array(btrim(a.house_number), '\s*[;,]\s*') else array[a.house_number] end
) with ordinality as part (house_number, nth)
group by 1, 2, 3;

create table staging.address_inputs as
select row_number() over (order by a.osm_type, a.osm_id, n.nth) as input, null::bigint as id, 'osm'::text as source,
  lower(a.osm_type) as osm_type, a.osm_id, null::text as register_id, n.house_number, a.street_text,
  staging.point_of(a.geom) as point
from staging.addresses a join staging.address_numbers n using (osm_type, osm_id)
union all
select -id, id, source, osm_type, osm_id, register_id,
  coalesce((select i.house_number from imported_numbers i where i.address_id = addresses.id), house_number), street_text, point
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
select id, full_name(type, name) as name, geom, st_area(geom) as area from staging.new_admin_units u
where u.type = any (staging.ward_types())
union all
select id, full_name(type, name), geom, st_area(geom) from admin_units
where source <> 'osm' and retired_at is null and staging.is_kept(batch_id)
  and type = any (staging.ward_types())
  and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date);
create index on staging.link_units using gist (geom);
analyze staging.link_roads;
analyze staging.link_buildings;
