-- Every name an address can hold: of what is loaded, and those people say beyond it.
with loaded as (
  select name, synthetic from cities
), known as (
  -- An extract is often called after its file (`hanoi-core`); the demo city stands in for the real one.
  select n.name from admin_names n
  where n.level = 'city' and (
    not exists (select 1 from loaded)
    or exists (
      select 1 from loaded
      where synthetic or replace(fold_text(loaded.name), ' ', '') like '%' || replace(fold_text(n.name), ' ', '') || '%'))
)
select 'street' as level, type, name, '' as district, false as former, false as unmapped
from (select distinct type, name from streets where retired_at is null) s
union all
select 'street', street_type, street_name, '', false, false
from (select distinct street_type, street_name from way_aliases) a
union all
select 'street', null, n.name, '', false, true
from street_names n join known on known.name = n.city
where not exists (select 1 from streets s where s.name_key = fold_text(n.name) and s.retired_at is null)
union all
select 'city', null, name, '', false, false from known
union all
select 'city', null, name, '', false, false from loaded where not exists (select 1 from known)
union all
select n.level, n.type, n.name, n.district, n.valid_to is not null, false
from admin_names n where n.level <> 'city' and exists (select 1 from known)
union all
select case when type in ('quan', 'huyen', 'thi-xa') then 'district' else 'ward' end,
  replace(type, '-', '_'), name, '', false, false
from admin_units
where retired_at is null and type not in ('thanh-pho', 'tinh')
  and (valid_to is null or valid_to > current_date)
