-- How many house numbers of which ward stand in each cell of a grid.
-- $1 west float8
-- $2 south float8
-- $3 cell_lon float8: breadth of a cell in degrees
-- $4 cell_lat float8
-- $5 columns integer
-- $6 rows integer
-- returns one row per cell and ward
with placed as (
  select
    floor((st_x(door) - $1::float8) / $3::float8)::integer as in_column,
    floor((st_y(door) - $2::float8) / $4::float8)::integer as in_row,
    ward_id
  from addresses
  where retired_at is null
), counted as (
  select in_row * $5::integer + in_column as cell, ward_id, count(*)::integer as houses
  from placed
  where in_column between 0 and $5::integer - 1 and in_row between 0 and $6::integer - 1
  group by 1, 2
)
select c.cell, full_name(u.type, u.name) as ward, c.houses
from counted c
left join admin_units u on u.id = c.ward_id
