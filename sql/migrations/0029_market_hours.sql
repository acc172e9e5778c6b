-- A street may have a market in the morning and one in the evening. As both were the same obstacle, whoever added one took
-- the other away: the hours belong to what it is. What was replaced so far stays replaced, as nobody knows what was meant.

create function pg_temp.with_hours(field text, value jsonb) returns text language sql immutable as $$
  select case when field like 'obstacle:%' and field not like '%@%' and field not like '% %' and value ? 'from'
    then format('%s %s-%s', field, value ->> 'from', value ->> 'to') else field end
$$;

update corrected_rows w set field = pg_temp.with_hours(w.field, c.value)
from corrections c where c.id = w.correction_id and w.field <> pg_temp.with_hours(w.field, c.value);
update corrections set field = pg_temp.with_hours(field, value) where field <> pg_temp.with_hours(field, value);

-- An undo would bring the old form back.
update history.before_images h set image = jsonb_set(h.image, '{field}', to_jsonb(pg_temp.with_hours(h.image ->> 'field', c.value)))
from corrections c
where h.table_name = 'corrected_rows' and c.id = (h.image ->> 'correction_id')::bigint
  and h.image ->> 'field' <> pg_temp.with_hours(h.image ->> 'field', c.value);
update history.before_images set image = jsonb_set(image, '{field}', to_jsonb(pg_temp.with_hours(image ->> 'field', image -> 'value')))
where table_name = 'corrections' and image ->> 'field' <> pg_temp.with_hours(image ->> 'field', image -> 'value');

drop function pg_temp.with_hours(text, jsonb);
comment on column corrections.field is 'What it is about. obstacle:<kind> for one that fills the way, with <from>-<to> behind it where it does so in some hours only, obstacle:<kind>@<lon>,<lat> for one at a point: the same kind in the same hours, or at the same point, is said once';
