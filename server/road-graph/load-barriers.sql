-- Every live barrier with what it does, by the code list valid today.
-- returns one row per barrier
select
  b.osm_node_id,
  b.kind,
  coalesce(k.family, o.family) as family,
  coalesce(k.motor, o.motor) as motor,
  coalesce(k.footways, o.footways) as footways,
  coalesce(k.foot, o.foot) as foot,
  coalesce(k.delay_s, o.delay_s) as delay_s,
  coalesce(k.foot_delay_s, o.foot_delay_s) as foot_delay_s,
  coalesce(k.hose_delay_s, o.hose_delay_s) as hose_delay_s
from barriers b
left join barrier_kinds k
  on k.kind = b.kind and k.valid_from <= current_date
  and (k.valid_to is null or k.valid_to > current_date)
left join barrier_kinds o
  on o.kind = 'other' and o.valid_from <= current_date
  and (o.valid_to is null or o.valid_to > current_date)
where b.retired_at is null
