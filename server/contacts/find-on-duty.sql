-- Who is on duty for a point: the power company and the ward that answer for it, the nearest hospitals.
-- $1 lon float8
-- $2 lat float8
-- $3 hospitals integer: how many
-- returns has_register on every row; one row of nulls where nobody is on duty
with here as (
  select st_setsrid(st_makepoint($1::float8, $2::float8), 4326) as point
), wards as (
  select fold_text(u.name) as name, fold_text(full_name(u.type, u.name)) as full_name, u.code
  from here
  join admin_units u on st_intersects(u.geom, here.point)
  where u.retired_at is null
    and coalesce(u.valid_from, current_date) <= current_date
    and (u.valid_to is null or u.valid_to > current_date)
), hospitals as (
  select c.*, st_distance(c.geom::geography, here.point::geography) as meters
  from here, contacts c
  where c.retired_at is null and c.kind = 'hospital'
  order by c.geom <-> here.point
  limit $3::integer
), found as (
  select c.id, c.kind, c.name, c.phone, null::float8 as meters, (c.ward is null)::integer as rank
  from contacts c
  where c.retired_at is null and c.kind in ('power', 'ward')
    and (c.ward is null or exists (
      select from wards w where c.ward_key in (w.name, w.full_name) or c.ward = w.code))
  union all
  select id, kind, name, phone, meters, 0 from hospitals
)
select f.id, f.kind, f.name, f.phone, f.meters,
  exists (select from contacts where retired_at is null) as has_register
from (select 1) one
left join (
  select *, row_number() over (partition by kind order by rank, meters, id) as place from found
) f on f.place <= 4
order by array_position(array['power', 'ward', 'hospital'], f.kind), f.rank, f.meters, f.id
limit 12
