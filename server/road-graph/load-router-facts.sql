-- What the routing data in use were made of; null where nobody wrote it down.
-- $1 settles_after_s float8: routing data younger than this may not be in use yet, where there are older ones
-- returns one row, or none
with builds as (
  select version, made_of, facts_at, coalesce(built_at, facts_at) < now() - make_interval(secs => $1::float8) as is_settled
  from router_builds
)
select made_of from builds
-- Versions are named in the order of their builds, also where a clock that was set back made two of one moment.
order by is_settled desc, case when is_settled then facts_at end desc, case when is_settled then version end desc,
  facts_at, version
limit 1
