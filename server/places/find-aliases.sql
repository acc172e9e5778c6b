-- Addresses by another way they are written or were called.
-- $1 keys text[]: folded texts
-- $2 most integer: rows in all
select a.id, a.house_number, a.number_value, a.label, a.building_id, a.source, st_x(a.door) as lon, st_y(a.door) as lat
from address_aliases n
join addresses a on a.id = n.address_id
where n.text_key = any ($1) and a.retired_at is null
limit $2
