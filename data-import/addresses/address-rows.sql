-- Linked addresses as rows of `addresses`, each with the id it already has.
-- In:  staging.address_inputs, address_ways, address_buildings, address_doors, names, link_units, settings
-- Out: staging.new_addresses, staging.new_streets (with those that only addresses name)

create table staging.linked_addresses as
select a.input, a.id, a.house_number, substring(a.house_number from '\d{1,9}')::integer as number_value,
  w.street_id, w.alley_id, a.street_text,
  case
    when (select vietnamese from staging.settings) then
      case when a.house_number ~* '(^|[^[:alpha:]])(số|so|no\.?|km|lô|nhà)($|[^[:alpha:]])' then '' else 'Số ' end
        || a.house_number || coalesce(', ' || named.label, '')
    else concat_ws(' ', a.house_number, named.label)
  end as label,
  b.building_id, coalesce(b.link, 'none') as building_link, b.meters as building_link_m, u.id as ward_id, a.point,
  st_transform(d.door_m, 4326) as door, st_transform(d.access_m, 4326) as access, d.road_id as access_road_id,
  d.provenance as door_provenance, a.source, a.osm_type, a.osm_id, a.register_id, a.point_m
from staging.address_inputs a
join staging.address_buildings b using (input)
join staging.address_doors d using (input)
left join staging.address_ways w using (input)
left join staging.link_alleys alley on alley.id = w.alley_id
left join staging.link_streets street on street.id = w.street_id
left join staging.type_labels word on word.type = street.type
left join staging.names n on n.text = a.street_text
cross join lateral (
  select coalesce(lower(left(alley.label, 1)) || substr(alley.label, 2),
    concat_ws(' ', word.label, street.name), n.label) as label
  where street.id is not null or n.label is not null
  union all select null where street.id is null and n.label is null
) named
left join lateral (
  select l.id from staging.link_units l where st_covers(l.geom, a.point) order by l.area limit 1
) u on true;

update staging.linked_addresses n set id = l.id from addresses l, staging.settings s
where n.id is null and n.source = 'osm' and l.source = 'osm' and l.retired_at is null and not s.replace
  and l.osm_type = n.osm_type and l.osm_id = n.osm_id and l.house_number = n.house_number;

-- An OSM id changes when a node becomes a building: the same number on the same way close by is the same house.
update staging.linked_addresses n set id = same.id
from (
  select distinct on (l.id) l.id, n.input
  from staging.linked_addresses n
  join addresses l on l.house_number = n.house_number and l.street_id is not distinct from n.street_id
    and l.alley_id is not distinct from n.alley_id
  cross join staging.settings s
  where n.id is null and n.source = 'osm' and l.source = 'osm' and l.retired_at is null and not s.replace
    and not exists (select 1 from staging.linked_addresses taken where taken.id = l.id)
    and l.point && st_expand(n.point, 0.001)
    and st_dwithin(st_transform(l.point, s.srid), n.point_m, staging.parameter('same_house_max'))
  order by l.id, st_distance(st_transform(l.point, s.srid), n.point_m), n.input
) same
where same.input = n.input
  and not exists (select 1 from staging.linked_addresses taken where taken.id = same.id);

create table staging.new_addresses as
select coalesce(l.id, nextval(pg_get_serial_sequence('addresses', 'id'))) as id, house_number, number_value, street_id,
  alley_id, street_text, label, building_id, building_link, building_link_m, ward_id, point, door, access,
  access_road_id, door_provenance, source, osm_type, osm_id, register_id
from staging.linked_addresses l
order by l.input;

create view staging.new_streets as
select id, type, name, key as name_key, geom from staging.link_streets;

create view staging.unmapped_street_rows as
select id, type, name, key as name_key from staging.unmapped_streets;
create view staging.unmapped_alley_rows as
select a.* from staging.link_alleys a where a.id in (select id from staging.unmapped_alleys);
