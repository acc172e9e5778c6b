-- Water points that may be listed: out of order ones never are.
-- $1 test_valid_days integer: tested longer ago than this is unverified
-- $2 draft_lift_max real: no pump draws water higher than this
-- returns one row per water point, with whom to call about its main
select
  w.id,
  w.kind,
  w.name,
  case
    when w.lift_m > $2::real then 'too-deep'
    when w.status = 'working' and w.tested_on >= current_date - $1::integer then 'usable'
    else 'unverified'
  end as status,
  w.flow_lps,
  w.pressure_bar,
  w.volume_m3,
  w.lift_m,
  w.main_id,
  m.name as main_name,
  coalesce(m.owner, w.owner) as owner,
  m.duty_phone,
  w.tested_on::text as tested_on,
  st_x(w.geom) as lon,
  st_y(w.geom) as lat
from water_points w
left join water_mains m on m.register_id = w.main_id and m.retired_at is null
where w.retired_at is null and w.status <> 'out-of-order'
order by w.id
