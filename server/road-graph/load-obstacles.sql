-- Obstacles that people entered, with the live roads that carry them and what they do, by the code list valid today.
-- returns one row per obstacle; lon, lat null: it fills its ways. Minutes after midnight, in the city's own time
select
  c.id,
  json_agg(w.row_id order by w.row_id) as road_ids,
  k.kind,
  k.family,
  (c.value ->> 'lon')::float8 as lon,
  (c.value ->> 'lat')::float8 as lat,
  (c.value ->> 'clearMeters')::float8 as clear_m,
  coalesce(c.provenance, 'assumed') as provenance,
  (extract(epoch from (c.value ->> 'from')::time) / 60)::integer as from_minute,
  (extract(epoch from (c.value ->> 'to')::time) / 60)::integer as to_minute,
  k.motor,
  k.footways,
  k.foot,
  k.delay_s,
  k.foot_delay_s,
  k.hose_delay_s,
  k.limits
from corrections c
join corrected_rows w on w.correction_id = c.id and w.kind = 'road'
join obstacle_kinds k on k.kind = c.value ->> 'kind'
  and k.valid_from <= current_date and (k.valid_to is null or k.valid_to > current_date)
where c.state = 'applied' and c.retired_at is null and c.field like 'obstacle:%'
group by c.id, k.kind, k.family, k.motor, k.footways, k.foot, k.delay_s, k.foot_delay_s, k.hose_delay_s, k.limits
order by c.id
