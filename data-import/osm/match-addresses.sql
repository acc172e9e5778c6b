-- Which house each address of the file is: one that a register has already, or one that the file had before.
-- In:  staging.linked_addresses, settings; addresses
-- Out: staging.linked_addresses with ids, without what a register has too; staging.register_twins (input, register_input)

-- The same number on the same way close by is one house, and the register knows it better. So is the object that a
-- register row was once found to stand for, although its number was corrected in the register only.
create table staging.register_twins as
with pairs as (
  select o.input, r.input as register_input, o.osm_type, o.osm_id,
    lower(o.house_number) <> lower(r.house_number) as is_other_number, st_distance(o.point_m, r.point_m) as meters
  from staging.linked_addresses o
  join staging.linked_addresses r on r.source <> 'osm' and o.street_id = r.street_id
    and o.alley_id is not distinct from r.alley_id
    and (lower(o.house_number) = lower(r.house_number) or (o.osm_type = r.osm_type and o.osm_id = r.osm_id))
  where o.source = 'osm' and st_dwithin(o.point_m, r.point_m, staging.parameter('same_house_max'))
), ranked as (
  select *, row_number() over (partition by input order by is_other_number, meters, register_input) as of_object,
    row_number() over (partition by register_input order by is_other_number, meters, input) as of_register
  from pairs
)
select input, register_input, osm_type, osm_id from ranked where of_object = 1 and of_register = 1;

update staging.linked_addresses r set osm_type = t.osm_type, osm_id = t.osm_id
from staging.linked_addresses n left join staging.register_twins t on t.register_input = n.input
where r.input = n.input and r.source <> 'osm' and (r.osm_type, r.osm_id) is distinct from (t.osm_type, t.osm_id);
delete from staging.linked_addresses o using staging.register_twins t where o.input = t.input;

create table staging.known_addresses as
select l.id, l.osm_type, l.osm_id, coalesce(i.house_number, l.house_number) as house_number, l.street_id, l.alley_id, l.point
from addresses l left join imported_numbers i on i.address_id = l.id cross join staging.settings s
where l.source = 'osm' and l.retired_at is null and not s.replace;
create index on staging.known_addresses (osm_id, osm_type);
create index on staging.known_addresses using gist (point);
analyze staging.known_addresses;

update staging.linked_addresses n set id = l.id from staging.known_addresses l
where n.source = 'osm' and l.osm_type = n.osm_type and l.osm_id = n.osm_id and l.house_number = n.house_number;

-- The same object with another number: corrected, where object and row are alone; or a list, whose first number
-- inherits the row that stood for all of it.
update staging.linked_addresses n set id = l.id
from (
  select input, osm_type, osm_id, house_number, row_number() over objects as nth, count(*) over (partition by osm_type, osm_id) as count
  from staging.linked_addresses where id is null and source = 'osm'
  window objects as (partition by osm_type, osm_id order by input)
) o
join (
  select id, osm_type, osm_id, house_number, count(*) over (partition by osm_type, osm_id) as count
  from staging.known_addresses k
  where not exists (select from staging.linked_addresses taken where taken.id = k.id)
) l on l.osm_type = o.osm_type and l.osm_id = o.osm_id and l.count = 1
where n.input = o.input
  and (o.count = 1 or (o.nth = 1 and regexp_split_to_array(l.house_number, '\s*[;,]\s*') @> array[o.house_number]));

-- An OSM id changes when a node becomes a building: the same number on the same way close by is the same house.
update staging.linked_addresses n set id = same.id
from (
  select n.input, l.id, row_number() over (partition by n.input order by d.meters, l.id) as of_input,
    row_number() over (partition by l.id order by d.meters, n.input) as of_row
  from staging.linked_addresses n
  join staging.known_addresses l on l.house_number = n.house_number and l.street_id is not distinct from n.street_id
    and l.alley_id is not distinct from n.alley_id and l.point && st_expand(n.point, 0.001)
  cross join staging.settings s
  cross join lateral (select st_distance(st_transform(l.point, s.srid), n.point_m) as meters) d
  where n.id is null and n.source = 'osm' and d.meters <= staging.parameter('same_house_max')
    and not exists (select from staging.linked_addresses taken where taken.id = l.id)
) same
where same.input = n.input and same.of_input = 1 and same.of_row = 1;

-- A house that was gone for a while gets its old row back, also where its number had been corrected.
update staging.linked_addresses n set id = back.id
from (
  select distinct on (n.input) n.input, l.id from staging.linked_addresses n
  join addresses l on l.osm_type = n.osm_type and l.osm_id = n.osm_id
    and (l.house_number = n.house_number or exists (
      select from corrections c where c.target_kind = 'address' and c.target_id = l.id and c.field = 'house_number'
        and c.imported ->> 'house_number' = n.house_number))
  where n.id is null and n.source = 'osm' and l.retired_at is not null
    and l.batch_id in (select id from staging.returnable_batches)
  order by n.input, l.retired_at desc, l.id
) back
where back.input = n.input;
