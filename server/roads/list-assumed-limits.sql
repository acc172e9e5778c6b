-- What people judged by eye of limits and clearances in one ward, the strictest of each kind first.
-- $1 ward_id bigint, null: outside of every ward
-- $2 most integer
-- returns one row per limit; amount null: no limit
with wards as (
  select u.id, u.geom from admin_units u
  where u.retired_at is null and (u.valid_from is null or u.valid_from <= current_date)
    and (u.valid_to is null or u.valid_to > current_date) and u.type in (select unnest(string_to_array(p.value, ' / ')) from parameters p
    where p.parameter = 'ward_types' and p.valid_from <= current_date
      and (p.valid_to is null or p.valid_to > current_date))
),
inside as (
  select distinct on (l.correction_id) l.* from assumed_limits l
  where case when $1::bigint is null
    then not exists (select from wards w where w.geom && l.place and st_contains(w.geom, l.place))
    else exists (select from wards w where w.id = $1::bigint and w.geom && l.place and st_contains(w.geom, l.place)) end
  order by l.correction_id, l.road_id
)
select
  r.osm_way_id as way_id,
  coalesce(a.label, full_name(s.type, s.name), r.name) as name,
  i.field,
  i.kind,
  i.amount,
  st_x(i.place) as lon,
  st_y(i.place) as lat
from inside i
join roads r on r.id = i.road_id
left join alleys a on a.id = r.alley_id
left join streets s on s.id = r.street_id
order by i.field, i.amount nulls last, i.correction_id
limit $2::integer
