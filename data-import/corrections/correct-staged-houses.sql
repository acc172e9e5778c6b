-- In:  staging.house_matches, new_addresses, link_roads, settings; corrections
-- Out: staging.new_addresses as people corrected it, staging.held_values with what the map says there

-- Two houses of one object would carry one number.
with taken as (
  delete from staging.house_matches m using staging.new_addresses n, corrections c
  where m.field = 'house_number' and n.id = m.row_id and c.id = m.correction_id
    and exists (select from staging.new_addresses o where o.id <> n.id and o.osm_type = n.osm_type and o.osm_id = n.osm_id
      and lower(o.house_number) = lower(c.value #>> '{}'))
  returning m.correction_id
)
insert into staging.unmatched_corrections select correction_id, 'number-taken' from taken;

insert into staging.held_values
select m.correction_id, 'address', m.row_id, m.field, case m.field
  when 'house_number' then
    jsonb_build_object('house_number', n.house_number, 'number_value', n.number_value, 'label', n.label)
  else jsonb_build_object('door', n.door::text, 'access', n.access::text, 'access_road_id', n.access_road_id,
    'door_provenance', n.door_provenance) end
from staging.house_matches m join staging.new_addresses n on n.id = m.row_id;

update staging.new_addresses n set house_number = c.value #>> '{}', number_value = number_value(c.value #>> '{}'),
  label = corrected_label(n.label, n.house_number, c.value #>> '{}')
from staging.house_matches m join corrections c on c.id = m.correction_id
where m.field = 'house_number' and m.row_id = n.id;

update staging.new_addresses n set door = read_point(d.value), door_provenance = 'surveyed',
  access_road_id = d.road_id, access = d.access
from (
  select a.id, c.value, r.id as road_id, st_transform(st_closestpoint(r.geom_m, p.door_m), 4326) as access
  from staging.house_matches m join corrections c on c.id = m.correction_id
  join staging.new_addresses a on a.id = m.row_id
  cross join lateral (
    select st_transform(read_point(c.value), (select srid from staging.settings)) as door_m) p
  left join lateral (
    (select l.id, l.geom_m from staging.link_roads l
     where st_dwithin(l.geom_m, p.door_m, staging.parameter('door_link_max'))
       and case when a.alley_id is not null then l.alley_id = a.alley_id else l.street_id = a.street_id end
     order by st_distance(l.geom_m, p.door_m), l.id limit 1)
    union all
    (select l.id, l.geom_m from staging.link_roads l
     where st_dwithin(l.geom_m, p.door_m, staging.parameter('nearest_way_max'))
     order by st_distance(l.geom_m, p.door_m), l.id limit 1)
    limit 1
  ) r on true
  where m.field = 'door'
) d
where d.id = n.id;
