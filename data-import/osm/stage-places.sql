-- Footprints, water, stations, landmarks and admin units as the register keeps them.
-- In:  the staging tables of osm2pgsql with their ids (match-ids.ts), staging.way_nodes, staging.settings
-- Out: staging.new_buildings, new_water_bodies, new_water_points, new_stations, new_landmarks, new_admin_units, new_barriers

create table staging.new_buildings as
select coalesce(l.id, nextval(pg_get_serial_sequence('buildings', 'id'))) as id,
  lower(b.osm_type) as osm_type, b.osm_id, b.name, b.use, b.floors, b.geom,
  st_transform(b.geom, (select srid from staging.settings)) as geom_m
from staging.buildings b
left join staging.buildings_ids l on l.osm_type = lower(b.osm_type) and l.osm_id = b.osm_id;
create index on staging.new_buildings using gist (geom_m);
create index on staging.new_buildings (osm_id, osm_type);
analyze staging.new_buildings;

create table staging.new_water_bodies as
select coalesce(l.id, nextval(pg_get_serial_sequence('water_bodies', 'id'))) as id,
  lower(b.osm_type) as osm_type, b.osm_id, b.kind, b.name, b.geom
from staging.water_bodies b
left join staging.water_bodies_ids l on l.osm_type = lower(b.osm_type) and l.osm_id = b.osm_id;
create index on staging.new_water_bodies using gist (geom);

-- A suction point draws from the body of water beside it; what kind that is decides its flow and lift.
create table staging.new_water_points as
select coalesce(l.id, nextval(pg_get_serial_sequence('water_points', 'id'))) as id,
  lower(p.osm_type) as osm_type, p.osm_id,
  case when p.kind = 'suction' then coalesce(beside.kind, 'pond') else p.kind end as kind,
  p.status, p.flow_lps, p.pressure_bar, p.volume_m3, p.owner, p.name, 'osm'::text as source,
  coalesce(p.notes, '{}') as notes, staging.point_of(p.geom) as geom
from staging.water_points p
left join staging.water_points_ids l on l.osm_type = lower(p.osm_type) and l.osm_id = p.osm_id
left join lateral (
  select case b.kind when 'lake' then 'lake' when 'river' then 'river' when 'canal' then 'river' end as kind
  from staging.new_water_bodies b
  where p.kind = 'suction' and b.geom && st_expand(p.geom, 0.01)
    and st_dwithin(b.geom::geography, p.geom::geography, staging.parameter('draft_source_max'))
  order by b.geom <-> p.geom limit 1
) beside on true;

-- One station may be mapped twice, as a node inside its own area: the area stays.
create table staging.new_stations as
select coalesce(l.id, nextval(pg_get_serial_sequence('stations', 'id'))) as id,
  lower(p.osm_type) as osm_type, p.osm_id, coalesce(p.name, 'OSM ' || lower(p.osm_type) || p.osm_id) as name, p.phone,
  'osm'::text as source, staging.point_of(p.geom) as geom
from staging.stations p
left join staging.stations_ids l on l.osm_type = lower(p.osm_type) and l.osm_id = p.osm_id
where not exists (
  select 1 from staging.stations area
  where p.osm_type = 'N' and area.osm_type <> 'N' and st_dimension(area.geom) = 2 and st_covers(area.geom, p.geom));

create table staging.new_landmarks as
select coalesce(l.id, nextval(pg_get_serial_sequence('landmarks', 'id'))) as id,
  lower(p.osm_type) as osm_type, p.osm_id, p.kind, p.name, n.key as name_key, staging.point_of(p.geom) as geom
from staging.landmarks p
join staging.folded_names n on n.name = p.name
left join staging.landmarks_ids l on l.osm_type = lower(p.osm_type) and l.osm_id = p.osm_id;

create table staging.new_admin_units as
select coalesce(l.id, nextval(pg_get_serial_sequence('admin_units', 'id'))) as id,
  lower(u.osm_type) as osm_type, u.osm_id, u.code, coalesce(t.type, 'level-' || u.level, 'unknown') as type,
  case when t.type is null then u.name else substr(u.name, length(t.word) + 2) end as name,
  'osm'::text as source, u.geom
from staging.admin_units u
left join staging.admin_type_words t on lower(u.name) like t.word || ' _%'
  and substr(u.name, length(t.word) + 2, 1) = upper(substr(u.name, length(t.word) + 2, 1))
left join staging.admin_units_ids l on l.osm_type = lower(u.osm_type) and l.osm_id = u.osm_id;

create table staging.new_barriers as
select coalesce(l.id, nextval(pg_get_serial_sequence('barriers', 'id'))) as id, b.osm_id as osm_node_id, b.kind, b.geom
from staging.barriers b
left join staging.barriers_ids l on l.osm_id = b.osm_id
where exists (select 1 from staging.way_nodes w where w.node_id = b.osm_id);
