-- Alleys of one number on one street become one row each, below their parent, with the id they have in `alleys`.
-- In:  staging.alley_parts, alley_roads, link_streets
-- Out: staging.link_alleys (id, street_id, parent_id, type, level, number, path, path_key, label, link, geom, geom_m),
--      staging.alley_of_road (osm_id, alley_id, level)

create table staging.final_clusters as
select ar.osm_id, p.part, p.street_id, array_to_string(p.path, '/') as path_key,
  case when p.path = '{}' or p.street_id is null then p.part end as alone,
  st_clusterdbscan(r.geom_m, staging.parameter('alley_cluster_gap'), 1) over (
    partition by p.street_id, p.path, case when p.path = '{}' or p.street_id is null then p.part end) as cluster
from staging.alley_roads ar join staging.alley_parts p using (part) join staging.roads r using (osm_id);

create table staging.alley_groups as
select row_number() over (order by c.street_id, c.path_key, c.alone, c.cluster) as grp,
  c.street_id, c.path_key, array_agg(c.osm_id order by c.osm_id) as osm_ids,
  mode() within group (order by p.type) as type, min(p.path) as path,
  greatest(mode() within group (order by p.level), cardinality(min(p.path)))::smallint as level, min(p.link) as link,
  st_multi(st_collect(r.geom order by c.osm_id)) as geom, st_collect(r.geom_m order by c.osm_id) as geom_m
from staging.final_clusters c
join staging.alley_parts p using (part)
join staging.roads r on r.osm_id = c.osm_id
group by c.street_id, c.path_key, c.alone, c.cluster;

create table staging.link_alleys as
with candidates as (
  select g.grp, l.id, l.retired_at, coalesce(st_distance(st_transform(l.geom, s.srid), g.geom_m), 0) as meters
  from staging.alley_groups g cross join staging.settings s
  join alleys l on l.street_id is not distinct from g.street_id and l.path_key = g.path_key
  where case when l.retired_at is null then not s.replace else l.batch_id in (select id from staging.returnable_batches) end
), ranked as (
  select *, row_number() over (partition by grp order by retired_at desc nulls first, meters, id) as of_group,
    row_number() over (partition by id order by meters, grp) as of_row
  from candidates where meters <= staging.parameter('alley_cluster_gap')
)
select g.grp, coalesce(r.id, nextval(pg_get_serial_sequence('alleys', 'id'))) as id, g.street_id,
  null::bigint as parent_id, g.type, least(g.level, 9)::smallint as level, g.path[cardinality(g.path)] as number,
  g.path, g.path_key, g.link, ''::text as label, g.geom, g.geom_m
from staging.alley_groups g
left join ranked r on r.grp = g.grp and r.of_group = 1 and r.of_row = 1
order by g.grp;

create table staging.alley_of_road as
select unnest(g.osm_ids) as osm_id, a.id as alley_id, a.level
from staging.alley_groups g join staging.link_alleys a using (grp);
create unique index on staging.alley_of_road (osm_id);
create index on staging.link_alleys (street_id, path_key);
analyze staging.link_alleys;

update staging.link_alleys a set parent_id = parent.id
from (
  select distinct on (child.id) child.id as child, up.id from staging.link_alleys child
  join staging.link_alleys up on up.street_id = child.street_id
    and up.path = child.path[1:cardinality(child.path) - 1] and up.path <> '{}'
  order by child.id, st_distance(up.geom_m, child.geom_m), up.id
) parent
where parent.child = a.id;

update staging.link_alleys a set label = staging.alley_label(a.type, a.path_key, a.street_id);
