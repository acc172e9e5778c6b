-- A kind that holds up nobody does nothing but take the place of a barrier.
create or replace function takes_away(kind obstacle_kinds) returns boolean
language sql immutable as $$
  select kind.motor and kind.footways and kind.foot and kind.limits = ''
    and kind.delay_s = 0 and kind.foot_delay_s = 0 and kind.hose_delay_s = 0
$$;
comment on function takes_away is 'Whether a reported obstacle of that kind only says that a barrier of the map is gone';

create or replace function barriers_beside(road_id bigint, point geometry, wanted_family text) returns setof geometry
language sql stable as $$
  select b.geom
  from roads r
  join barriers b on b.osm_node_id = any (r.node_ids) and b.retired_at is null
  cross join lateral (
    select k.family from barrier_kinds k
    where k.kind in (b.kind, 'other') and k.valid_from <= current_date and (k.valid_to is null or k.valid_to > current_date)
    order by k.kind = 'other' limit 1
  ) known
  where r.id = road_id and known.family = wanted_family
    and st_distance(b.geom::geography, point::geography) <= current_parameter('same_obstacle_max')
$$;
comment on function barriers_beside is 'The barriers of the map of that family on the road, so near to the point that what is reported there is the same';

create or replace function has_barrier_beside(road_id bigint, point geometry, wanted_family text) returns boolean
language sql stable as $$
  select exists (select from barriers_beside(road_id, point, wanted_family))
$$;
comment on function has_barrier_beside is 'Whether what is reported at the point stands in place of a barrier of the map on that road';

create or replace function reported_in_place(road_id bigint, point geometry, wanted_family text) returns bigint
language sql stable as $$
  select c.id
  from corrected_rows w
  join corrections c on c.id = w.correction_id and c.state = 'applied' and c.retired_at is null and c.value ? 'lon'
  join obstacle_kinds k on k.kind = c.value ->> 'kind' and k.family = wanted_family and not takes_away(k)
    and k.valid_from <= current_date and (k.valid_to is null or k.valid_to > current_date)
  cross join lateral (
    select st_point((c.value ->> 'lon')::float8, (c.value ->> 'lat')::float8, 4326) as geom
  ) stands
  where w.kind = 'road' and w.row_id = road_id and w.field like 'obstacle:%'
    and exists (select from barriers_beside(road_id, point, wanted_family) b
      where st_distance(b::geography, stands.geom::geography) <= current_parameter('same_obstacle_max'))
  order by st_distance(stands.geom::geography, point::geography), c.id limit 1
$$;
comment on function reported_in_place is 'What people reported that stands in place of a barrier of the map beside the point: with it there, nothing takes that away';
