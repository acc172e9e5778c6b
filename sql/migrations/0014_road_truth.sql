-- What decides in practice whether an engine gets through and where it may stand: obstacles that people
-- enter, and the measures of vehicle classes beyond body and weight.

alter table vehicle_classes
  add column turning_radius_m real,
  add column front_to_axle_m real,
  add column crew smallint,
  add column jack_width_m real,
  add column jack_length_m real,
  add column set_up_s real,
  add column routing_profile text;
comment on column vehicle_classes.turning_radius_m is 'Outer turning radius, wall to wall, metres; null: turns anywhere';
comment on column vehicle_classes.front_to_axle_m is 'From the front corner to the rear axle, metres: with the turning radius it gives the swept path of a turn';
comment on column vehicle_classes.crew is 'People who ride on it';
comment on column vehicle_classes.jack_width_m is 'Clear width its jacks need, metres; null: it stands on its wheels';
comment on column vehicle_classes.jack_length_m is 'Clear length its jacks need, metres';
comment on column vehicle_classes.set_up_s is 'Seconds its set-up takes whatever the supply; null: the set-up of the supply it uses';
comment on column vehicle_classes.routing_profile is 'Class whose OSRM data and speed it drives by; empty: its own. What only one of the two may use is settled on the road graph';

create table obstacle_kinds (
  kind text not null,
  place text not null check (place in ('point', 'way')),
  motor boolean not null,
  footways boolean not null,
  foot boolean not null,
  delay_s real not null check (delay_s >= 0),
  limits text not null default '' check (limits in ('', 'height', 'width')),
  has_hours boolean not null,
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (kind, valid_from)
);
comment on table obstacle_kinds is 'What an obstacle that a person entered does to whom. place: it stands at a point, or fills the whole way; limits: the number entered with it is the clear height or width there, and only what does not fit is stopped; has_hours: it may be there in some hours of the day only';

alter table corrections drop constraint corrections_field_check, drop constraint corrections_check;
alter table corrections
  add constraint corrections_field_check check (
    field in ('house_number', 'door', 'width_m', 'max_height_m', 'max_weight_t') or field like 'obstacle:%'),
  add constraint corrections_target_check check ((target_kind = 'road') = (field not in ('house_number', 'door')));
comment on column corrections.field is 'What it is about. obstacle:<kind> for one that fills the way, obstacle:<kind>@<lon>,<lat> for one at a point: the same kind at the same point is said once';

create table router_builds (
  version text primary key,
  facts_at timestamptz not null
);
comment on table router_builds is 'Routing data that were built, and as of when they know the roads: what people entered later is settled on the road graph';

-- What a correction is about shows where its road or house is.
select watch_changes('corrected_rows', $$
  select r.geom from changed c join roads r on c.kind = 'road' and r.id = c.row_id
  union all
  select a.point from changed c join addresses a on c.kind = 'address' and a.id = c.row_id
$$);
select watch_changes('obstacle_kinds');
