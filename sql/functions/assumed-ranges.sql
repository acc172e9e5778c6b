-- How wide a road of a class may be at most where nobody has said it, as valid today: of an alley no more than of its
-- level. Levels deeper than the last one in the list count as that one.
create or replace view assumed_ranges as
with valid as (
  select distinct on (road_class, alley_level) road_class, alley_level, high_m
  from assumed_widths
  where valid_from <= current_date and (valid_to is null or valid_to > current_date)
  order by road_class, alley_level, valid_from desc
)
select own.road_class as class, level.n::smallint as alley_level,
  least(own.high_m, (
    select a.high_m from valid a where a.road_class = 'alley' and a.alley_level between 1 and level.n
    order by a.alley_level desc limit 1)) as high_m
from valid own
cross join generate_series(0, (select max(alley_level) from valid)) as level (n)
where own.alley_level = 0;
comment on view assumed_ranges is 'The high end of assumed widths by class and level of alley, metres';
