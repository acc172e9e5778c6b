-- A house number on any street, while no street is typed yet.
-- $1 house_number text: lower case
-- $2 most integer: rows looked at
select a.id, a.house_number, a.number_value, a.label, a.building_id, a.source, st_x(a.door) as lon, st_y(a.door) as lat,
  wanted.former_number
from (
  (select a.id, null::text as former_number from addresses a
  where lower(a.house_number) = $1 and a.retired_at is null
  limit $2)
  union all
  -- As the map has it, where people corrected the number.
  (select i.address_id, i.house_number from imported_numbers i where lower(i.house_number) = $1 limit $2)
) wanted
join addresses a on a.id = wanted.id and a.retired_at is null
