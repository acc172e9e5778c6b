-- Live roads with their geometry, for the in-process graph.
-- $1 roads bigint[]: only these; with all three null every one
-- $2 streets bigint[]: and those of these
-- $3 alleys bigint[]: and of these
-- returns one row per road, in no order, so that the first come while the last are made; nodes are node ids separated by spaces, line is WKB
select
  r.id,
  r.class,
  coalesce(a.label, full_name(s.type, s.name), r.name) as name,
  r.street_id,
  r.alley_id,
  r.alley_level,
  r.oneway,
  r.roundabout,
  r.motor,
  r.foot,
  r.width_m,
  case r.width_provenance
    when 'assumed' then greatest(r.width_m, g.high_m)
    else r.width_m
  end as possible_width_m,
  r.width_provenance,
  r.max_height_m,
  r.max_weight_t,
  r.speed_kmh,
  r.is_pavement,
  -- A passage through a house is tagged as a tunnel as well, but lies on the ground.
  r.bridge or (r.tunnel and r.layer < 0) as is_off_ground,
  array_to_string(r.node_ids, ' ') as nodes,
  st_asbinary(r.geom, 'NDR') as line
from roads r
left join streets s on s.id = r.street_id
left join alleys a on a.id = r.alley_id
left join assumed_ranges g on g.class = r.class
  and g.alley_level = least(r.alley_level, (select max(alley_level) from assumed_ranges))
where r.retired_at is null
  and ($1::bigint[] is null or r.id = any($1) or r.street_id = any($2::bigint[]) or r.alley_id = any($3::bigint[]))
