-- Per ward what rests on assumed widths: alleys whose width nobody has measured or tagged, and the houses that stand
-- in them or deeper; the streets of assumed width; and the limits and clearances that people only judged by eye.
-- returns one row per ward, the most houses first; ward_id null: outside of every ward
with recursive wards as (
  select u.id, full_name(u.type, u.name) as name, u.geom, st_area(u.geom) as area from admin_units u
  where u.retired_at is null and (u.valid_from is null or u.valid_from <= current_date)
    and (u.valid_to is null or u.valid_to > current_date) and u.type in (select unnest(string_to_array(p.value, ' / ')) from parameters p
    where p.parameter = 'ward_types' and p.valid_from <= current_date
      and (p.valid_to is null or p.valid_to > current_date))
),
ways as (
  select r.id, r.alley_id, r.street_id, r.alley_level > 0 as is_alley, r.width_provenance = 'assumed' as is_assumed,
    st_length(r.geom::geography) as meters, st_lineinterpolatepoint(r.geom, 0.5) as middle
  from roads r where r.retired_at is null and (case when r.alley_level > 0 then r.motor or r.foot else r.motor end)
),
alley_roads as (select * from ways where is_alley),
-- Ward by ward: its outline is large, and is made ready once for all the ways near it.
wards_of_ways as (
  select distinct on (a.id) a.id as way_id, w.id as ward_id
  from wards w
  join roads r on r.geom && w.geom
  join ways a on a.id = r.id and st_contains(w.geom, a.middle)
  order by a.id, w.area
),
of_wards as (
  select w.ward_id,
    sum(a.meters) filter (where a.is_alley) as meters,
    sum(a.meters) filter (where a.is_alley and a.is_assumed) as assumed_m,
    count(distinct coalesce(a.alley_id, -a.id)) filter (where a.is_alley and a.is_assumed) as assumed_alleys,
    sum(a.meters) filter (where not a.is_alley and a.is_assumed) as assumed_street_m,
    count(distinct coalesce(a.street_id, -a.id)) filter (where not a.is_alley and a.is_assumed) as assumed_streets
  from ways a left join wards_of_ways w on w.way_id = a.id
  group by w.ward_id
),
-- An alley is doubtful where its own width is assumed, or that of one which leads to it.
doubtful as (
  select distinct a.alley_id from alley_roads a where a.is_assumed and a.alley_id is not null
  union
  select al.id from alleys al join doubtful d on al.parent_id = d.alley_id where al.retired_at is null
),
houses as (
  select a.ward_id, count(*) as houses from addresses a
  where a.retired_at is null and (a.alley_id in (select alley_id from doubtful)
    or a.access_road_id in (select id from alley_roads where is_assumed))
  group by a.ward_id
),
limits as (
  select p.ward_id, count(distinct p.correction_id) as limits
  from (
    select l.correction_id, (
      select w.id from wards w where w.geom && l.place and st_contains(w.geom, l.place) order by w.area limit 1) as ward_id
    from assumed_limits l
  ) p
  group by p.ward_id
),
together as (
  select coalesce(o.ward_id, h.ward_id, l.ward_id) as ward_id, o.meters, o.assumed_m, o.assumed_alleys, o.assumed_street_m,
    o.assumed_streets, h.houses, l.limits
  from of_wards o full join houses h on coalesce(h.ward_id, 0) = coalesce(o.ward_id, 0)
  full join limits l on coalesce(l.ward_id, 0) = coalesce(o.ward_id, h.ward_id, 0)
)
select t.ward_id, w.name as ward,
  coalesce(t.meters, 0)::float8 as meters, coalesce(t.assumed_m, 0)::float8 as assumed_m,
  coalesce(t.assumed_alleys, 0)::integer as assumed_alleys, coalesce(t.houses, 0)::integer as houses,
  coalesce(t.assumed_street_m, 0)::float8 as assumed_street_m, coalesce(t.assumed_streets, 0)::integer as assumed_streets,
  coalesce(t.limits, 0)::integer as assumed_limits
from together t left join wards w on w.id = t.ward_id
where t.assumed_alleys > 0 or t.assumed_streets > 0 or t.houses > 0 or t.limits > 0
order by t.houses desc nulls last, t.assumed_m desc nulls last, t.assumed_street_m desc nulls last, t.limits desc nulls last, t.ward_id
