-- Streets by their folded names: those of the keys exactly, and those that begin with a prefix.
-- $1 keys text[]: folded names
-- $2 prefixes text[]: beginnings of folded names, as typed so far
-- $3 most integer: rows per prefix
with found as (
  select s.id from streets s where s.name_key = any ($1) and s.retired_at is null
  union
  select p.id
  from unnest($2::text[]) as prefix
  cross join lateral (
    select s.id from streets s
    where s.name_key ~>=~ prefix and s.name_key ~<~ (prefix || chr(1114111)) and s.retired_at is null
    order by s.name_key using ~<~
    limit $3
  ) p
)
select
  s.id,
  s.type,
  s.name,
  s.name_key,
  coalesce(b.kind, 'osm') as source,
  st_x(p.point) as lon,
  st_y(p.point) as lat
from found
join streets s using (id)
left join import_batches b on b.id = s.batch_id
cross join lateral (
  select coalesce(
    st_closestpoint(s.geom, st_centroid(s.geom)),
    (select a.point from addresses a where a.street_id = s.id and a.retired_at is null and a.alley_id is null limit 1)
  ) as point
) p
