-- Other and former names of streets and alleys, where they say something that the name does not. A number alone (`Ngõ 2`)
-- says no street, and is left out.
-- In:  staging.roads, names, road_levels; streets and alleys as staged
-- Out: staging.new_way_aliases

create table staging.new_way_aliases as
with said as (
  select r.osm_id, 'alt' as kind, btrim(part) as text
  from staging.roads r cross join regexp_split_to_table(r.alt_name, ';') part
  union all
  select r.osm_id, 'old', btrim(part)
  from staging.roads r cross join regexp_split_to_table(r.old_name, ';') part
), read as (
  -- A road of an alley has a street as well only where the alley is named like one.
  select distinct on (l.alley_id, own.street_id, n.street_key, coalesce(n.path_key, ''))
    own.street_id, l.alley_id, s.kind, s.text, n.street_type, n.street_name, n.street_key,
    coalesce(n.path_key, '') as path_key
  from said s
  join staging.road_levels l using (osm_id)
  join staging.roads r using (osm_id)
  join staging.names n on n.text = s.text
  left join staging.names named on named.text = r.name
  cross join lateral (select case when l.alley_id is null then l.street_id end as street_id) own
  where coalesce(own.street_id, l.alley_id) is not null and n.street_key <> ''
    and (n.street_key, coalesce(n.path_key, '')) is distinct from (named.street_key, coalesce(named.path_key, ''))
  order by l.alley_id, own.street_id, n.street_key, coalesce(n.path_key, ''), s.kind, s.text
)
select coalesce(l.id, nextval(pg_get_serial_sequence('way_aliases', 'id'))) as id, r.*
from read r
left join way_aliases l on l.street_id is not distinct from r.street_id and l.alley_id is not distinct from r.alley_id
  and l.street_key = r.street_key and l.path_key = r.path_key;
