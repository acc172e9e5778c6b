-- The house number or road that a correction is about, also when it is retired.
-- $1 kind text: address or road
-- $2 id bigint: row of addresses, or OSM id of a way
-- returns at most one row
with target as (
  select a.id as row_id, a.label, a.house_number, a.source, a.osm_type, a.osm_id, a.point as geom,
    a.building_id, a.batch_id, a.retired_at
  from addresses a where $1::text = 'address' and a.id = $2::bigint
  union all
  (select r.id, coalesce(al.label, r.name, r.class || ' ' || r.osm_way_id), null, 'osm', 'w', r.osm_way_id, r.geom,
    null, r.batch_id, r.retired_at
  from roads r left join alleys al on al.id = r.alley_id
  where $1 = 'road' and r.osm_way_id = $2
  order by r.retired_at desc nulls first
  limit 1)
)
select
  t.row_id,
  t.label,
  t.house_number,
  t.osm_type,
  t.osm_id,
  st_astext(t.geom) as wkt,
  coalesce(b.synthetic, (select c.synthetic from cities c), false) as synthetic,
  t.retired_at
from target t
left join import_batches b on b.id = t.batch_id
