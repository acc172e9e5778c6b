-- Which rows will carry which correction, as rows of `corrected_rows`.
-- In:  staging.held_values; corrected_rows
-- Out: staging.new_corrected_rows

create table staging.new_corrected_rows as
select coalesce(l.id, nextval(pg_get_serial_sequence('corrected_rows', 'id'))) as id, v.*
from staging.held_values v
left join lateral (
  select id from corrected_rows l where l.kind = v.kind and l.row_id = v.row_id and l.field = v.field order by id limit 1
) l on true;
