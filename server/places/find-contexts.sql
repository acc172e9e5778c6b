-- What tells places of one name apart: the ward they lie in, and the nearest landmark.
-- $1 lons float8[]: one per place
-- $2 lats float8[]: one per place
-- $3 near_meters float8: how far a landmark may be
select
  p.place::integer as place,
  (select w.type from admin_units w
   where st_intersects(w.geom, p.point) and w.retired_at is null and w.valid_to is null
   order by st_area(w.geom) limit 1) as ward_type,
  (select w.name from admin_units w
   where st_intersects(w.geom, p.point) and w.retired_at is null and w.valid_to is null
   order by st_area(w.geom) limit 1) as ward,
  (select l.name from landmarks l
   where l.retired_at is null
     and l.geom && st_expand(p.point, $3 / 100000.0)
     and st_dwithin(l.geom::geography, p.point::geography, $3)
   order by l.geom <-> p.point limit 1) as landmark
from (
  select t.place, st_setsrid(st_makepoint(t.lon, t.lat), 4326) as point
  from unnest($1::float8[], $2::float8[]) with ordinality as t (lon, lat, place)
) p
order by p.place
