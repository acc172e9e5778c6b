-- Numbered alleys as they are named, and their street: by the name, else by what they open onto.
-- In:  staging.roads, names, joints, street_roads, link_streets
-- Out: staging.alley_roads (osm_id, part), staging.alley_parts (part, street_id, path, link, level …)

create table staging.alley_clusters as
select r.osm_id, r.name as text, n.street_key, n.is_alley_street, n.path_key, n.alley_type,
  st_clusterdbscan(r.geom_m, staging.parameter('alley_cluster_gap'), 1)
    over (partition by n.street_key, n.is_alley_street, n.path_key, n.alley_type) as cluster
from staging.roads r join staging.names n on n.text = r.name
where n.kind = 'alley';

create table staging.alley_parts as
with gathered as (
  select c.street_key, c.is_alley_street, c.path_key, c.alley_type, c.cluster,
    mode() within group (order by c.text) as text, array_agg(c.osm_id order by c.osm_id) as osm_ids,
    st_collect(r.geom_m order by c.osm_id) as geom_m
  from staging.alley_clusters c join staging.roads r using (osm_id)
  group by 1, 2, 3, 4, 5
)
select row_number() over (order by g.street_key, g.is_alley_street, g.path_key, g.alley_type, g.cluster) as part,
  g.osm_ids, g.geom_m, n.alley_type as type, n.level, n.path,
  n.street_key, n.full_key, n.street_type, n.street_name, n.is_alley_street,
  null::bigint as street_id, 'none'::text as link
from gathered g join staging.names n on n.text = g.text;

create table staging.alley_roads as
select unnest(osm_ids) as osm_id, part from staging.alley_parts;
create unique index on staging.alley_roads (osm_id);

update staging.alley_parts p set street_id = found.id, link = 'name'
from (
  select p.part, s.id from staging.alley_parts p cross join lateral (
    select s.id from staging.link_streets s
    where s.key in (p.street_key, p.full_key)
      and (p.street_type is null or s.key = p.full_key or s.is_alley = p.is_alley_street)
      and st_dwithin(s.geom_m, p.geom_m, staging.parameter('street_link_max'))
    order by st_distance(s.geom_m, p.geom_m), s.id limit 1
  ) s
) found
where found.part = p.part;

-- A street that only its alleys name: it has no line, but it has a name to be found by.
insert into staging.link_streets (part, id, key, is_alley, type, name)
select null, coalesce(l.id, nextval(pg_get_serial_sequence('streets', 'id'))), m.street_key, m.is_alley_street, m.type, m.name
from (
  select street_key, is_alley_street, mode() within group (order by street_type) as type,
    mode() within group (order by street_name) as name
  from staging.alley_parts where street_key is not null and street_id is null
  group by street_key, is_alley_street
) m
left join lateral (
  select l.id from streets l, staging.settings s
  where l.name_key = m.street_key and staging.is_alley_type(l.type) = m.is_alley_street and l.geom is null
    and not exists (select from staging.link_streets taken where taken.id = l.id)
    and case when l.retired_at is null then not s.replace else l.batch_id in (select id from staging.returnable_batches) end
  order by l.retired_at desc nulls first, l.id limit 1
) l on true;
update staging.alley_parts p set street_id = s.id, link = 'name'
from staging.link_streets s
where p.street_key is not null and p.street_id is null
  and s.part is null and s.key = p.street_key and s.is_alley = p.is_alley_street;
