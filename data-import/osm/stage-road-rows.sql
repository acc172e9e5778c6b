-- Roads as the register keeps them: whose they are, who may use them, how wide, how fast.
-- In:  staging.roads, street_roads, link_streets, alley_of_road, joints, roads_ids, settings; assumed_widths, parameters
-- Out: staging.new_roads, staging.new_mouths

create table staging.road_levels as
select r.osm_id, s.id as street_id, a.alley_id, coalesce(a.level, s.is_alley::integer, 0)::smallint as level
from staging.roads r
left join staging.street_roads sr using (osm_id) left join staging.link_streets s using (part)
left join staging.alley_of_road a using (osm_id);
create unique index on staging.road_levels (osm_id);

-- Nameless alleys in a Vietnamese city: one level below the widest way they meet. Those deeper than a hẻm stay one.
create table staging.nameless as
select osm_id, (select vietnamese from staging.settings) as is_open from staging.roads
where is_service_alley and name is null;
create unique index on staging.nameless (osm_id);
do $$
begin
  for above in 0..2 loop
    with found as (
      update staging.nameless n set is_open = false
      where n.is_open and exists (
        select 1 from staging.joints own
        join staging.joints other on other.node_id = own.node_id and other.osm_id <> own.osm_id
        join staging.road_levels l on l.osm_id = other.osm_id and l.level = above
        join staging.roads r on r.osm_id = other.osm_id and r.class not in ('footway', 'path', 'cycleway', 'steps')
        where own.osm_id = n.osm_id
          and not exists (select 1 from staging.nameless o where o.osm_id = other.osm_id and o.is_open))
      returning n.osm_id
    )
    update staging.road_levels l set level = above + 1 from found f where f.osm_id = l.osm_id;
  end loop;
  update staging.road_levels l set level = 3 from staging.nameless n where n.osm_id = l.osm_id and n.is_open;
end $$;

create table staging.class_widths as
select distinct on (road_class, alley_level) road_class, alley_level, width_m, motor from assumed_widths
where valid_from <= current_date and (valid_to is null or valid_to > current_date)
order by road_class, alley_level, valid_from desc;

create table staging.class_speeds as
select distinct on (class) class, value::real as speed_kmh from parameters
where parameter = 'truck_speed' and valid_from <= current_date and (valid_to is null or valid_to > current_date)
order by class, valid_from desc;

create function staging.alley_width(level integer) returns real language sql stable as $$
  select width_m from staging.class_widths where road_class = 'alley' and alley_level <= level
  order by alley_level desc limit 1
$$;

create table staging.new_roads as
select coalesce(live.id, nextval(pg_get_serial_sequence('roads', 'id'))) as id,
  r.osm_id as osm_way_id, r.class, r.name, l.street_id, l.alley_id, l.level as alley_level, r.oneway, r.roundabout,
  case r.motor_rule when 1 then true when -1 then false else w.motor end as motor,
  r.foot_rule > 0 as foot,
  -- A lane closed to cars but not to motorbikes is narrow, whatever its class: as a second-level alley at most.
  coalesce(r.width_m, least(w.width_m,
    case when l.level > 0 then staging.alley_width(l.level) end,
    case when r.is_narrow then staging.alley_width(2) end)) as width_m,
  case when r.width_m is null then 'assumed' else 'tagged' end as width_provenance,
  r.max_height_m, r.max_weight_t,
  coalesce(case when l.level > 0 then alley_speed.speed_kmh end, own_speed.speed_kmh, foot_speed.speed_kmh) as speed_kmh,
  r.bridge, r.tunnel, r.layer, r.is_pavement, r.node_ids, r.geom, r.geom_m
from staging.roads r
join staging.road_levels l using (osm_id)
join staging.class_widths w on w.road_class = r.class and w.alley_level = 0
left join staging.class_speeds own_speed on own_speed.class = r.class
left join staging.class_speeds alley_speed on alley_speed.class = 'alley'
left join staging.class_speeds foot_speed on foot_speed.class = 'footway'
left join staging.roads_ids live on live.osm_id = r.osm_id
order by r.osm_id;
create index on staging.new_roads (osm_way_id);
create index on staging.new_roads using gist (geom_m);
analyze staging.new_roads;

-- A mouth is a node that an alley shares with a street or a wider alley; where it meets neither, with a nameless road.
create table staging.new_mouths as
with meetings as (
  select own.alley_id, other.street_id as onto_street_id, other.alley_id as onto_alley_id, j.node_id as osm_node_id,
    st_pointn(own.geom, j.idx) as geom, other.street_id is null and other.alley_id is null as is_nameless
  from staging.new_roads own
  join staging.joints j on j.osm_id = own.osm_way_id
  join staging.joints k on k.node_id = j.node_id and k.osm_id <> j.osm_id
  join staging.new_roads other on other.osm_way_id = k.osm_id
  where own.alley_id is not null and other.alley_level < own.alley_level
    and other.alley_id is distinct from own.alley_id
), mouths as (
  select distinct on (m.alley_id, m.osm_node_id) m.alley_id, m.onto_street_id, m.onto_alley_id, m.osm_node_id, m.geom
  from meetings m
  where not m.is_nameless
     or not exists (select 1 from meetings named where named.alley_id = m.alley_id and not named.is_nameless)
  order by m.alley_id, m.osm_node_id, m.is_nameless, m.onto_street_id nulls last, m.onto_alley_id
)
select coalesce(l.id, nextval(pg_get_serial_sequence('alley_mouths', 'id'))) as id, m.*
from mouths m
left join alley_mouths l on l.alley_id = m.alley_id and l.osm_node_id = m.osm_node_id;
