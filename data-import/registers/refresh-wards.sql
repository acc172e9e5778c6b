-- The ward of every address: the smallest valid unit around it. Rows whose ward stays are not touched.
-- In:  admin_units, addresses; staging.ward_types()
-- Out: addresses.ward_id

with wards as (
  select id, geom, st_area(geom) as area from admin_units
  where retired_at is null and type = any (staging.ward_types())
    and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date)
), located as (
  select distinct on (a.id) a.id, w.id as ward_id
  from addresses a left join wards w on st_covers(w.geom, a.point)
  where a.retired_at is null
  order by a.id, w.area
)
update addresses a set ward_id = l.ward_id from located l
where l.id = a.id and a.ward_id is distinct from l.ward_id;
