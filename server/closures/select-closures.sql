-- Closures as they were drawn, the newest first.
-- $1 state text: current (not withdrawn and not over), all
-- $2 limit integer
-- $3 id bigint: only this one; null for all
-- returns one row per closure; now is the database's clock
select
  id,
  st_asgeojson(geom)::jsonb as geometry,
  effect,
  vehicle_classes,
  on_foot,
  from_at,
  to_at,
  to_char(daily_from, 'HH24:MI') as daily_from,
  to_char(daily_to, 'HH24:MI') as daily_to,
  reason,
  author,
  verified,
  created_at,
  withdrawn_at,
  withdrawn_by
from closures
where
  ($1 = 'all' or withdrawn_at is null and (to_at is null or to_at > now()))
  and ($3::bigint is null or id = $3)
order by id desc
limit $2
