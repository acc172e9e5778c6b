-- Every prepared table whose station still stands.
-- returns one row per station and class
select
  t.station_id,
  t.vehicle_class,
  t.roads_key,
  t.west,
  t.south,
  t.cell_lon,
  t.cell_lat,
  t.columns,
  t.rows,
  t.seconds
from drive_tables t
join stations s on s.id = t.station_id and s.retired_at is null
