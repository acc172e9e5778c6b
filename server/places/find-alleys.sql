-- Alleys by path: of given streets, by their tree or by another mouth; or of any street.
-- $1 street_ids bigint[]: streets the alley may belong to or open onto
-- $2 path_keys text[]: top-down paths such as 29/70
-- $3 prefixes text[]: beginnings of paths on any street, as typed so far
-- $4 most integer: rows per prefix
with found as (
  select al.id, al.street_id from alleys al
  where al.street_id = any ($1) and al.path_key = any ($2) and al.retired_at is null
  union
  select al.id, m.onto_street_id
  from alley_mouths m
  join alleys al on al.id = m.alley_id
  where m.onto_street_id = any ($1) and al.path_key = any ($2) and al.retired_at is null
  union
  select p.id, p.street_id
  from unnest($3::text[]) as prefix
  cross join lateral (
    select al.id, al.street_id from alleys al
    where al.path_key ~>=~ prefix and al.path_key ~<~ (prefix || chr(1114111)) and al.retired_at is null
    order by al.path_key using ~<~
    limit $4
  ) p
)
select
  al.id,
  found.street_id,
  al.path_key,
  al.label,
  coalesce(b.kind, 'osm') as source,
  st_x(p.point) as lon,
  st_y(p.point) as lat
from found
join alleys al on al.id = found.id
left join import_batches b on b.id = al.batch_id
cross join lateral (
  select coalesce(
    st_closestpoint(al.geom, st_centroid(al.geom)),
    (select m.geom from alley_mouths m where m.alley_id = al.id limit 1),
    (select a.point from addresses a where a.alley_id = al.id and a.retired_at is null limit 1)
  ) as point
) p
