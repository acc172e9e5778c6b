-- Streets: roads of one name that lie together, and for each the row it keeps in `streets`.
-- In:  staging.roads, staging.names (kind 'street': street_key, is_alley_street …)
-- Out: staging.street_roads (osm_id, part), staging.link_streets (part, id, key, is_alley, type, name, geom, geom_m)

create table staging.street_clusters as
select r.osm_id, n.street_key as key, n.is_alley_street as is_alley, n.street_type, n.street_name,
  st_clusterdbscan(r.geom_m, staging.parameter('street_cluster_gap'), 1)
    over (partition by n.street_key, n.is_alley_street) as cluster
from staging.roads r join staging.names n on n.text = r.name
where n.kind = 'street';

create table staging.street_parts as
select row_number() over (order by c.key, c.is_alley, c.cluster) as part,
  c.key, c.is_alley, c.cluster,
  mode() within group (order by c.street_type) as type,
  mode() within group (order by c.street_name) as name,
  st_multi(st_collect(r.geom order by r.osm_id)) as geom,
  st_collect(r.geom_m order by r.osm_id) as geom_m
from staging.street_clusters c join staging.roads r using (osm_id)
group by c.key, c.is_alley, c.cluster;

create table staging.street_roads as
select c.osm_id, p.part from staging.street_clusters c
join staging.street_parts p using (key, is_alley, cluster);
create unique index on staging.street_roads (osm_id);

create table staging.link_streets as
with candidates as (
  select p.part, l.id, l.retired_at, coalesce(st_distance(st_transform(l.geom, s.srid), p.geom_m), 0) as meters
  from staging.street_parts p
  cross join staging.settings s
  join streets l on l.name_key = p.key and staging.is_alley_type(l.type) = p.is_alley
  -- A street that was gone for a while gets its old row back, unless a live one of its name lies there.
  where case when l.retired_at is null then not s.replace else l.batch_id in (select id from staging.returnable_batches) end
), ranked as (
  select *, row_number() over (partition by part order by retired_at desc nulls first, meters, id) as of_part,
    row_number() over (partition by id order by meters, part) as of_row
  from candidates where meters <= staging.parameter('street_cluster_gap')
)
select p.part, coalesce(r.id, nextval(pg_get_serial_sequence('streets', 'id'))) as id,
  p.key, p.is_alley, p.type, p.name, p.geom, p.geom_m
from staging.street_parts p
left join ranked r on r.part = p.part and r.of_part = 1 and r.of_row = 1
order by p.part;
create index on staging.link_streets (key);
-- The label of each alley looks its street up.
create unique index on staging.link_streets (id);
analyze staging.link_streets;
