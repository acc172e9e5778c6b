-- Every vehicle of others that may be mobilised, whether it can be had now or not.
-- returns one row per vehicle
select
  'mobilised:' || id as vehicle_id,
  kind, name, owner, phone, call_out_min, tank_l, ladder_m, vehicle_class, status,
  st_x(geom) as lon, st_y(geom) as lat
from mobilised_vehicles
where retired_at is null
order by id
