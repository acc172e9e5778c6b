-- The stations that have units, by the class of these.
-- returns one row per class
select
  vehicle_class,
  array_agg(distinct station_id::float8) as station_ids
from units
where retired_at is null
group by vehicle_class
