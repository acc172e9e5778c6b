-- Every live road with its geometry, for the in-process graph.
-- returns one row per road; nodes are node ids separated by spaces, line is WKB
select
  r.id,
  r.class,
  coalesce(a.label, full_name(s.type, s.name), r.name) as name,
  r.street_id,
  r.alley_id,
  r.alley_level,
  r.oneway,
  r.motor,
  r.foot,
  r.width_m,
  case r.width_provenance
    when 'assumed' then greatest(r.width_m, least(own.high_m, alley.high_m))
    else r.width_m
  end as possible_width_m,
  r.width_provenance,
  r.max_height_m,
  r.max_weight_t,
  r.speed_kmh,
  array_to_string(r.node_ids, ' ') as nodes,
  st_asbinary(r.geom, 'NDR') as line
from roads r
left join streets s on s.id = r.street_id
left join alleys a on a.id = r.alley_id
left join lateral (
  select high_m from assumed_widths w
  where w.road_class = r.class and w.alley_level = 0
    and w.valid_from <= current_date and (w.valid_to is null or w.valid_to > current_date)
  order by w.valid_from desc limit 1
) own on true
left join lateral (
  select high_m from assumed_widths w
  where w.road_class = 'alley' and w.alley_level between 1 and r.alley_level
    and w.valid_from <= current_date and (w.valid_to is null or w.valid_to > current_date)
  order by w.alley_level desc, w.valid_from desc limit 1
) alley on true
where r.retired_at is null
order by r.id
