-- Which house a correction of an address means: its own row, or the one that took over its object in the map.
-- In:  staging.house_candidates (id, osm_type, osm_id), correction_rules; corrections
-- Out: staging.house_matches (correction_id, row_id, field), staging.unmatched_corrections

create unique index on staging.house_candidates (id);
create index on staging.house_candidates (osm_id, osm_type);
analyze staging.house_candidates;

create table staging.wanted_houses as
select c.id, c.target_id, c.field, c.osm_type, c.osm_id from current_corrections c
cross join staging.correction_rules s
where c.target_kind = 'address' and c.synthetic = s.synthetic and not s.is_other_city;

create table staging.house_matches as
select correction_id, row_id, field from (
  select w.id as correction_id, n.id as row_id, w.field,
    row_number() over (partition by n.id, w.field order by w.id desc) as rank
  from staging.wanted_houses w
  cross join lateral (
    (select h.id from staging.house_candidates h where h.id = w.target_id)
    union all
    (select min(h.id) from staging.house_candidates h
     where h.osm_type = w.osm_type and h.osm_id = w.osm_id
       and not exists (select from staging.house_candidates own where own.id = w.target_id)
     having count(*) = 1)
  ) n
) matches where rank = 1;
create index on staging.house_matches (row_id);

insert into staging.unmatched_corrections
select w.id, 'gone' from staging.wanted_houses w
where (select covers_all_houses from staging.correction_rules)
  and not exists (select from staging.house_matches m where m.correction_id = w.id);
