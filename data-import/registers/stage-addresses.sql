-- A register's addresses beside the live streets, roads and buildings around them, in the shape that
-- data-import/addresses links.
-- In:  staging.rows, register_ids; cities and the live tables
-- Out: staging.settings, address_inputs, link_streets, link_alleys, link_roads, link_buildings, link_units

insert into staging.settings (srid, replace, drop_registers, synthetic, vietnamese)
select case when st_y(middle) >= 0 then 32600 else 32700 end + least(60, floor((st_x(middle) + 180) / 6)::integer + 1),
  false, false, coalesce((select synthetic from cities), false),
  coalesce((select avg((type is not null)::integer) > 0.3 from streets where retired_at is null), true)
from (select st_centroid(st_collect(st_makepoint(lon, lat))) as middle from staging.rows) places
where middle is not null;

update staging.rows r set notes = r.notes || jsonb_strip_nulls(
  jsonb_build_object('ward', r.ward, 'building_floors', r.building_floors));

create table staging.address_inputs as
select row_number() over (order by r.line) as input, l.id, 'register'::text as source, l.osm_type, l.osm_id,
  r.id as register_id, r.house_number,
  case when r.alley_path is null then r.street
    else (array['Ngõ', 'Ngách', 'Hẻm'])[least(3, cardinality(string_to_array(r.alley_path, '/')))]
      || ' ' || r.alley_path || ' ' || r.street end as street_text,
  st_setsrid(st_makepoint(r.lon, r.lat), 4326) as point
from staging.rows r
left join staging.register_ids i on i.register_id = r.id
left join addresses l on l.id = i.id;

-- About two kilometres around the addresses: nothing further can be linked to them.
create table staging.surroundings as
select st_setsrid(st_expand(st_extent(point)::geometry, 0.02), 4326) as geom from staging.address_inputs;

create table staging.link_streets as
select null::bigint as part, l.id, l.name_key as key, staging.is_alley_type(l.type) as is_alley, l.type, l.name, l.geom,
  st_transform(l.geom, s.srid) as geom_m
from streets l cross join staging.settings s where l.retired_at is null;
create index on staging.link_streets (key);
create unique index on staging.link_streets (id);
create table staging.link_alleys as
select null::bigint as grp, l.id, l.street_id, l.parent_id, l.type, l.level, l.number, l.path, l.path_key, l.link,
  l.label, l.geom, st_transform(l.geom, s.srid) as geom_m
from alleys l cross join staging.settings s where l.retired_at is null;
create index on staging.link_alleys (street_id, path_key);
create table staging.link_roads as
select l.id, l.street_id, l.alley_id, st_transform(l.geom, s.srid) as geom_m
from roads l cross join staging.settings s, staging.surroundings a
where l.retired_at is null and (l.foot or l.motor) and l.geom && a.geom;
create index on staging.link_roads using gist (geom_m);
create table staging.link_buildings as
select l.id, l.osm_type, l.osm_id, st_transform(l.geom, s.srid) as geom_m
from buildings l cross join staging.settings s, staging.surroundings a
where l.retired_at is null and l.geom && a.geom;
create index on staging.link_buildings using gist (geom_m);
create table staging.link_units as
select id, full_name(type, name) as name, geom, st_area(geom) as area from admin_units
where retired_at is null and type = any (staging.ward_types())
  and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date);
create index on staging.link_units using gist (geom);
analyze staging.link_roads;
analyze staging.link_buildings;
