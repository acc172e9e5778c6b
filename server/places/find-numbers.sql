-- House numbers of streets and alleys: the wanted one, and its neighbours on either side of it.
-- A house whose number people corrected is found by the number of the map too (former_number).
-- Numbers above and below are looked for among the same parity first: odd and even face each other.
-- $1 kinds text[]: street or alley, one per target
-- $2 ids bigint[]: their row ids
-- $3 numbers integer[]: the wanted number without its suffix, null when it has none
-- $4 texts text[]: the wanted house number, lower case
-- $5 most integer: rows per target with the very number
with targets as (
  select * from unnest($1::text[], $2::bigint[], $3::integer[], $4::text[])
    with ordinality as t (kind, id, number, house_number, target)
), found as (
  select t.target, a.id, null::text as former_number
  from targets t
  cross join lateral (
    (select a.id from addresses a
     where a.street_id = t.id and a.alley_id is null and a.retired_at is null
       and a.number_value = t.number
     limit $5)
    union all
    (select a.id from addresses a
     where a.street_id = t.id and a.alley_id is null and a.retired_at is null
       and t.number is null and a.number_value is null and lower(a.house_number) = t.house_number
     limit $5)
    union all
    (select a.id from addresses a
     where a.street_id = t.id and a.alley_id is null and a.retired_at is null
       and a.number_value > t.number and a.number_value % 2 = t.number % 2
     order by a.number_value limit 1)
    union all
    (select a.id from addresses a
     where a.street_id = t.id and a.alley_id is null and a.retired_at is null
       and a.number_value < t.number and a.number_value % 2 = t.number % 2
     order by a.number_value desc limit 1)
  ) a
  where t.kind = 'street'
  union all
  select t.target, a.id, null::text as former_number
  from targets t
  cross join lateral (
    (select a.id from addresses a
     where a.alley_id = t.id and a.retired_at is null and a.number_value = t.number
     limit $5)
    union all
    (select a.id from addresses a
     where a.alley_id = t.id and a.retired_at is null
       and t.number is null and a.number_value is null and lower(a.house_number) = t.house_number
     limit $5)
    union all
    (select a.id from addresses a
     where a.alley_id = t.id and a.retired_at is null
       and a.number_value > t.number and a.number_value % 2 = t.number % 2
     order by a.number_value limit 1)
    union all
    (select a.id from addresses a
     where a.alley_id = t.id and a.retired_at is null
       and a.number_value < t.number and a.number_value % 2 = t.number % 2
     order by a.number_value desc limit 1)
  ) a
  where t.kind = 'alley'
  union all
  select t.target, a.id, i.house_number
  from targets t
  join imported_numbers i on lower(i.house_number) = t.house_number
  join addresses a on a.id = i.address_id and a.retired_at is null and lower(a.house_number) <> t.house_number
    and case t.kind when 'alley' then a.alley_id = t.id else a.street_id = t.id and a.alley_id is null end
)
select
  found.target::integer as target,
  a.id,
  a.house_number,
  a.number_value,
  a.label,
  a.building_id,
  a.source,
  st_x(a.door) as lon,
  st_y(a.door) as lat,
  found.former_number
from found
join addresses a on a.id = found.id
