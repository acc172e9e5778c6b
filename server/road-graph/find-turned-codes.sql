-- Whether a row of a code list has become valid, or has run out, after a day and until today: no row changes by that.
-- $1 day date
-- returns one row
with dated as (
  select valid_from, valid_to from parameters
  union all select valid_from, valid_to from vehicle_classes
  union all select valid_from, valid_to from building_uses
  union all select valid_from, valid_to from water_needs
  union all select valid_from, valid_to from run_cards
  union all select valid_from, valid_to from assumed_widths
  union all select valid_from, valid_to from barrier_kinds
  union all select valid_from, valid_to from obstacle_kinds
)
select exists (
  select from dated d cross join unnest(array[d.valid_from, d.valid_to]) as turn (day)
  where turn.day > $1::date and turn.day <= current_date
) as has_turned
