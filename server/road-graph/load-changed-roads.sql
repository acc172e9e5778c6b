-- Live roads whose width or limits people corrected, or took back, since the routing data were built.
-- $1 settles_after_s float8: routing data younger than this may not be in use yet
-- returns one row per road
with built as (
  select max(facts_at) as at from router_builds where coalesce(built_at, facts_at) < now() - make_interval(secs => $1::float8)
)
select distinct r.id as road_id
from built
join corrections c on c.target_kind = 'road' and c.field not like 'obstacle:%'
  and (built.at is null
    or greatest(c.entered_at, c.state_since, c.retired_at) > built.at
    or c.batch_id in (select b.id from import_batches b where b.finished_at > built.at))
  -- Of those taken back only what some routing data may have seen: the others never had them. Of data that nobody
  -- wrote down nobody knows.
  and (built.at is null or c.state not in ('withdrawn', 'superseded') and c.retired_at is null
    or exists (
      select from router_builds b
      where b.facts_at between c.entered_at and greatest(c.state_since, c.retired_at)))
left join corrected_rows w on w.correction_id = c.id and w.kind = 'road'
join roads r on (r.id = w.row_id or r.osm_way_id = c.target_id) and r.retired_at is null
