-- What undo needs: which batch retired a row, which batch an undo took back, and per batch what stood before it.

do $$
declare
  kind text;
begin
  foreach kind in array array[
    'admin_units', 'streets', 'alleys', 'roads', 'barriers', 'buildings', 'addresses', 'water_points', 'water_bodies',
    'stations', 'landmarks', 'units'
  ] loop
    execute format('alter table %I add column retired_by_batch bigint references import_batches', kind);
    execute format('comment on column %I.retired_by_batch is %L', kind, 'The batch whose file lacked this row');
  end loop;
end $$;

alter table import_batches add column undoes bigint references import_batches;
comment on column import_batches.undoes is 'The batch that this one took back; null for an import';

create schema history;
comment on schema history is 'What the last applied batches replaced, so that they can be undone; older ones are dropped';

create table history.changed_ids (
  batch_id bigint not null references import_batches,
  table_name text not null,
  change text not null check (change in ('new', 'changed', 'gone', 'back')),
  ids bigint[] not null,
  primary key (batch_id, table_name, change)
);
comment on table history.changed_ids is 'Which rows a batch added, changed, retired, or took back from retirement';

create table history.before_images (
  batch_id bigint not null references import_batches,
  table_name text not null,
  row_id bigint not null,
  image jsonb not null,
  primary key (batch_id, table_name, row_id)
);
comment on table history.before_images is
  'Values that a batch overwrote or deleted, by column name, geometries as EWKB; columns that came later stay as they are. The city''s own row has id 0';
