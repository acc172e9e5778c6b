-- Kinds of obstacles that people may report, as valid today.
-- returns one row per kind
select kind, place, motor, footways, foot, delay_s, limits, has_hours
from obstacle_kinds
where valid_from <= current_date and (valid_to is null or valid_to > current_date)
order by place, kind
