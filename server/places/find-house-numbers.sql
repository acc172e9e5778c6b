-- A house number on any street, while no street is typed yet.
-- $1 house_number text: lower case
-- $2 most integer: rows looked at
select a.id, a.house_number, a.number_value, a.label, a.building_id, a.source, st_x(a.door) as lon, st_y(a.door) as lat
from addresses a
where lower(a.house_number) = $1 and a.retired_at is null
limit $2
