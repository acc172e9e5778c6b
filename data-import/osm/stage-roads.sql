-- Roads in metres, with node ids that run along the line, and the nodes where roads meet.
-- In:  staging.roads (osm2pgsql), staging.settings (srid)
-- Out: staging.roads + geom_m, staging.way_nodes (osm_id, node_id, idx), staging.joints (same, shared nodes only)

alter table staging.roads add column geom_m geometry;
update staging.roads set geom_m = st_transform(geom, (select srid from staging.settings));
create unique index on staging.roads (osm_id);
create index on staging.roads using gist (geom_m);
analyze staging.roads;

create table staging.way_nodes as
select r.osm_id, u.node_id, u.idx::integer
from staging.roads r, unnest(r.node_ids) with ordinality as u(node_id, idx)
where cardinality(r.node_ids) = st_npoints(r.geom);

-- A way loses points whose node is missing from the file or lies exactly on the one before. What is left takes
-- the id of a node known from another way at the same spot; else a negative one, unique and never in OSM.
create table staging.uneven_ways as
select osm_id, node_ids, geom from staging.roads where cardinality(node_ids) <> st_npoints(geom);

create table staging.known_nodes as
select distinct on (w.node_id) w.node_id, st_pointn(r.geom, w.idx) as geom
from staging.way_nodes w join staging.roads r using (osm_id)
where w.node_id in (select unnest(node_ids) from staging.uneven_ways)
order by w.node_id;

create table staging.evened_ways as
select u.osm_id, p.idx, coalesce(
  (select k.node_id from staging.known_nodes k
   where k.node_id = any (u.node_ids) and k.geom = st_pointn(u.geom, p.idx) order by 1 limit 1),
  -(u.osm_id * 2048 + p.idx)) as node_id
from staging.uneven_ways u, lateral generate_series(1, st_npoints(u.geom)) as p(idx);

update staging.roads r set node_ids = e.node_ids
from (select osm_id, array_agg(node_id order by idx) as node_ids from staging.evened_ways group by osm_id) e
where e.osm_id = r.osm_id;
insert into staging.way_nodes (osm_id, node_id, idx) select osm_id, node_id, idx from staging.evened_ways;

create index on staging.way_nodes (node_id);

create table staging.joints as
select w.* from staging.way_nodes w
join (select node_id from staging.way_nodes group by node_id having count(*) > 1) shared using (node_id);
create index on staging.joints (osm_id);
create index on staging.joints (node_id);
analyze staging.joints;
