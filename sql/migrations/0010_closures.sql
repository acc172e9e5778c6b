-- Roads that are closed for a while, drawn by a dispatcher.

create table closures (
  id bigint generated always as identity primary key,
  effect text not null check (effect in ('avoid', 'impassable')),
  geom geometry(Geometry, 4326) not null,
  vehicle_classes text[] check (cardinality(vehicle_classes) > 0),
  on_foot boolean not null default false,
  from_at timestamptz not null default now(),
  to_at timestamptz,
  daily_from time,
  daily_to time,
  reason text not null,
  author text not null,
  verified boolean not null default false,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  check (to_at is null or to_at > from_at),
  check ((daily_from is null) = (daily_to is null)),
  check (daily_from <> daily_to)
);
comment on table closures is 'Drawn by people and never deleted: avoid may be driven through at a cost, impassable never';
comment on column closures.vehicle_classes is 'null: all of them';
comment on column closures.on_foot is 'People and hose cannot pass either';
comment on column closures.daily_from is 'With daily_to: only between these times of the city''s day, also over midnight; null: all day';
comment on column closures.author is 'A typed name: there are no accounts yet, so it counts as unverified';
create index closures_current on closures (to_at) where withdrawn_at is null;
create index closures_geom on closures using gist (geom);
select watch_changes('closures');
