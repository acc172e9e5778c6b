-- Which roads a correction of a road means, when ways have been split, joined, drawn anew or renumbered since.
-- In:  staging.road_candidates (id, osm_way_id, name, geom, former: where it ran so far, null when new; width_m,
--      max_height_m, max_weight_t: what the map says), correction_rules; corrections, corrected_rows, roads
-- Out: staging.road_matches (correction_id, row_id, field), one correction per row and field;
--      staging.unmatched_corrections, staging.correction_doubts

create index on staging.road_candidates (id);
create index on staging.road_candidates (osm_way_id);
create index on staging.road_candidates using gist (geom);
analyze staging.road_candidates;

-- left_m: what its own way does not run along any more. Roads beside it count there only, so that a road that was
-- always beside it is not taken for it.
create table staging.wanted_roads as
select c.id, c.target_id, c.field, c.value, c.geom, former.name, u.srid, line.geom_m, l.own_m,
  besides(line.geom_m, l.own_m, s.within_m) as left_m,
  case when c.value ->> 'lon' is not null then
    st_closestpoint(line.geom_m, st_transform(read_point(c.value), u.srid)) end as spot_m,
  good_part_m(st_length(line.geom_m), s.least_share, s.overhang_m) as good_part_m
from current_corrections c
cross join staging.correction_rules s
cross join lateral (select metric_srid(c.geom) as srid) u
cross join lateral (select st_transform(c.geom, u.srid) as geom_m) line
left join lateral (
  select r.name from roads r where r.osm_way_id = c.target_id order by r.retired_at desc nulls first limit 1
) former on true
left join lateral (
  select st_transform(n.geom, u.srid) as own_m from staging.road_candidates n
  where n.osm_way_id = c.target_id order by n.id limit 1
) l on true
where c.target_kind = 'road' and c.synthetic = s.synthetic and not s.is_other_city;

-- The way itself, those that carry the correction already, and those that came to run where its way does not any more.
create table staging.possible_roads as
select w.id as correction_id, w.target_id, w.field, w.value, w.spot_m, w.good_part_m, n.id as row_id, n.osm_way_id,
  o.is_own, m.geom_m, n.name is null or w.name is null or n.name = w.name as has_its_name,
  case w.field when 'width_m' then n.width_m when 'max_height_m' then n.max_height_m else n.max_weight_t end as of_map,
  b.share_of_way, share_beside(w.geom_m, m.geom_m, s.within_m) as share_of_corrected,
  is_that_road(false, b.share_of_way, null, st_length(m.geom_m), s.least_share, s.whole_share, s.overhang_m) as is_within,
  case when o.is_own then meters_along(m.geom_m, w.geom_m, s.within_m)
    else meters_along(besides(m.geom_m, w.own_m, s.within_m), w.geom_m, s.within_m)
      - case when o.carries_it then 0
        else coalesce(meters_along(besides(st_transform(n.former, w.srid), w.own_m, s.within_m), w.geom_m, s.within_m), 0) end
  end as along_m
from staging.wanted_roads w
cross join staging.correction_rules s
join staging.road_candidates n on n.osm_way_id = w.target_id or n.geom && st_expand(w.geom, 0.0005)
cross join lateral (
  select n.osm_way_id = w.target_id as is_own,
    exists (select from corrected_rows r where r.correction_id = w.id and r.kind = 'road' and r.row_id = n.id) as carries_it
) o
cross join lateral (select st_transform(n.geom, w.srid) as geom_m) m
cross join lateral (select share_beside(m.geom_m, w.geom_m, s.within_m) as share_of_way) b
where o.is_own or o.carries_it
  or (n.former is distinct from n.geom and st_length(w.left_m) > least(w.good_part_m, s.within_m));

-- A sure match is the road that was measured: it carries what was said, whatever that is. A road of which only a part
-- was measured, or that has another name, carries it only where that allows less than the map does: what is joined to
-- a wide road may be narrow, but who comes through a narrow one has to get through its narrowest place.
create table staging.sorted_roads as
select p.*, case
    when is_own then is_that_road(spot_m is not null, share_of_way, share_of_corrected, st_length(geom_m),
      s.least_share, s.whole_share, s.overhang_m)
    -- A short way across the road lies beside it too, but does not run along it.
    else is_within and has_its_name and along_m >= s.least_share * st_length(geom_m)
  end as is_sure,
  is_part_there(geom_m, along_m, good_part_m, spot_m, s.within_m) as is_good_part
from staging.possible_roads p cross join staging.correction_rules s;

create table staging.road_matches as
select correction_id, row_id, osm_way_id, field, geom_m, is_within from (
  select q.*, bool_or(is_sure) over (partition by row_id, field) as has_sure,
    row_number() over (partition by row_id, field order by strictness(field, value), is_own desc, correction_id desc) as rank
  from (
    -- What was said later of one way replaces what was said before.
    select p.*, row_number() over (partition by row_id, field, target_id order by correction_id desc) as age
    from staging.sorted_roads p where is_sure or is_good_part
  ) q where age = 1
) matches
where rank = 1 and (has_sure or strictness(field, value) < coalesce(of_map, 'infinity'));
create index on staging.road_matches (row_id);
create index on staging.road_matches (correction_id);

insert into staging.unmatched_corrections
select w.id, coalesce(
  (select 'stricter correction:' || m.correction_id from staging.sorted_roads p
   join staging.road_matches m on m.row_id = p.row_id and m.field = p.field
   where p.correction_id = w.id and p.is_sure order by m.correction_id limit 1),
  (select 'lengthened' from staging.possible_roads p cross join staging.correction_rules s
   where p.correction_id = w.id and p.is_own and p.share_of_corrected >= s.least_share),
  (select 'part-of way:' || p.osm_way_id from staging.possible_roads p cross join staging.correction_rules s
   where p.correction_id = w.id and not p.is_own and p.share_of_corrected >= s.least_share
   order by p.share_of_corrected desc, p.osm_way_id limit 1),
  (select 'moved' from staging.possible_roads p where p.correction_id = w.id and p.is_own),
  'gone')
from staging.wanted_roads w
where not exists (select from staging.road_matches m where m.correction_id = w.id);

-- In force, but not on all of the road it was said of: on the rest nothing of that kind is known any more.
insert into staging.correction_doubts
select w.id, concat_ws(' ', 'partly', round(st_length(w.geom_m) * (1 - c.share)), ways.text)
from staging.wanted_roads w
cross join staging.correction_rules s
cross join lateral (
  select st_collect(m.geom_m) as geom_m from (
    select st_transform(n.geom, w.srid) as geom_m from staging.road_candidates n
    where n.geom && st_expand(w.geom, 0.0005)
      and exists (select from staging.road_matches m where m.row_id = n.id and m.field = w.field)
  ) m
) carriers
cross join lateral (
  select case when w.spot_m is null then share_beside(w.geom_m, carriers.geom_m, s.within_m)
    else (coalesce(st_dwithin(w.spot_m, carriers.geom_m, s.within_m), false))::integer end as share
) c
left join lateral (
  select string_agg('way:' || osm_way_id, ' ' order by meters desc, osm_way_id) as text from (
    select n.osm_way_id, meters_along(st_transform(n.geom, w.srid),
      w.geom_m, s.within_m) as meters
    from staging.road_candidates n
    where n.geom && st_expand(w.geom, 0.0005)
      and not exists (select from staging.road_matches m where m.row_id = n.id and m.field = w.field)
  ) beside where meters >= w.good_part_m
) ways on true
where exists (select from staging.road_matches m where m.correction_id = w.id)
  and not is_about_all(c.share, st_length(w.geom_m), s.whole_share, s.overhang_m);

-- In force on more than it was said of.
insert into staging.correction_doubts
select m.correction_id, 'spread ' || string_agg('way:' || m.osm_way_id, ' ' order by m.osm_way_id)
from staging.road_matches m join staging.wanted_roads w on w.id = m.correction_id
where not m.is_within and w.spot_m is null
  and m.correction_id not in (select correction_id from staging.correction_doubts)
group by m.correction_id;
