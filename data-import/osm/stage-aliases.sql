-- Other ways an address is written or was called, where the map says so: the name of the house, its former or second
-- number, the whole text, the list of numbers as it is written.
-- In:  staging.addresses, address_numbers, new_addresses; address_aliases
-- Out: staging.new_aliases

create table staging.new_aliases as
with texts as (
  select distinct on (n.id, key.text) n.id as address_id, alias.text, key.text as text_key
  from staging.addresses a
  join staging.address_numbers first on first.osm_type = a.osm_type and first.osm_id = a.osm_id and first.nth = 1
  join staging.new_addresses n on n.osm_type = lower(a.osm_type) and n.osm_id = a.osm_id
    and (n.source <> 'osm' or n.house_number = first.house_number)
  cross join lateral (values
    (a.other ->> 'name'), (a.other ->> 'full'),
    ((a.other ->> 'old_number') || coalesce(' ' || coalesce(a.other ->> 'old_street', a.street_text), '')),
    ((a.other ->> 'alt_number') || coalesce(' ' || coalesce(a.other ->> 'alt_street', a.street_text), '')),
    (case when first.house_number <> a.house_number and a.house_number ~ '[;,]' then a.house_number || coalesce(' ' || a.street_text, '') end)
  ) alias (text)
  cross join lateral (select fold_text(regexp_replace(btrim(alias.text), '\s+', ' ', 'g')) as text) key
  where key.text <> ''
  order by n.id, key.text, alias.text
)
select coalesce(l.id, nextval(pg_get_serial_sequence('address_aliases', 'id'))) as id, t.*, 'osm'::text as source
from texts t
left join address_aliases l on l.address_id = t.address_id and l.text_key = t.text_key and l.source = 'osm';
