-- Which rows of a survey do not hold, and whose word does.
-- In:  staging.limits, limit_winners, limit_parts; corrections
-- Out: staging.row_doubts (line, reason)

create function staging.field_word(field text) returns text language sql immutable as $$
  select regexp_replace(field, '^obstacle:([^@ ]+).*', '\1')
$$;

insert into staging.row_doubts
select distinct l.line, format('%s: withdrawn by %s on %s; give another figure or day of survey for it to hold',
  staging.field_word(l.field), c.withdrawn_by, c.state_since::date)
from staging.limits l join corrections c on c.id = l.withdrawn_id
where l.stays = 'withdrawn';

-- What took the place of a correction, step by step, or itself where nothing did.
create function staging.holder_of(correction_id bigint) returns bigint language sql stable as $$
  with recursive chain as (
    select id, superseded_by, 0 as step from corrections where id = correction_id
    union all
    select c.id, c.superseded_by, step + 1 from chain n join corrections c on c.id = n.superseded_by
  ) select id from chain order by step desc limit 1
$$;

-- By the word of an earlier survey, of somebody who entered it, or of a narrower part of the road; by the tags of the map
-- (of_map), whoever's word the road carries (held_id, null: theirs).
create table staging.outdone_limits as
select l.line, l.way_id, l.field, l.provenance, l.rank, staging.holder_of(l.known_id) as held_id, false as is_part,
  null as of_map
from staging.limits l join corrections k on k.id = l.known_id
where l.stays = 'outdone' or l.stays = 'known' and k.state = 'superseded'
union all
select l.line, l.way_id, l.field, l.provenance, l.rank, w.rival_id, false, null
from staging.limits l join staging.limit_winners w on w.own_id = l.id where l.line is not null and not w.is_best
union all
select l.line, l.way_id, l.field, l.provenance, l.rank, p.held_id, true, null
from staging.limits l join staging.limit_parts p on p.correction_id = l.id where p.stays
union all
select l.line, l.way_id, l.field, l.provenance, l.rank, h.correction_id, false, l.of_map
from staging.limits l
left join lateral (
  select r.correction_id from corrected_rows r
  where r.kind = 'road' and r.row_id = l.road_id and r.field = l.field order by r.id limit 1
) h on true
where l.stays = 'tagged';

insert into staging.row_doubts
select line, format('%s of way %s stays %s (OpenStreetMap): the tags of the map are better known than %s',
  field, string_agg(way_id::text, ', ' order by way_id), of_map, provenance)
from staging.outdone_limits where held_id is null and of_map is not null
group by line, field, of_map, provenance;

insert into staging.row_doubts
select o.line, format('%s of way %s %s %s(%s, %s, correction %s): %s', staging.field_word(o.field),
  string_agg(o.way_id::text, ', ' order by o.way_id), case c.state when 'unmatched' then 'was' else 'stays' end,
  case when o.field like 'obstacle:%' then '' else coalesce(c.value #>> '{}', 'without limit') || ' ' end,
  c.author, coalesce(c.observed_on, c.entered_at::date), string_agg(c.id::text, ', ' order by c.id), h.why)
from staging.outdone_limits o
join corrections c on c.id = o.held_id
cross join lateral (
  select rank_word(c.provenance, coalesce(c.observed_on, case when c.source <> 'register' then c.entered_at::date end)) as rank
) r
cross join lateral (
  select case when o.is_part then 'a part of the road that allows less'
    when c.provenance is null then 'as somebody saw it there'
    when r.rank[1] < o.rank[1] then c.provenance || ' is better known than ' || o.provenance
    when r.rank[1] = o.rank[1] and r.rank[2] < o.rank[2] then 'seen later'
    when o.of_map is not null then format('the tags of the map, %s, are better known than %s', o.of_map, o.provenance)
    else 'entered since' end as why
) h
group by o.line, o.field, c.value, c.author, c.state, coalesce(c.observed_on, c.entered_at::date), h.why;
