-- The road that somebody points at, with what is known of it.
-- $1 lon float8
-- $2 lat float8
-- $3 most_m float8: a road further away is not meant
-- returns at most one row
with place as (select st_point($1::float8, $2::float8, 4326) as point)
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
  near.meters,
  st_x(near.point) as lon,
  st_y(near.point) as lat,
  st_asgeojson(r.geom, 6)::json as geometry
from place
join roads r on r.geom && st_expand(place.point, $3::float8 / 110000 / greatest(cosd(st_y(place.point)), 0.01))
left join alleys a on a.id = r.alley_id
left join streets s on s.id = r.street_id
cross join lateral (
  select st_closestpoint(r.geom, place.point) as point,
    st_distance(r.geom::geography, place.point::geography) as meters
) near
where r.retired_at is null and (r.foot or r.motor) and near.meters <= $3
order by near.meters, r.id
limit 1
