-- Which roads a correction of a road means, when ways have been split, drawn anew or renumbered since.
-- In:  staging.road_candidates (id, osm_way_id, name, geom, is_new), correction_rules; corrections, corrected_rows, roads
-- Out: staging.road_matches (correction_id, row_id, field), staging.unmatched_corrections; one correction per row and field

create index on staging.road_candidates (osm_way_id);
create index on staging.road_candidates using gist (geom);
analyze staging.road_candidates;

create table staging.wanted_roads as
select c.id, c.target_id, c.field, c.geom, coalesce(c.state_since, c.entered_at) as since, former.name, u.srid,
  c.value ->> 'lon' is not null as is_at_point,
  st_transform(c.geom, u.srid) as geom_m
from current_corrections c
cross join staging.correction_rules s
cross join lateral (select metric_srid(c.geom) as srid) u
left join lateral (
  select r.name from roads r where r.osm_way_id = c.target_id order by r.retired_at desc nulls first limit 1
) former on true
where c.target_kind = 'road' and c.synthetic = s.synthetic and not s.is_other_city;

-- The way itself, as long as most of what it is now runs there; and ways that the map did not have before (or that
-- carry the correction already) and that run along it under the same name.
create table staging.possible_roads as
select w.id as correction_id, w.field, w.is_at_point, n.id as row_id, n.osm_way_id, n.osm_way_id = w.target_id as is_own,
  share_beside(m.geom_m, w.geom_m, s.within_m) as share_of_way,
  share_beside(w.geom_m, m.geom_m, s.within_m) as share_of_corrected,
  abs(st_linelocatepoint(w.geom_m, st_endpoint(m.geom_m)) - st_linelocatepoint(w.geom_m, st_startpoint(m.geom_m)))
    * st_length(w.geom_m) / nullif(st_length(m.geom_m), 0) as along
from staging.wanted_roads w
cross join staging.correction_rules s
join staging.road_candidates n on n.osm_way_id = w.target_id
  or (n.geom && st_expand(w.geom, 0.0005) and n.name is not distinct from w.name
    and (n.is_new or exists (select from corrected_rows r where r.correction_id = w.id and r.kind = 'road' and r.row_id = n.id)))
cross join lateral (select st_transform(n.geom, w.srid) as geom_m) m;

create table staging.road_matches as
select correction_id, row_id, field from (
  select p.*, row_number() over (partition by row_id, p.field order by is_own desc, correction_id desc) as rank
  from staging.possible_roads p cross join staging.correction_rules s
  where case
    -- A bollard stands where it stands, however far its way goes on.
    when is_own and is_at_point then greatest(share_of_way, share_of_corrected) >= s.least_share
    -- What was measured on a part says nothing of the rest that was joined to it.
    when is_own then share_of_way >= s.least_share
    -- A short way across the road lies beside it too, but does not run along it.
    else share_of_way >= s.least_share and along >= s.least_share end
) matches where rank = 1;
create index on staging.road_matches (row_id);

insert into staging.unmatched_corrections
select w.id, coalesce(
  (select 'lengthened' from staging.possible_roads p cross join staging.correction_rules s
   where p.correction_id = w.id and p.is_own and p.share_of_corrected >= s.least_share and p.share_of_way < s.least_share),
  (select 'part-of way:' || p.osm_way_id from staging.possible_roads p cross join staging.correction_rules s
   where p.correction_id = w.id and not p.is_own and p.share_of_corrected >= s.least_share
   order by p.share_of_corrected desc, p.osm_way_id limit 1),
  (select 'moved' from staging.possible_roads p where p.correction_id = w.id and p.is_own),
  'gone')
from staging.wanted_roads w
where not exists (select from staging.road_matches m where m.correction_id = w.id);
