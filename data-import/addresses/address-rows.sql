-- Linked addresses as rows of `addresses`, each with the id it already has.
-- In:  staging.linked_addresses
-- Out: staging.new_addresses, staging.new_streets (with those that only addresses name)

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
