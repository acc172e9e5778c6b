-- A register that changed anything of a unit, such as its odometer among the notes, took back what was reported of it
-- since: a unit out of service was sent again. Only what says another status is news of it.

alter table units add column status_since timestamptz;
comment on column units.status_since is 'Since when the register says this status: what was reported before is older news. Null: nobody knows, and any report is newer';
comment on table unit_statuses is 'The newest status that somebody reported of each unit; the register''s holds again when it came to say another one later (units.status_since)';

update units u set status_since = b.started_at from import_batches b where b.id = u.batch_id;

-- An undo puts back what the register said with its moment.
update history.before_images h set image = h.image || jsonb_build_object('status_since', b.started_at)
from import_batches b
where h.table_name = 'units' and b.id = (h.image ->> 'batch_id')::bigint;
