-- Where the door of a place is, whatever kind of place it is.
-- $1 kind text: address, street, alley, building or landmark
-- $2 id bigint: its row id
-- returns at most one row; road_id is null where the place names no way
with place as (
  select a.label, a.door as door, a.access_road_id as road_id,
    a.door_provenance as provenance, a.building_id, a.alley_id, a.street_id, a.ward_id
  from addresses a where $1 = 'address' and a.id = $2 and a.retired_at is null
  union all
  select coalesce(b.name, a.label, b.use, ''), coalesce(a.door, st_pointonsurface(b.geom)),
    a.access_road_id, coalesce(a.door_provenance, 'nearest-way'), b.id, a.alley_id, a.street_id,
    a.ward_id
  from buildings b
  left join lateral (
    select * from addresses
    where building_id = b.id and retired_at is null order by id limit 1
  ) a on true
  where $1 = 'building' and b.id = $2 and b.retired_at is null
  union all
  select s.label, st_lineinterpolatepoint(r.geom, 0.5), r.id, 'named-way', null::bigint,
    r.alley_id, r.street_id, null::bigint
  from (
    select id, label, 'alley' as kind from alleys where retired_at is null
    union all
    select id, full_name(type, name), 'street' from streets where retired_at is null
  ) s
  join lateral (
    -- The middle one of its roads stands for the whole street or alley.
    select r.* from roads r
    where r.retired_at is null
      and case s.kind when 'alley' then r.alley_id = s.id else r.street_id = s.id end
    order by st_distance(r.geom, st_centroid((
      select st_collect(m.geom) from roads m
      where m.retired_at is null
        and case s.kind when 'alley' then m.alley_id = s.id else m.street_id = s.id end
    )))
    limit 1
  ) r on true
  where $1 = s.kind and s.id = $2
  union all
  -- Of the buildings in which a landmark stands the smallest, as for a point of the map.
  select l.name, l.geom, null, 'nearest-way', (
    select b.id from buildings b
    where b.retired_at is null and st_covers(b.geom, l.geom)
    order by st_area(b.geom) limit 1
  ), null, null, null
  from landmarks l where $1 = 'landmark' and l.id = $2 and l.retired_at is null
)
select
  place.label,
  st_x(place.door) as lon,
  st_y(place.door) as lat,
  place.road_id,
  place.provenance,
  place.alley_id,
  place.street_id,
  b.id as building_id,
  b.floors,
  b.use,
  st_area(b.geom::geography) as footprint_m2,
  st_asgeojson(b.geom, 7)::json as outline,
  -- A building of several addresses has their doors.
  coalesce((
    select json_agg(json_build_object(
      'lon', st_x(o.door), 'lat', st_y(o.door), 'roadId', o.access_road_id) order by o.id)
    from addresses o
    where $1 = 'building' and o.building_id = place.building_id and o.retired_at is null
      and o.access_road_id is not null
      and o.door_provenance in ('surveyed', 'named-way')
      and o.access_road_id is distinct from place.road_id
  ), '[]') as other_doors
from place
left join buildings b on b.id = place.building_id
