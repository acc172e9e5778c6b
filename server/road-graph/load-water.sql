-- Water points that may be listed: out of order ones never are.
-- $1 test_valid_days integer: tested longer ago than this is unverified
-- returns one row per water point
select
  id,
  kind,
  name,
  case
    when status = 'working' and tested_on >= current_date - $1::integer then 'usable'
    else 'unverified'
  end as status,
  flow_lps,
  volume_m3,
  tested_on::text as tested_on,
  st_x(geom) as lon,
  st_y(geom) as lat
from water_points
where retired_at is null and status <> 'out-of-order'
order by id
