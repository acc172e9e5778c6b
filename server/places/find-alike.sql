-- Landmarks and named buildings whose name resembles a text, for when none holds it.
-- $1 key text: a folded name
-- $2 most integer: rows per kind
select
  n.kind, n.id, n.name, n.name_key, $1 as key, n.likeness,
  coalesce(b.kind, 'osm') as source, st_x(n.point) as lon, st_y(n.point) as lat
from (
  (select 'landmark' as kind, l.id, l.name, l.name_key, l.batch_id, l.geom as point,
     similarity(l.name_key, $1) as likeness
   from landmarks l
   where l.name_key % $1 and l.retired_at is null
   order by likeness desc, l.id
   limit $2)
  union all
  (select 'building', g.id, g.name, g.name_key, g.batch_id, st_pointonsurface(g.geom),
     similarity(g.name_key, $1) as likeness
   from buildings g
   where g.name_key % $1 and g.name_key is not null and g.retired_at is null
   order by likeness desc, g.id
   limit $2)
) n
left join import_batches b on b.id = n.batch_id
