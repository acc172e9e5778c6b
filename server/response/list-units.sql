-- Every unit with its station, whether it may be sent or not.
-- returns one row per unit
select
  'unit:' || u.id as unit_id,
  u.call_sign,
  u.vehicle_class,
  u.status,
  s.id as station_id,
  s.name as station_name,
  st_x(s.geom) as lon,
  st_y(s.geom) as lat
from units u
join stations s on s.id = u.station_id
where u.retired_at is null and s.retired_at is null
order by u.id
