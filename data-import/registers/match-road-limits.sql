-- Which roads each row of a survey means, and which rows mean none.
-- In:  staging.rows, names (of its streets); live streets, alleys, roads
-- Out: staging.limit_roads (line, road_id); staging.row_errors

create table staging.obstacle_kinds as
select * from obstacle_kinds where valid_from <= current_date and (valid_to is null or valid_to > current_date);

create function staging.stands_at_point(r staging.rows) returns boolean language sql stable as $$
  select r.lon is not null and r.lat is not null
    and exists (select from staging.obstacle_kinds k where k.kind = r.obstacle and k.place = 'point')
$$;

-- As the API keeps it: the same kind at the same place (1 m), or in the same hours, is the same obstacle.
create function staging.obstacle_field(r staging.rows) returns text language sql stable as $$
  select case when r.obstacle is not null then 'obstacle:' || r.obstacle || case
    when staging.stands_at_point(r) then format('@%s,%s', to_char(r.lon, 'FM990.00000'), to_char(r.lat, 'FM990.00000'))
    when r.from_time is not null then format(' %s-%s', r.from_time, r.to_time)
    else '' end end
$$;

create function staging.obstacle_value(r staging.rows) returns jsonb language sql stable as $$
  select case when r.obstacle is not null then jsonb_strip_nulls(jsonb_build_object('kind', r.obstacle,
    'lon', case when staging.stands_at_point(r) then r.lon end, 'lat', case when staging.stands_at_point(r) then r.lat end,
    'clearMeters', r.clear_m, 'from', r.from_time, 'to', r.to_time)) end
$$;

create table staging.limit_ways as
select r.line, n.street_key, n.full_key, n.path_key,
  case when r.lon is not null and r.lat is not null then st_point(r.lon, r.lat, 4326) end as point
from staging.rows r
join staging.names n on n.text = staging.way_text(r.street, r.alley_path)
where r.way_id is null;

create table staging.limit_streets as
select w.line, w.point, w.path_key, s.id as street_id, al.id as alley_id
from staging.limit_ways w
join streets s on s.name_key in (w.street_key, w.full_key) and s.retired_at is null
left join alleys al on al.street_id = s.id and al.path_key = w.path_key and al.retired_at is null
where w.path_key = '' or al.id is not null;

create table staging.limit_roads as
select r.line, l.id as road_id from staging.rows r join roads l on l.osm_way_id = r.way_id and l.retired_at is null
union all
-- Without a point the whole street or alley, with one the nearest of its ways.
select s.line, l.id from staging.limit_streets s
join roads l on l.retired_at is null and case when s.alley_id is null then l.street_id = s.street_id else l.alley_id = s.alley_id end
where s.point is null
union all
select w.line, near.id
from staging.limit_ways w
cross join lateral (
  select l.id from staging.limit_streets s
  join roads l on l.retired_at is null and case when s.alley_id is null then l.street_id = s.street_id else l.alley_id = s.alley_id end
  where s.line = w.line and st_dwithin(l.geom::geography, w.point::geography, staging.parameter('door_link_max'))
  order by st_distance(l.geom::geography, w.point::geography), l.id limit 1
) near
where w.point is not null;

insert into staging.row_errors
select line, 'says neither way_id nor street' from staging.rows where way_id is null and street is null
union all
select line, 'says neither width_m nor height_m nor weight_t nor obstacle' from staging.rows
where width_m is null and height_m is null and weight_t is null and obstacle is null
union all
select r.line, case when k.kind is null then format('obstacle "%s" is none of %s', r.obstacle,
    (select string_agg(kind, ', ' order by kind) from staging.obstacle_kinds))
  when k.place = 'point' and (r.lon is null or r.lat is null) then format('a %s stands at a point: give lon and lat', k.kind)
  when k.limits <> '' and r.clear_m is null then format('give clear_m, the clear %s at the %s', k.limits, k.kind)
  when k.limits = '' and r.clear_m is not null then format('a %s has no clear_m', k.kind)
  when (r.from_time is null) <> (r.to_time is null) then 'has from_time or to_time, but not both'
  when r.from_time = r.to_time then 'from_time and to_time are the same'
  when not k.has_hours and r.from_time is not null then format('a %s is there all day: leave from_time and to_time empty', k.kind) end
from staging.rows r left join staging.obstacle_kinds k on k.kind = r.obstacle
where r.obstacle is not null and (k.kind is null or k.place = 'point' and (r.lon is null or r.lat is null)
  or (k.limits <> '') <> (r.clear_m is not null) or (r.from_time is null) <> (r.to_time is null) or r.from_time = r.to_time
  or not k.has_hours and r.from_time is not null)
union all
select line, 'clear_m, from_time and to_time belong to an obstacle' from staging.rows
where obstacle is null and coalesce(clear_m::text, from_time, to_time) is not null
union all
-- Of a way that is named by its id the point chooses nothing; where it lies elsewhere one of the two is mistyped.
select r.line, format('the %s %s m from way %s', case when staging.stands_at_point(r) then 'obstacle stands' else 'point lies' end,
  round(st_distance(l.geom::geography, p.point)), r.way_id)
from staging.rows r
join roads l on l.osm_way_id = r.way_id and l.retired_at is null
cross join lateral (select st_point(r.lon, r.lat, 4326)::geography as point) p
where st_distance(l.geom::geography, p.point) > staging.parameter('door_link_max')
union all
select line, 'has lon or lat, but not both' from staging.rows where (lon is null) <> (lat is null)
union all
-- A day ahead may be the time zone.
select line, format('surveyed_on "%s" lies in the future', surveyed_on) from staging.rows where surveyed_on > current_date + 1
union all
select r.line, format(case when exists (select from roads l where l.osm_way_id = r.way_id)
    then 'way_id %s is no longer in the map' else 'way_id %s is no road of the loaded city' end, r.way_id)
  || coalesce('; what was said of it holds on way ' || carriers.ways, '')
from staging.rows r
cross join lateral (
  select string_agg(distinct o.osm_way_id::text, ', ') as ways
  from corrections c join corrected_rows w on w.correction_id = c.id join roads o on o.id = w.row_id
  where c.target_kind = 'road' and c.target_id = r.way_id and c.retired_at is null and w.kind = 'road'
) carriers
where r.way_id is not null and not exists (select from staging.limit_roads l where l.line = r.line)
union all
select r.line, case when not exists (select from staging.limit_streets s where s.line = r.line)
    then format('"%s" is no street or alley of the loaded city', staging.way_text(r.street, r.alley_path))
  when r.lon is not null then format('no way of "%s" lies within %s m of the point',
    staging.way_text(r.street, r.alley_path), staging.parameter('door_link_max'))
  else format('"%s" has no line on the map', staging.way_text(r.street, r.alley_path)) end
from staging.rows r
where r.way_id is null and r.street is not null and not exists (select from staging.limit_roads l where l.line = r.line)
union all
select s.line, format('there are %s of that name; say which by lon and lat', count(distinct s.street_id))
from staging.limit_streets s where s.point is null group by s.line having count(distinct s.street_id) > 1;

-- One road, one width: the first line that will do counts, the other is handed back.
create table staging.said_limits as
select r.line, l.road_id, v.field from staging.rows r join staging.limit_roads l using (line)
cross join lateral (values ('width_m', r.width_m is not null), ('height_m', r.height_m is not null),
  ('weight_t', r.weight_t is not null), (staging.obstacle_field(r), r.obstacle is not null)) v (field, is_said)
where v.is_said;
insert into staging.row_errors
select distinct s.line, format('way %s has its %s on line %s already', o.osm_way_id, s.field, first.line)
from staging.said_limits s
join (
  select road_id, field, min(line) as line from staging.said_limits
  where line not in (select line from staging.row_errors) group by road_id, field
) first on first.road_id = s.road_id and first.field = s.field and first.line < s.line
join roads o on o.id = s.road_id;
