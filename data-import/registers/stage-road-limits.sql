-- What a survey says of widths and limits, as corrections: beside those that people entered one by one. Of two that
-- speak of one road the better known holds (measured before tagged before derived before assumed), then the later day.
-- In:  staging.rows, limit_roads, whole_register (yes); corrections, corrected_rows, roads
-- Out: staging.new_corrections, new_corrected_rows, limited_roads; limits, limit_winners, limit_parts for
--      outdone-road-limits.sql

-- What waits for its way to run again as it did, in the list or behind another, outdoes nothing that is said of the way
-- as it runs now. Null: it speaks of that.
create function staging.why_not_there(correction_id bigint) returns text language sql stable as $$
  select case when c.state <> 'applied' then (find_live_row(c)).reason end from corrections c where c.id = correction_id
$$;

-- What the register said of roads so far.
create view staging.register_words as
select c.*, rank_word(c.provenance, c.observed_on) as rank from corrections c
where c.source = 'register' and c.copied_from is null and c.target_kind = 'road' and c.retired_at is null;

-- Every way and field that the file speaks of, or that an earlier file spoke of and the whole register lacks now.
create table staging.limits as
with said as (
  select r.line, l.road_id, v.field, v.value, r.provenance, r.surveyed_on, r.note, coalesce(r.source, 'road-limits') as author,
    rank_word(r.provenance, r.surveyed_on) as rank
  from staging.limit_roads l
  join staging.rows r using (line)
  cross join lateral (values
    ('width_m', to_jsonb(r.width_m)), ('max_height_m', to_jsonb(r.height_m)), ('max_weight_t', to_jsonb(r.weight_t)),
    (staging.obstacle_field(r), staging.obstacle_value(r))
  ) v (field, value)
  where v.value is not null
), known as (
  select distinct on (target_id, field) * from staging.register_words
  where state <> 'withdrawn' order by target_id, field, id desc
), former as (
  select distinct on (target_id, field, value, provenance, observed_on) * from staging.register_words
  where state <> 'applied' order by target_id, field, value, provenance, observed_on, state <> 'withdrawn', id desc
), paired as (
  select coalesce(o.osm_way_id, k.target_id) as way_id, o.id as road_id, coalesce(s.field, k.field) as field,
    s.line, s.value, s.provenance, s.surveyed_on, s.note, s.author, s.rank, map.says ->> s.field as of_map,
    k.id as known_id, case when f.state = 'withdrawn' then f.id end as withdrawn_id,
    f.state <> 'withdrawn' and staging.why_not_there(f.id) is not null as is_of_former_road,
    (k.value, k.provenance, k.observed_on) is not distinct from (s.value, s.provenance, s.surveyed_on) as is_same_survey,
    (k.note, k.author) is not distinct from (s.note, s.author) as is_told_alike,
    coalesce(k.rank < s.rank and staging.why_not_there(k.id) is null, false) as is_known_better,
    -- What is only estimated opens no way that the tags of the map keep shut.
    coalesce(s.provenance in ('derived', 'assumed') and map.says ->> s.field is not null
      and coalesce(map.says ->> 'width_provenance', 'tagged') = 'tagged'
      and strictness(s.field, s.value) >= strictness(s.field, map.says -> s.field), false) as is_wider_than_tags
  from (said s join roads o on o.id = s.road_id)
  full join known k on k.target_id = o.osm_way_id and k.field = s.field
  left join former f on f.target_id = o.osm_way_id and f.field = s.field
    and (f.value, f.provenance, f.observed_on) is not distinct from (s.value, s.provenance, s.surveyed_on)
  left join lateral (
    select coalesce(
      (select r.imported from corrected_rows r where r.kind = 'road' and r.row_id = o.id and r.field = s.field order by r.id limit 1),
      correctable_values('road', o.id, s.field)) as says
  ) map on true
  where s.field is not null or (select yes from staging.whole_register)
)
-- What somebody withdrew stays so until the register says something else, or saw the same again on another day. What
-- says the same as before was judged by the road as it ran then, and by every map since (match-roads.sql); and whoever
-- entered something else since did so in sight of it. Of another survey there is a correction of its own.
select p.*,
  case when line is null then null
    when withdrawn_id is not null and not is_same_survey then 'withdrawn'
    when is_same_survey and is_told_alike then 'known'
    when is_same_survey then null
    when is_of_former_road then 'known'
    when is_known_better then 'outdone'
    when is_wider_than_tags then 'tagged' end as stays,
  case when is_same_survey or line is null then known_id else nextval(pg_get_serial_sequence('corrections', 'id')) end as id
from paired p;
create index on staging.limits (way_id, field);
analyze staging.limits;

create view staging.new_limits as select * from staging.limits where stays is null;

create table staging.limit_rivals as
select distinct on (l.way_id, l.field) l.way_id, l.field, c.id, c.value, c.provenance, staging.why_not_there(c.id) as why_not_there,
  rank_word(c.provenance, coalesce(c.observed_on, c.entered_at::date)) as rank
from staging.new_limits l
join corrections c on c.target_kind = 'road' and c.target_id = l.way_id and c.field = l.field
where (c.source <> 'register' or c.copied_from is not null) and c.retired_at is null and c.state in ('applied', 'unmatched', 'superseded')
order by l.way_id, l.field, c.state = 'superseded', c.id desc;

create table staging.limit_winners as
select l.way_id, l.field, case when l.is_best then l.id else o.id end as correction_id,
  case when l.is_best then l.value else o.value end as value,
  case when l.is_best then l.provenance else o.provenance end as provenance,
  case when l.is_best then l.rank else o.rank end as rank, l.id as own_id, l.known_id, l.rival_id, l.why_not_there, l.is_best
from (
  select l.*, r.id as rival_id, r.why_not_there,
    l.value is not null and (r.id is null or r.why_not_there is not null or l.rank <= r.rank) as is_best
  from staging.new_limits l
  left join staging.limit_rivals r using (way_id, field)
) l
left join staging.limit_rivals o on o.id = l.rival_id and o.way_id = l.way_id and o.field = l.field and o.why_not_there is null;
create index on staging.limit_winners (way_id, field);
analyze staging.limit_winners;

-- The road itself, and parts of it that carry the correction since it was split; and longer roads that carry it since
-- they were joined with a part, which is_within tells apart.
create table staging.limit_carriers as
select w.way_id, w.field, o.id as road_id, bool_or(o.osm_way_id = w.way_id or w.field like 'obstacle:%' or coalesce(
  is_about_all(m.share, m.length_m, current_parameter('same_road_whole'), current_parameter('same_road_overhang')), false)) as is_within
from staging.limit_winners w
join roads o on o.retired_at is null and (o.osm_way_id = w.way_id
  or exists (select from corrected_rows r where r.correction_id in (w.own_id, w.known_id, w.rival_id) and r.kind = 'road' and r.row_id = o.id))
left join corrections c on c.id in (w.own_id, w.known_id, w.rival_id)
left join lateral (
  select share_beside(st_transform(o.geom, u.srid), st_transform(c.geom, u.srid), current_parameter('same_road_within')) as share,
    st_length(st_transform(o.geom, u.srid)) as length_m
  from (select metric_srid(c.geom) as srid) u where o.osm_way_id <> w.way_id
) m on true
group by w.way_id, w.field, o.id;

-- What a road carries of what was said of another way, which the file says nothing new of. It stays where it allows no
-- more and is known as well or better: the narrowest place of a road may be that part of it. Else it waits.
create table staging.limit_parts as
select k.road_id, o.osm_way_id, k.field, w.correction_id, c.id as held_id, w.correction_id is null
  or strictness(k.field, c.value) <= strictness(k.field, w.value)
    and rank_word(c.provenance, coalesce(c.observed_on, c.entered_at::date)) <= w.rank as stays
from staging.limit_carriers k
join staging.limit_winners w using (way_id, field)
join roads o on o.id = k.road_id and o.osm_way_id = k.way_id
join corrected_rows r on r.kind = 'road' and r.row_id = k.road_id and r.field = k.field
join corrections c on c.id = r.correction_id and c.target_id <> k.way_id
where not exists (select from staging.limit_winners n where c.id in (n.own_id, n.known_id) or c.id = n.rival_id and n.is_best);

insert into staging.unmatched_corrections
select correction_id, 'stricter correction:' || held_id from staging.limit_parts where stays and correction_id is not null
union all
select held_id, 'part-of way:' || osm_way_id from staging.limit_parts where not stays;

-- Of two that speak of one road the one that names it holds, unless that says nothing any more.
create table staging.limit_holds as
select distinct on (road_id, field) * from (
select k.road_id, k.way_id, k.field, o.osm_way_id = k.way_id as is_own, h.id as held_id,
  case when k.is_within or strictness(k.field, w.value) < strictness(k.field, known.imported -> k.field) then w.correction_id
    end as correction_id,
  w.value, w.provenance, known.imported
from staging.limit_carriers k
join roads o on o.id = k.road_id
join staging.limit_winners w using (way_id, field)
left join lateral (
  select r.id, r.imported from corrected_rows r
  where r.kind = 'road' and r.row_id = k.road_id and r.field = k.field order by r.id limit 1
) h on true
cross join lateral (
  select coalesce(h.imported, correctable_values('road', k.road_id, k.field)) as imported
) known
where not exists (
  select from staging.limit_parts p where p.road_id = k.road_id and p.field = k.field and p.stays)
) said
order by road_id, field, correction_id is null, is_own desc, way_id;

create table staging.new_corrected_rows as
select coalesce(held_id, nextval(pg_get_serial_sequence('corrected_rows', 'id'))) as id, correction_id, 'road'::text as kind,
  road_id as row_id, field, imported
from staging.limit_holds where correction_id is not null;

create table staging.new_corrections as
select l.id, 'road'::text as target_kind, l.way_id as target_id, coalesce(al.label, o.name, o.class || ' ' || l.way_id) as label,
  'w'::text as osm_type, l.way_id as osm_id, o.geom,
  coalesce((select b.synthetic from import_batches b where b.id = o.batch_id), (select synthetic from cities), false) as synthetic,
  l.field, l.value, l.provenance, coalesce(h.imported, '{}') as imported, l.author, l.surveyed_on as observed_on, l.note,
  'register'::text as source, case when w.is_best then 'applied' else 'superseded' end as state,
  case when w.is_best then null else w.rival_id end as superseded_by, null::text as reason,
  coalesce(k.state_since, now()) as state_since
from staging.new_limits l
join staging.limit_winners w using (way_id, field)
left join corrections k on k.id = l.id and k.state = case when w.is_best then 'applied' else 'superseded' end
join roads o on o.id = l.road_id
left join alleys al on al.id = o.alley_id
left join staging.limit_holds h on h.road_id = l.road_id and h.field = l.field
where l.value is not null
union all
-- What people entered gives way, or holds or waits again; what the register said before gives way to what it says now.
select c.id, c.target_kind, c.target_id, c.label, c.osm_type, c.osm_id, c.geom, c.synthetic, c.field, c.value, c.provenance,
  c.imported, c.author, c.observed_on, c.note, c.source, n.state,
  n.newer_id, case when n.newer_id is null then coalesce(n.why_not_there, c.reason) end,
  case when c.state = n.state then c.state_since else now() end
from (
  select rival_id as id, case when is_best then own_id end as newer_id, why_not_there,
    case when is_best then 'superseded' when why_not_there is null then 'applied' else 'unmatched' end as state
  from staging.limit_winners
  union all
  select known_id, own_id, null, 'superseded' from staging.limit_winners where known_id <> own_id
) n
join corrections c using (id)
-- Behind another one it stays there, and comes back with a withdrawal of that one only.
where (c.state, n.state) <> ('superseded', 'superseded')
  and (c.state <> 'unmatched' or c.source = 'register' and c.copied_from is null);

-- Entered by a person who entered something newer since: that stays as it is.
create table staging.limited_roads as
select o.id,
  coalesce(width.width_m, o.width_m) as width_m, coalesce(width.provenance, o.width_provenance) as width_provenance,
  case when height.road_id is null then o.max_height_m else height.value end as max_height_m,
  case when weight.road_id is null then o.max_weight_t else weight.value end as max_weight_t
from roads o
left join lateral (
  select case when h.correction_id is null then (h.imported ->> 'width_m')::real else (h.value #>> '{}')::real end as width_m,
    case when h.correction_id is null then h.imported ->> 'width_provenance' else h.provenance end as provenance
  from staging.limit_holds h where h.road_id = o.id and h.field = 'width_m' order by h.correction_id desc nulls last limit 1
) width on true
left join lateral (
  select h.road_id, case when h.correction_id is null then (h.imported ->> 'max_height_m')::real else (h.value #>> '{}')::real end as value
  from staging.limit_holds h where h.road_id = o.id and h.field = 'max_height_m' order by h.correction_id desc nulls last limit 1
) height on true
left join lateral (
  select h.road_id, case when h.correction_id is null then (h.imported ->> 'max_weight_t')::real else (h.value #>> '{}')::real end as value
  from staging.limit_holds h where h.road_id = o.id and h.field = 'max_weight_t' order by h.correction_id desc nulls last limit 1
) weight on true
where o.id in (select road_id from staging.limit_holds);
