-- The one city and how much of everything it holds.
-- returns one row; name is null for an empty database
select
  c.name,
  c.synthetic,
  c.osm_timestamp,
  st_xmin(c.extent) as west,
  st_ymin(c.extent) as south,
  st_xmax(c.extent) as east,
  st_ymax(c.extent) as north,
  (select current_data_version()::text) as data_version,
  (select max(at) from data_versions) as data_changed_at,
  i.kind as import_kind,
  i.file_name as import_file,
  i.finished_at as import_at,
  (select count(*) from addresses where retired_at is null) as addresses,
  (select count(*) from buildings where retired_at is null) as buildings,
  (select count(*) from stations where retired_at is null) as stations,
  (select count(*) from units where retired_at is null) as units,
  (select count(*) from water_points where retired_at is null) as water_points
from (select 1) one
left join cities c on true
left join lateral (
  select kind, file_name, finished_at
  from import_batches
  where status = 'applied' and undoes is null
  order by id desc
  limit 1
) i on true
