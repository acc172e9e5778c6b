-- Which rows of a survey may be slips of the pen: a lost decimal comma (21 m for an alley of 2.1 m), or a barrier taken
-- away where the map has none, or where what somebody reported stands in its place.
-- In:  staging.rows, limit_roads, obstacle_kinds; live roads, assumed_ranges
-- Out: staging.row_doubts (line, reason)

insert into staging.row_doubts
-- Of several ways that the row speaks of, the narrowest kind of road.
select distinct on (s.line, s.field) s.line, format('%s is %s m: a road as way %s has about %s m at most',
  s.field, s.meters, o.osm_way_id, g.high_m)
from (
  select r.line, 'width_m' as field, r.width_m::numeric as meters from staging.rows r
  union all
  select r.line, 'clear_m', r.clear_m::numeric from staging.rows r join staging.obstacle_kinds k on k.kind = r.obstacle and k.limits = 'width'
) s
join staging.limit_roads l using (line)
join roads o on o.id = l.road_id
join assumed_ranges g on g.class = o.class and g.alley_level = least(o.alley_level, (select max(alley_level) from assumed_ranges))
where s.meters > staging.parameter('doubtful_width_factor') * g.high_m
order by s.line, s.field, g.high_m, o.osm_way_id;

insert into staging.row_doubts
select s.line, format('%s is %s m: more than %s m is seldom measured', s.field, s.meters, staging.parameter('doubtful_height'))
from (
  select r.line, 'height_m' as field, r.height_m::numeric as meters from staging.rows r
  union all
  select r.line, 'clear_m', r.clear_m::numeric from staging.rows r join staging.obstacle_kinds k on k.kind = r.obstacle and k.limits = 'height'
) s
where s.meters > staging.parameter('doubtful_height');

insert into staging.row_doubts
select r.line, format('%s: the map has no barrier beside that point, so nothing is taken away', r.obstacle)
from staging.rows r
join obstacle_kinds k on k.kind = r.obstacle and takes_away(k)
  and k.valid_from <= current_date and (k.valid_to is null or k.valid_to > current_date)
join staging.limit_roads l using (line)
where not has_barrier_beside(l.road_id, st_point(r.lon, r.lat, 4326), k.family);

insert into staging.row_doubts
select r.line, format('%s: correction %s reports what stands there in place of the map''s barrier; unless that is withdrawn, nothing is taken away',
  r.obstacle, min(o.correction))
from staging.rows r
join obstacle_kinds k on k.kind = r.obstacle and takes_away(k)
  and k.valid_from <= current_date and (k.valid_to is null or k.valid_to > current_date)
join staging.limit_roads l using (line)
cross join lateral (select reported_in_place(l.road_id, st_point(r.lon, r.lat, 4326), k.family) as correction) o
where o.correction is not null
group by r.line, r.obstacle;
