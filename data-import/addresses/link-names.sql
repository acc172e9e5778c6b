-- The street and alley that each address names. A named one that no map has gets a row without a line,
-- so that the address can still be found by it.
-- In:  staging.address_inputs, names, link_streets, link_alleys, settings
-- Out: staging.address_ways (input, street_id, alley_id); new rows in link_streets and link_alleys

alter table staging.address_inputs add column point_m geometry;
update staging.address_inputs set point_m = st_transform(point, (select srid from staging.settings));
create unique index on staging.address_inputs (input);
create index on staging.address_inputs (street_text);
analyze staging.address_inputs;
analyze staging.names;

create table staging.address_ways as
select a.input, n.text, n.street_key, n.is_alley_street, n.path_key, n.path, found.id as street_id, null::bigint as alley_id
from staging.address_inputs a
join staging.names n on n.text = a.street_text
left join lateral (
  select s.id from staging.link_streets s
  where s.key in (n.street_key, n.full_key)
    and (n.street_type is null or s.key = n.full_key or s.is_alley = n.is_alley_street)
    and (s.geom_m is null or st_dwithin(s.geom_m, a.point_m, staging.parameter('street_link_max')))
  order by st_distance(s.geom_m, a.point_m), s.id limit 1
) found on true;

create table staging.unmapped_streets as
select coalesce(l.id, nextval(pg_get_serial_sequence('streets', 'id'))) as id, m.*
from (
  select w.street_key as key, w.is_alley_street as is_alley,
    mode() within group (order by n.street_type) as type, mode() within group (order by n.street_name) as name
  from staging.address_ways w join staging.names n using (text)
  where w.street_id is null and w.street_key is not null
  group by w.street_key, w.is_alley_street
) m
left join lateral (
  select l.id from streets l, staging.settings s
  where l.name_key = m.key and staging.is_alley_type(l.type) = m.is_alley
    -- A street that lost its line in this file is the same one where it ran past the houses that name it.
    and (l.geom is null or l.retired_at is null and exists (
      select from staging.address_ways w join staging.address_inputs a using (input)
      where w.street_id is null and w.street_key = m.key and w.is_alley_street = m.is_alley
        and st_dwithin(st_transform(l.geom, s.srid), a.point_m, staging.parameter('street_link_max'))))
    and not exists (select from staging.link_streets taken where taken.id = l.id)
    and case when l.retired_at is null then not s.replace else l.batch_id in (select id from staging.returnable_batches) end
  order by l.retired_at desc nulls first, l.id limit 1
) l on true;
insert into staging.link_streets (id, key, is_alley, type, name)
select id, key, is_alley, type, name from staging.unmapped_streets;
update staging.address_ways w set street_id = u.id from staging.unmapped_streets u
where w.street_id is null and u.key = w.street_key and u.is_alley = w.is_alley_street;

update staging.address_ways w set alley_id = found.id
from (
  select distinct on (w.input) w.input, l.id
  from staging.address_ways w
  join staging.address_inputs a using (input)
  join staging.link_alleys l on l.street_id = w.street_id and l.path_key = w.path_key
  where w.path_key <> '' and (l.geom_m is null or st_dwithin(l.geom_m, a.point_m, staging.parameter('street_link_max')))
  order by w.input, st_distance(l.geom_m, a.point_m), l.id
) found
where found.input = w.input;

create table staging.unmapped_alleys as
select coalesce(l.id, nextval(pg_get_serial_sequence('alleys', 'id'))) as id, m.*
from (
  select w.street_id, w.path_key, w.path, min(n.alley_type) as type, min(n.level) as level
  from staging.address_ways w join staging.names n using (text)
  where w.alley_id is null and w.street_id is not null and w.path_key <> ''
  group by w.street_id, w.path_key, w.path
) m
left join lateral (
  select l.id from alleys l, staging.settings s
  where l.street_id = m.street_id and l.path_key = m.path_key and l.geom is null
    and not exists (select from staging.link_alleys taken where taken.id = l.id)
    and case when l.retired_at is null then not s.replace else l.batch_id in (select id from staging.returnable_batches) end
  order by l.retired_at desc nulls first, l.id limit 1
) l on true;
insert into staging.link_alleys (id, street_id, type, level, number, path, path_key, link, label)
select id, street_id, type, level, path[cardinality(path)], path, path_key, 'register',
  staging.alley_label(type, path_key, street_id)
from staging.unmapped_alleys;
update staging.link_alleys a set parent_id = up.id
from staging.link_alleys up
where a.link = 'register' and a.parent_id is null and up.street_id = a.street_id and up.path <> '{}'
  and up.path = a.path[1:cardinality(a.path) - 1];
update staging.address_ways w set alley_id = u.id from staging.unmapped_alleys u
where w.alley_id is null and u.street_id = w.street_id and u.path_key = w.path_key;
create unique index on staging.address_ways (input);
analyze staging.address_ways;
