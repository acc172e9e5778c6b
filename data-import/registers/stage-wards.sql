-- The ward of every address as it will be with these units: the smallest valid unit around it.
-- In:  staging.new_admin_units, is_complete; admin_units, addresses
-- Out: staging.link_units, staging.address_wards (id, ward_id)

create table staging.link_units as
select id, full_name(type, name) as name, geom, st_area(geom) as area
from (
  select id, type, name, valid_from, valid_to, geom from staging.new_admin_units
  union all
  select id, type, name, valid_from, valid_to, geom from admin_units live
  where retired_at is null and not (source = 'register' and (select yes from staging.is_complete))
    and not exists (select from staging.new_admin_units n where n.id = live.id)
) units
where type = any (staging.ward_types())
  and coalesce(valid_from, current_date) <= current_date and (valid_to is null or valid_to > current_date);
create index on staging.link_units using gist (geom);

create table staging.address_wards as
select distinct on (a.id) a.id, u.id as ward_id
from addresses a left join staging.link_units u on st_covers(u.geom, a.point)
where a.retired_at is null
order by a.id, u.area;
