-- Which rows of a survey may have lost a decimal comma: 21 m for an alley of 2.1 m.
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
