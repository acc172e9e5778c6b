-- What bringing water takes: whom to call per main, how high a pump must lift, ladders, portable pumps, and the wind.

create table water_mains (
  id bigint generated always as identity primary key,
  register_id text,
  name text,
  owner text,
  duty_phone text,
  source text not null,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz,
  retired_by_batch bigint references import_batches
);
comment on table water_mains is 'The water company''s mains, and whom to call at night for more pressure; register_id is what water_points.main_id names';
comment on column water_mains.retired_by_batch is 'The batch whose file lacked this row';
create unique index water_mains_register on water_mains (register_id) where retired_at is null and register_id is not null;

alter table water_points add column lift_m real check (lift_m >= 0);
comment on column water_points.lift_m is 'From the water up to where the pump stands, at low water; null when nobody has measured it';

alter table vehicle_classes
  add column ladder_m real,
  add column draft_lift_m real,
  add column portable_pumps smallint;
comment on column vehicle_classes.ladder_m is 'Height its ladder reaches; null when it has none or nobody knows';
comment on column vehicle_classes.draft_lift_m is 'Greatest height its own pump draws water up; null: draft_lift_max of the parameters';
comment on column vehicle_classes.portable_pumps is 'Pumps that it carries and people set down where no engine comes; null counts as none';

create table wind_observations (
  id bigint generated always as identity primary key,
  from_degrees real not null check (from_degrees >= 0 and from_degrees < 360),
  speed_mps real check (speed_mps >= 0),
  observed_at timestamptz not null,
  received_at timestamptz not null default now(),
  source text not null
);
comment on table wind_observations is 'What a weather feed reported: the direction that the wind comes from, clockwise from true north';
create index wind_observations_newest on wind_observations (observed_at desc, id desc);

-- A main shows where the water points on it do.
select watch_changes('water_mains', 'select w.geom from changed c join water_points w on w.main_id = c.register_id');
