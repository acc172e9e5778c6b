-- Which house each address of a register is: one with its key, or one that so far stood in OSM alone, whose row it
-- takes over. An OSM row beside a row that has the key already is retired: one house, one row.
-- In:  staging.linked_addresses, settings; addresses
-- Out: staging.linked_addresses with ids and the OSM object of each; staging.spare_osm_rows (id)

create table staging.osm_twins as
with pairs as (
  select n.input, l.id, l.osm_type, l.osm_id, d.meters
  from staging.linked_addresses n
  join addresses l on l.source = 'osm' and l.retired_at is null
    and lower(n.house_number) in (lower(l.house_number), (select lower(i.house_number) from imported_numbers i where i.address_id = l.id))
    and l.street_id = n.street_id and l.alley_id is not distinct from n.alley_id and l.point && st_expand(n.point, 0.001)
  cross join staging.settings s
  cross join lateral (select st_distance(st_transform(l.point, s.srid), n.point_m) as meters) d
  where d.meters <= staging.parameter('same_house_max')
), ranked as (
  select *, row_number() over (partition by input order by meters, id) as of_input,
    row_number() over (partition by id order by meters, input) as of_row
  from pairs
)
select input, id, osm_type, osm_id from ranked where of_input = 1 and of_row = 1;

create table staging.spare_osm_rows as
select t.id from staging.osm_twins t join staging.linked_addresses n using (input)
where n.id is not null and exists (select from addresses l where l.id = n.id and l.retired_at is null);

update staging.linked_addresses n set osm_type = t.osm_type, osm_id = t.osm_id,
  id = case when s.id is null then t.id else n.id end
from staging.osm_twins t left join staging.spare_osm_rows s on s.id = t.id
where t.input = n.input;
