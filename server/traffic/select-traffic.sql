-- How fast traffic moves now: the newest speed of each stretch and direction that still counts.
-- $1 minutes double precision: how long one counts
-- $2 limit integer: the slowest of them, which are those that hold anybody up
-- returns one row per stretch and direction, in the order of their nodes, each with how many there are without the
-- limit; now is the database's clock
with newest as (
  select distinct on (from_node, to_node)
    from_node,
    to_node,
    kmh::float8 as kmh,
    source,
    kind,
    at
  from traffic_speeds
  where at > now() - make_interval(secs => 60 * $1::float8)
  order by from_node, to_node, at desc, kmh
), kept as (
  select *, count(*) over ()::integer as total from newest order by kmh, at desc limit $2
)
select * from kept order by from_node, to_node
