-- Landmarks and named buildings whose name is, begins with or holds a text.
-- $1 keys text[]: folded names, at least three letters each
-- $2 most integer: rows per key and kind
select
  n.kind, n.id, n.name, n.name_key, key, similarity(n.name_key, key) as likeness,
  coalesce(b.kind, 'osm') as source, st_x(n.point) as lon, st_y(n.point) as lat
from unnest($1::text[]) as key
cross join lateral (
  (select 'landmark' as kind, l.id, l.name, l.name_key, l.batch_id, l.geom as point
   from landmarks l
   where l.name_key like '%' || key || '%' and l.retired_at is null
   order by l.name_key <> key, not starts_with(l.name_key, key), length(l.name_key), l.id
   limit $2)
  union all
  (select 'building', g.id, g.name, g.name_key, g.batch_id, st_pointonsurface(g.geom)
   from buildings g
   where g.name_key like '%' || key || '%' and g.name_key is not null and g.retired_at is null
   order by g.name_key <> key, not starts_with(g.name_key, key), length(g.name_key), g.id
   limit $2)
) n
left join import_batches b on b.id = n.batch_id
