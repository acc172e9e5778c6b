-- The house beside each address, to tell apart houses that share a number.
-- $1 ids bigint[]: addresses
select a.id, n.house_number
from addresses a
cross join lateral (
  select b.house_number from addresses b
  where b.street_id is not distinct from a.street_id and b.alley_id is not distinct from a.alley_id
    and b.house_number <> a.house_number and b.retired_at is null
    and st_dwithin(b.point, a.point, 0.0005)
  order by b.point <-> a.point limit 1
) n
where a.id = any ($1)
