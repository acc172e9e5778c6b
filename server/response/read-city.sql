-- Whether the city is an invented one, whether it has stations, and the version of its data.
-- returns one row
select
  coalesce((select synthetic from cities), false) as synthetic,
  exists (select from stations where retired_at is null) as has_stations,
  current_data_version()::text as version
