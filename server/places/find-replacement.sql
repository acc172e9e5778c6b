-- What stands now where a place stood that is no longer in its source: under the same number and path (or name), else
-- at the same spot.
-- $1 kind text: address, street, alley, building or landmark
-- $2 id bigint: its row id
-- returns at most one row; why is same-address or same-spot
with gone_address as (
  select a.*, s.name_key, al.path_key
  from addresses a left join streets s on s.id = a.street_id left join alleys al on al.id = a.alley_id
  where $1::text = 'address' and a.id = $2::bigint
), same_address as (
  (select 'address' as kind, o.id, o.label, st_distance(o.door::geography, g.door::geography) as meters
  from gone_address g
  join addresses o on lower(o.house_number) = lower(g.house_number) and o.retired_at is null and o.id <> g.id
  left join streets s on s.id = o.street_id
  left join alleys al on al.id = o.alley_id
  where (o.street_id = g.street_id or s.name_key = g.name_key) and al.path_key is not distinct from g.path_key
  order by meters, o.id limit 1)
  union all
  (select 'alley', o.id, o.label, coalesce(st_distance(o.geom::geography, g.geom::geography), 0) as meters
  from alleys g join alleys o on o.path_key = g.path_key and o.label = g.label and o.retired_at is null and o.id <> g.id
  where $1 = 'alley' and g.id = $2
  order by meters, o.id limit 1)
  union all
  (select 'street', o.id, full_name(o.type, o.name),
    coalesce(st_distance(o.geom::geography, g.geom::geography), 0) as meters
  from streets g join streets o on o.name_key = g.name_key and o.retired_at is null and o.id <> g.id
  where $1 = 'street' and g.id = $2
  order by meters, o.id limit 1)
  union all
  (select 'landmark', o.id, o.name, st_distance(o.geom::geography, g.geom::geography) as meters
  from landmarks g join landmarks o on o.name_key = g.name_key and o.retired_at is null and o.id <> g.id
  where $1 = 'landmark' and g.id = $2
  order by meters, o.id limit 1)
), spot as (
  select g.point as geom from gone_address g
  union all
  select st_pointonsurface(b.geom) from buildings b where $1 = 'building' and b.id = $2
  union all
  select l.geom from landmarks l where $1 = 'landmark' and l.id = $2
), same_spot as (
  (select 'address' as kind, o.id, o.label, st_distance(o.point::geography, p.geom::geography) as meters
  from spot p join addresses o on o.retired_at is null and o.point && st_expand(p.geom, 0.0003)
  where $1 = 'address'
  order by meters, o.id limit 1)
  union all
  (select 'building', o.id, coalesce(o.name, h.label, ''),
    st_distance(o.geom::geography, p.geom::geography) as meters
  from spot p join buildings o on o.retired_at is null and st_intersects(o.geom, p.geom)
  left join lateral (
    select a.label from addresses a where a.building_id = o.id and a.retired_at is null order by a.id limit 1
  ) h on true
  order by o.id limit 1)
)
select kind, id, label, meters, why from (
  select kind, id, label, meters, 'same-address' as why, 1 as rank from same_address where meters <= 2000
  union all
  select kind, id, label, meters, 'same-spot', case kind when $1 then 2 else 3 end from same_spot where meters <= 20
) found
where label <> ''
order by rank, meters
limit 1
