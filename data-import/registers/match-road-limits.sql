-- Which roads each row of a survey means, and which rows mean none.
-- In:  staging.rows, names (of its streets); live streets, alleys, roads
-- Out: staging.limit_roads (line, road_id); staging.row_errors

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
select line, 'says neither width_m nor height_m nor weight_t' from staging.rows
where width_m is null and height_m is null and weight_t is null
union all
select line, 'has lon or lat, but not both' from staging.rows where (lon is null) <> (lat is null)
union all
-- A day ahead may be the time zone.
select line, format('surveyed_on "%s" lies in the future', surveyed_on) from staging.rows where surveyed_on > current_date + 1
union all
select r.line, format(case when exists (select from roads l where l.osm_way_id = r.way_id)
    then 'way_id %s is no longer in the map' else 'way_id %s is no road of the loaded city' end, r.way_id)
from staging.rows r
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
insert into staging.row_errors
select distinct l.line, format('way %s has its %s on line %s already', o.osm_way_id, v.field, first.line)
from staging.limit_roads l
join staging.rows r using (line)
join roads o on o.id = l.road_id
cross join lateral (values ('width_m', r.width_m), ('height_m', r.height_m), ('weight_t', r.weight_t)) v (field, value)
join lateral (
  select min(e.line) as line from staging.limit_roads e join staging.rows f using (line)
  where e.road_id = l.road_id and e.line not in (select line from staging.row_errors) and case v.field when 'width_m' then f.width_m when 'height_m' then f.height_m else f.weight_t end is not null
) first on first.line < l.line
where v.value is not null;
