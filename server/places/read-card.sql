-- Everything known of one place, also when it is retired.
-- $1 kind text: address, street, alley, building or landmark
-- $2 id bigint: its row id
with place as (
  select a.label, a.door as point, a.house_number, a.street_id, a.alley_id, a.building_id,
    a.building_link as link, a.building_link_m as link_meters, a.lifecycle, a.source, a.batch_id,
    a.retired_at
  from addresses a where $1 = 'address' and a.id = $2
  union all
  select concat_ws(' ', s.type, s.name),
    coalesce(st_closestpoint(s.geom, st_centroid(s.geom)),
      (select a.point from addresses a where a.street_id = s.id limit 1)),
    null, s.id, null, null, 'none', null, 'imported', null, s.batch_id, s.retired_at
  from streets s where $1 = 'street' and s.id = $2
  union all
  select al.label,
    coalesce(st_closestpoint(al.geom, st_centroid(al.geom)),
      (select m.geom from alley_mouths m where m.alley_id = al.id limit 1),
      (select a.point from addresses a where a.alley_id = al.id limit 1)),
    null, al.street_id, al.id, null, 'none', null, 'imported', null, al.batch_id, al.retired_at
  from alleys al where $1 = 'alley' and al.id = $2
  union all
  select g.name, st_pointonsurface(g.geom), null, null, null, g.id, 'contained', 0, 'imported',
    null, g.batch_id, g.retired_at
  from buildings g where $1 = 'building' and g.id = $2
  union all
  select l.name, l.geom, null, null, null, null, 'none', null, 'imported', null, l.batch_id,
    l.retired_at
  from landmarks l where $1 = 'landmark' and l.id = $2
)
select
  place.label,
  st_x(place.point) as lon,
  st_y(place.point) as lat,
  place.house_number,
  s.type as street_type,
  s.name as street_name,
  al.path as alley_path,
  place.link,
  place.link_meters,
  place.lifecycle,
  coalesce(place.source, b.kind, 'osm') as source,
  coalesce(b.synthetic, (select c.synthetic from cities c), false) as synthetic,
  place.retired_at,
  gone.id as gone_batch_id,
  gone.kind as gone_batch_kind,
  gone.file_name as gone_batch_file,
  g.id as building_id,
  g.name as building_name,
  g.floors,
  g.use,
  st_asgeojson(g.geom, 7)::json as geometry
from place
left join streets s on s.id = place.street_id
left join alleys al on al.id = place.alley_id
left join buildings g on g.id = place.building_id
left join import_batches b on b.id = place.batch_id
-- A batch retires rows in the transaction that finishes it, so both bear one time.
left join import_batches gone on gone.finished_at = place.retired_at and gone.status = 'applied'
