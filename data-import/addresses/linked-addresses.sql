-- Everything found out about each address, in one row; which live row it is, is still open for some.
-- In:  staging.address_inputs, address_ways, address_buildings, address_doors, names, link_units, settings
-- Out: staging.linked_addresses

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
create unique index on staging.linked_addresses (input);
create index on staging.linked_addresses (id);
analyze staging.linked_addresses;
