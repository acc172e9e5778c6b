create or replace function is_assumed_limit(said corrections) returns boolean
language sql immutable parallel safe as $$
  select coalesce(said.provenance, 'assumed') = 'assumed'
    and (said.field in ('max_height_m', 'max_weight_t') or said.value ? 'clearMeters')
$$;
comment on function is_assumed_limit is 'Whether somebody only judged by eye a limit of height or weight, or the clear height or width at an obstacle';

-- What of limits of height and weight, and of the clear height or width at an obstacle, people only judged by eye.
create or replace view assumed_limits as
select w.id as row_id, c.id as correction_id, w.row_id as road_id,
  case when c.field like 'obstacle:%' then 'obstacle' else c.field end as field,
  c.value ->> 'kind' as kind,
  case when c.field like 'obstacle:%' then c.value ->> 'clearMeters' else c.value #>> '{}' end::float8 as amount,
  case when c.value ? 'lon' then st_point((c.value ->> 'lon')::float8, (c.value ->> 'lat')::float8, 4326)
    else st_lineinterpolatepoint(r.geom, 0.5) end as place
from corrected_rows w
join corrections c on c.id = w.correction_id
join roads r on r.id = w.row_id and r.retired_at is null
where w.kind = 'road' and is_assumed_limit(c);
comment on view assumed_limits is 'Limits and clearances that live roads carry by the eye of somebody; amount null: no limit. What stands at a point may be carried by several roads';
