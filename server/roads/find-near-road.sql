-- The road that somebody points at, with what is known of it and who says so.
-- $1 lon float8
-- $2 lat float8
-- $3 most_m float8: a road further away is not meant
-- returns at most one row; said: by field, the correction that the road carries; barriers: those of the map on it
with place as (select st_point($1::float8, $2::float8, 4326) as point),
bounds as (
  select max(p.value::float8) filter (where p.parameter = 'doubtful_width_factor') as width_factor,
    max(p.value::float8) filter (where p.parameter = 'doubtful_height') as height_m,
    max(p.value::float8) filter (where p.parameter = 'same_obstacle_max') as same_obstacle_m
  from parameters p
  where p.parameter in ('doubtful_width_factor', 'doubtful_height', 'same_obstacle_max') and p.valid_from <= current_date
    and (p.valid_to is null or p.valid_to > current_date)
)
select
  r.osm_way_id,
  coalesce(a.label, full_name(s.type, s.name), r.name) as name,
  r.class,
  r.alley_level,
  r.motor,
  r.width_m,
  r.width_provenance,
  r.max_height_m,
  r.max_weight_t,
  case when r.width_provenance = 'assumed' then greatest(r.width_m, g.high_m) end as possible_width_m,
  g.high_m as class_high_m,
  g.high_m * b.width_factor as doubtful_width_m,
  b.height_m as doubtful_height_m,
  b.same_obstacle_m,
  coalesce(told.said, '{}') as said,
  coalesce(standing.barriers, '[]') as barriers,
  (select to_char(c.osm_timestamp at time zone 'UTC', 'YYYY-MM-DD') from cities c) as map_day,
  coalesce((select c.synthetic from cities c), false) as synthetic,
  near.meters,
  st_x(near.point) as lon,
  st_y(near.point) as lat,
  st_asgeojson(r.geom, 6)::json as geometry
from place
cross join bounds b
join roads r on r.geom && st_expand(place.point, $3::float8 / 110000 / greatest(cosd(st_y(place.point)), 0.01))
left join alleys a on a.id = r.alley_id
left join streets s on s.id = r.street_id
left join assumed_ranges g on g.class = r.class
  and g.alley_level = least(r.alley_level, (select max(alley_level) from assumed_ranges))
cross join lateral (
  select st_closestpoint(r.geom, place.point) as point,
    st_distance(r.geom::geography, place.point::geography) as meters
) near
left join lateral (
  select jsonb_object_agg(w.field, jsonb_build_object('id', c.id, 'by', c.author, 'verified', c.verified,
    'fromRegister', c.source = 'register', 'provenance', c.provenance, 'note', c.note,
    'on', to_char(coalesce(c.observed_on, c.entered_at::date), 'YYYY-MM-DD'))) as said
  from corrected_rows w join corrections c on c.id = w.correction_id
  where w.kind = 'road' and w.row_id = r.id and w.field in ('width_m', 'max_height_m', 'max_weight_t')
) told on true
left join lateral (
  select jsonb_agg(jsonb_build_object('kind', b.kind, 'lon', st_x(b.geom), 'lat', st_y(b.geom)) order by b.id) as barriers
  from barriers b
  where b.geom && r.geom and b.osm_node_id = any (r.node_ids) and b.retired_at is null
) standing on true
where r.retired_at is null and (r.foot or r.motor) and near.meters <= $3
order by near.meters, r.id
limit 1
