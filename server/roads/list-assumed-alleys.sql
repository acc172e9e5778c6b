-- The alleys of one ward whose width is assumed, those with the most houses first: at them, and in the alleys that are
-- reached through them, as the counts per ward are.
-- $1 ward_id bigint, null: outside of every ward
-- $2 most integer
-- returns one row per alley; way_id is the longest of its ways
with recursive wards as (
  select u.geom from admin_units u
  where u.retired_at is null and (u.valid_from is null or u.valid_from <= current_date)
    and (u.valid_to is null or u.valid_to > current_date) and u.type in (select unnest(string_to_array(p.value, ' / ')) from parameters p
    where p.parameter = 'ward_types' and p.valid_from <= current_date
      and (p.valid_to is null or p.valid_to > current_date))
),
inside as (
  select r.id from roads r join admin_units u on u.id = $1::bigint and u.geom && r.geom
    and st_contains(u.geom, st_lineinterpolatepoint(r.geom, 0.5))
  union all
  select r.id from roads r
  where $1::bigint is null and r.retired_at is null and r.alley_level > 0 and r.width_provenance = 'assumed' and not exists (
    select 1 from wards w where w.geom && r.geom and st_contains(w.geom, st_lineinterpolatepoint(r.geom, 0.5)))
),
assumed as (
  select r.osm_way_id, r.id, r.alley_id, r.alley_level, r.width_m, r.name,
    st_length(r.geom::geography) as meters, st_lineinterpolatepoint(r.geom, 0.5) as middle
  from roads r join inside i on i.id = r.id
  where r.retired_at is null and r.alley_level > 0 and r.width_provenance = 'assumed' and (r.motor or r.foot)
),
-- Each alley with itself and those that are reached through it.
beyond as (
  select distinct a.alley_id as mouth_id, a.alley_id from assumed a where a.alley_id is not null
  union
  select b.mouth_id, al.id from alleys al join beyond b on al.parent_id = b.alley_id where al.retired_at is null
),
-- A way of no alley counts by itself, under its id less than zero.
behind as (
  select b.mouth_id as key, d.id from beyond b join addresses d on d.alley_id = b.alley_id and d.retired_at is null
  union
  select coalesce(a.alley_id, -a.id), d.id from assumed a join addresses d on d.access_road_id = a.id and d.retired_at is null
),
houses as (select key, count(*)::integer as houses from behind group by key)
select
  coalesce(al.label, (array_agg(a.name order by a.meters desc))[1]) as name,
  max(a.alley_level)::integer as alley_level,
  min(a.width_m)::float8 as width_m,
  sum(a.meters)::float8 as meters,
  (array_agg(a.osm_way_id order by a.meters desc))[1] as way_id,
  (array_agg(st_x(a.middle) order by a.meters desc))[1] as lon,
  (array_agg(st_y(a.middle) order by a.meters desc))[1] as lat,
  coalesce(max(h.houses), 0) as houses
from assumed a
left join alleys al on al.id = a.alley_id
left join houses h on h.key = coalesce(a.alley_id, -a.id)
group by al.id, al.label, coalesce(a.alley_id, -a.id)
order by houses desc, meters desc, way_id
limit $2::integer
