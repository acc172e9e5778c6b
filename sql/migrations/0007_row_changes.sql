-- What changed, where, and when it became visible: by this servers drop only what shows it.
-- Triggers of the watched tables write one row of row_changes per statement; at commit one row of data_versions
-- follows and wakes the servers. A reader that keeps the snapshot of its last reading misses nothing, whatever
-- commits before what: see how the server reads them.

create table row_changes (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  table_name text not null,
  boxes double precision[],
  row_ids bigint[],
  at timestamptz not null default clock_timestamp()
);
comment on table row_changes is 'One row per statement that changed a watched table; only the last minutes are kept';
comment on column row_changes.xid is 'The transaction: what a snapshot does not see yet will be read with a later one';
comment on column row_changes.table_name is 'The table that was changed; * stands for all of them';
comment on column row_changes.boxes is 'Where the change shows, before and after: {{west, south, east, north}, …}; null means anywhere, {} nowhere';
comment on column row_changes.row_ids is 'Ids of the changed rows; null when there are many, or the table has none';
create index row_changes_xid on row_changes (xid);

alter table data_versions add column xid xid8 not null default pg_current_xact_id();
comment on column data_versions.xid is 'The transaction that brought the change';
create index data_versions_xid on data_versions (xid);

create table change_feed (
  singleton boolean primary key default true check (singleton),
  pruned_versions bigint not null default 0,
  pruned_to xid8 not null default '0'
);
comment on table change_feed is 'How many data_versions are gone, and up to which transaction row_changes may be gone: who has not read those must take it that anything changed';
insert into change_feed default values;

create function current_data_version() returns bigint language sql stable as $$
  select (select pruned_versions from change_feed) + (select count(*) from data_versions)
$$;
comment on function current_data_version is 'How many changes were applied so far. Unlike the newest id it grows with every commit, also when a younger id was committed first';

-- At commit: one version for all that the transaction changed, unless it gave itself one.
create function publish_changes() returns trigger language plpgsql as $$
begin
  if not exists (select from data_versions where xid = pg_current_xact_id()) then
    insert into data_versions (kind) values ('rows');
  end if;
  if new.id % 500 = 0 then perform prune_changes(); end if;
  return null;
end $$;
create constraint trigger row_changes_publish after insert on row_changes
  deferrable initially deferred for each row execute function publish_changes();

-- A NOTIFY makes commits wait for one another, so of those that commit in the same moment only one wakes the servers;
-- they look again shortly after, and so find the others.
drop trigger data_versions_notify on data_versions;
create or replace function notify_data_version() returns trigger language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(4114116) then perform pg_notify('data_changed', ''); end if;
  return null;
end $$;
create constraint trigger data_versions_notify after insert on data_versions
  deferrable initially deferred for each row execute function notify_data_version();

-- Keeps a quarter of an hour, and at most 10,000 rows. What runs now stays, so that a reader never loses what it waits for.
create function prune_changes() returns void language plpgsql as $$
declare
  last_gone xid8;
  gone bigint;
begin
  if not pg_try_advisory_xact_lock(4114117) then return; end if;
  select xid into last_gone from row_changes
  where xid < pg_snapshot_xmin(pg_current_snapshot())
    and (at < clock_timestamp() - interval '15 minutes'
      or id <= (select id from row_changes order by id desc offset 10000 limit 1))
  order by xid desc limit 1;
  if last_gone is null then return; end if;
  delete from row_changes where xid <= last_gone;
  -- Imports are history, and the newest of the city names the routing data.
  delete from data_versions where xid <= last_gone and batch_id is null and kind <> 'city';
  get diagnostics gone = row_count;
  update change_feed set pruned_versions = pruned_versions + gone, pruned_to = greatest(pruned_to, last_gone);
end $$;
comment on function prune_changes is 'Drops what every server has long read; called by itself every 500 changes';

-- Where the changed rows show: boxes of half a kilometre at most, so that a long road is not its whole rectangle.
create function boxes_of(shown geometry[]) returns double precision[] language sql immutable parallel safe as $$
  select coalesce(array_agg(array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)]), '{}')
  from (
    select st_extent(piece) as box
    from (
      select geom as piece from unnest(shown) geom
      where st_xmax(geom) - st_xmin(geom) <= 0.005 and st_ymax(geom) - st_ymin(geom) <= 0.005
      union all
      select st_subdivide(st_segmentize(geom, 0.004), 8) from unnest(shown) geom
      where st_xmax(geom) - st_xmin(geom) > 0.005 or st_ymax(geom) - st_ymin(geom) > 0.005
    ) pieces
    group by floor((st_xmin(piece) + st_xmax(piece)) / 0.01), floor((st_ymin(piece) + st_ymax(piece)) / 0.01)
  ) cells
$$;
comment on function boxes_of is 'Small boxes that cover geometries of EPSG:4326: {{west, south, east, north}, …}';

-- $1 of the trigger: query over changed, the rows before and after, that answers where they show; empty for anywhere.
-- $2: the same when there are many rows: own geometry only. $3: whether the table has an id.
create function note_changes() returns trigger language plpgsql as $$
declare
  many constant integer := 500;
  changed constant text := case tg_op
    when 'INSERT' then 'select * from new_rows'
    when 'DELETE' then 'select * from old_rows'
    else 'select * from old_rows union all select * from new_rows' end;
  total integer;
  where_shown double precision[];
  ids bigint[];
begin
  if tg_op = 'TRUNCATE' then
    insert into row_changes (table_name) values (tg_table_name);
    return null;
  end if;
  execute format('select count(*) from (select from (%s) changed limit %s) few', changed, many + 1) into total;
  if total = 0 then return null; end if;
  -- A place that cannot be told (a broken outline) must not stop the change: it shows anywhere then.
  begin
    if total <= many and tg_argv[2] = 'id' then
      execute format('select array_agg(distinct id) from (%s) changed', changed) into ids;
    end if;
    if total <= many and tg_argv[0] <> '' then
      execute format('with changed as (%s) select boxes_of(array(select shown from (%s) places (shown) where not st_isempty(shown)))',
        changed, tg_argv[0]) into where_shown;
    elsif total > many and tg_argv[1] <> '' then
      execute format('with changed as (%s) select array[array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)]]
        from (select st_extent(shown) as box from (%s) places (shown)) extent where box is not null',
        changed, tg_argv[1]) into where_shown;
    end if;
  exception when others then
    where_shown := null;
  end;
  insert into row_changes (table_name, boxes, row_ids) values (tg_table_name, where_shown, ids);
  return null;
end $$;
comment on function note_changes is 'Writes to row_changes what a statement changed and where that shows';

-- select watch_changes('closures') is all that a table with a geometry needs. A table that shows through another one
-- gives a query over changed (its rows before and after) that answers geometries in EPSG:4326. One with neither
-- shows anywhere.
create function watch_changes(watched regclass, shows_at text default null) returns void language plpgsql as $$
declare
  own_geometry text;
  has_id text;
  event text;
  tables text;
begin
  select string_agg(format('select %I from changed', attname), ' union all ' order by attnum) into own_geometry
  from pg_attribute
  where attrelid = watched and atttypid = 'geometry'::regtype and attgenerated = '' and attnum > 0 and not attisdropped;
  select case when exists (
    select from pg_attribute where attrelid = watched and attname = 'id' and atttypid = 'bigint'::regtype
  ) then 'id' else '' end into has_id;
  foreach event in array array['insert', 'update', 'delete', 'truncate'] loop
    tables := case event
      when 'insert' then 'referencing new table as new_rows'
      when 'delete' then 'referencing old table as old_rows'
      when 'update' then 'referencing old table as old_rows new table as new_rows'
      else '' end;
    execute format('create or replace trigger note_%s after %s on %s %s for each statement execute function note_changes(%L, %L, %L)',
      event, event, watched, tables, coalesce(shows_at, own_geometry, ''),
      case when shows_at is null then coalesce(own_geometry, '') else '' end, has_id);
  end loop;
end $$;
comment on function watch_changes is 'Lets every change of a table be noted in row_changes, so that servers follow it';

select watch_changes(name::regclass)
from unnest(array['cities', 'streets', 'alley_mouths', 'roads', 'barriers', 'water_points', 'water_bodies', 'stations', 'landmarks',
  'address_aliases', 'corrections', 'parameters', 'vehicle_classes', 'assumed_widths', 'admin_names', 'street_names', 'barrier_kinds'
]) as name;

-- Its outline is drawn, and its name in the middle; what lies between does not change.
select watch_changes('admin_units',
  'select st_boundary(geom) from changed union all select st_transform(st_pointonsurface(geom_3857), 4326) from changed');

-- Names are written along the ways of the alley.
select watch_changes('alleys', 'select r.geom from changed c join roads r on r.alley_id = c.id');

-- A number stands on the footprint, and moves when a second one comes to the same building.
select watch_changes('buildings',
  'select geom from changed union all select a.point from changed c join addresses a on a.building_id = c.id');
select watch_changes('addresses', $$
  select point from changed
  union all select b.geom from changed c join buildings b on b.id = c.building_id
  union all select other.point from changed c join addresses other on other.building_id = c.building_id $$);

-- A station shows how many units it has.
select watch_changes('units', 'select s.geom from changed c join stations s on s.id = c.station_id');
