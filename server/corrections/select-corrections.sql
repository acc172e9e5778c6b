-- Corrections of one state or of all, the newest first.
-- $1 id bigint: one of them; null for a list
-- $2 state text: applied, unmatched, withdrawn, superseded, current (applied or unmatched), to-check (those of them that
--   do not hold as they were entered) or all
-- $3 most integer
-- $4 before bigint: only those with a lower id; null from the newest on
-- $5 kind text: address or road, with $6 only those of this target or that it carries; null for all
-- $6 target bigint: row of addresses, or OSM id of a way
-- returns one row per correction
with chosen as (
  select c.*
  from corrections c
  where c.retired_at is null
    and ($1::bigint is null or c.id = $1)
    and (
      $2::text = 'all'
      or c.state = $2
      or ($2 = 'current' and c.state in ('applied', 'unmatched'))
      or ($2 = 'to-check' and (c.state = 'unmatched' or c.state = 'applied' and c.reason is not null))
    )
    and ($5::text is null or (c.target_kind = $5 and (c.target_id = $6::bigint or exists (
      select from corrected_rows w join roads r on r.id = w.row_id
      where $5 = 'road' and w.kind = 'road' and w.correction_id = c.id and r.osm_way_id = $6 and r.retired_at is null))))
)
select
  c.id,
  c.target_kind,
  c.target_id,
  c.label,
  st_x(place.point) as lon,
  st_y(place.point) as lat,
  split_part(c.field, ':', 1) as field,
  c.value,
  case
    when c.field like 'obstacle:%' then null
    when c.imported ->> 'width_provenance' = 'assumed' then null
    when c.field <> 'door' then c.imported -> c.field
    when c.imported ? 'door' then jsonb_build_object(
      'lon', st_x((c.imported ->> 'door')::geometry), 'lat', st_y((c.imported ->> 'door')::geometry))
  end as imported,
  c.provenance,
  c.state,
  c.state_since,
  c.reason,
  c.author,
  c.verified,
  c.entered_at,
  c.observed_on::text as observed_on,
  c.note,
  c.source,
  c.synthetic,
  c.superseded_by,
  c.withdrawn_by,
  c.withdraw_note,
  coalesce(carriers.targets, '{}') as carried_by,
  (select count(*) from chosen)::integer as total
from chosen c
cross join lateral (
  select case when c.field like 'obstacle:%@%' then read_point(c.value) when st_dimension(c.geom) = 0 then c.geom else st_lineinterpolatepoint(c.geom, 0.5) end as point
) place
left join lateral (
  select array_agg(coalesce('way:' || r.osm_way_id, 'address:' || w.row_id) order by w.id) as targets
  from corrected_rows w
  left join roads r on w.kind = 'road' and r.id = w.row_id
  where w.correction_id = c.id
) carriers on true
where $4::bigint is null or c.id < $4
order by c.id desc
limit $3::integer
