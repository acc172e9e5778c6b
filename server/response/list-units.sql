-- Every unit with its station, whether it may be sent or not, and where it is to be taken to start.
-- Its status is the newest of what was reported and what the register came to say. It starts at its last known position,
-- unless that is at its station, or it was said later to stand there.
-- returns one row per unit; start_id is its station's, or less than 0 for a place of its own. Of a station that went from
-- the register nobody knows whether it stands there still: only a place of its own is where it starts
with limits as (
  select
    max(value::float8) filter (where parameter = 'position_stale_after') as stale_after,
    max(value::float8) filter (where parameter = 'position_accuracy_doubtful') as doubtful,
    max(value::float8) filter (where parameter = 'at_station_within') as at_station
  from parameters
  where parameter in ('position_stale_after', 'position_accuracy_doubtful', 'at_station_within')
    and valid_from <= current_date and (valid_to is null or valid_to > current_date)
), placed as (
  select
    u.id, u.call_sign, u.vehicle_class, s.id as station_id, s.name as station_name, s.geom as station,
    case when r.at > coalesce(u.status_since, '-infinity') then r.status else u.status end as status,
    p.geom as position,
    p.accuracy_m as accuracy,
    limits.doubtful,
    greatest(0, extract(epoch from now() - p.at))::float8 as age,
    s.retired_at is not null as station_is_gone,
    coalesce(
      p.at > coalesce(r.at_station_at, '-infinity')
        and (s.retired_at is not null
          or st_distance(p.geom::geography, s.geom::geography) > limits.at_station),
      false
    ) as is_roving,
    limits.stale_after
  from units u
  join stations s on s.id = u.station_id
  cross join limits
  left join unit_statuses r on r.unit_id = u.id
  left join unit_positions p on p.unit_id = u.id
  where u.retired_at is null
)
select
  'unit:' || id as unit_id,
  call_sign,
  vehicle_class,
  status,
  station_id,
  station_name,
  station_is_gone,
  st_x(station) as lon,
  st_y(station) as lat,
  case when is_roving then -id else station_id end as start_id,
  st_x(position) as position_lon,
  st_y(position) as position_lat,
  age as position_age,
  age > stale_after as position_is_stale,
  case when accuracy > doubtful then accuracy::float8 end as position_doubtful_m
from placed
order by id
