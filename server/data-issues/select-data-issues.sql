-- Reports of wrong data, the newest first.
-- $1 id bigint: one of them; null for a list
-- $2 state text: open, closed or all
-- $3 most integer
-- $4 before bigint: only those with a lower id; null from the newest on
-- returns one row per report
with chosen as (
  select i.*
  from data_issues i
  where ($1::bigint is null or i.id = $1)
    and ($2::text = 'all' or i.state = $2)
)
select
  c.id,
  c.state,
  c.state_since,
  c.state_by,
  c.subject_kind,
  c.subject_id,
  c.subject_label,
  c.place_id,
  c.place_label,
  st_x(c.point) as lon,
  st_y(c.point) as lat,
  c.note,
  c.author,
  c.verified,
  c.data_version,
  c.synthetic,
  c.seen_at,
  c.received_at,
  (select count(*) from chosen)::integer as total
from chosen c
where $4::bigint is null or c.id < $4
order by c.id desc
limit $3::integer
