-- What became visible since an earlier reading, in whatever order it was committed.
-- $1 snapshot text: as an earlier reading answered it; null at first
-- $2 database text: likewise
-- returns at least one row; is_gap: what lies between is no longer kept; table_name is null when nothing changed,
-- and * when anything may have, as after an insert into data_versions by hand
with reading as (
  select pg_current_snapshot() as snapshot, d.oid::text as database, before.snapshot as before,
    before.snapshot is null or d.oid::text is distinct from $2::text
      or pg_snapshot_xmin(before.snapshot) <= f.pruned_to
      -- A database that was put back to an earlier state.
      or pg_snapshot_xmax(before.snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as is_gap
  from pg_database d
  cross join change_feed f
  cross join (select $1::text::pg_snapshot as snapshot) before
  where d.datname = current_database()
)
select r.snapshot::text as snapshot, r.database, current_data_version()::text as version, r.is_gap,
  c.table_name, c.boxes, c.row_ids::double precision[] as row_ids
from reading r
left join lateral (
  select w.id, w.table_name, w.boxes, w.row_ids from row_changes w
  where w.xid >= pg_snapshot_xmin(r.before) and not pg_visible_in_snapshot(w.xid, r.before)
  union all
  select v.id, '*', null, null from data_versions v
  where v.xid >= pg_snapshot_xmin(r.before) and not pg_visible_in_snapshot(v.xid, r.before)
    and not exists (select from row_changes w where w.xid = v.xid)
) c on not r.is_gap
order by c.id
