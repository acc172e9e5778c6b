-- Where units are and what they say of themselves, each as of when.

create table unit_positions (
  unit_id bigint primary key references units,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  speed_kmh real,
  bearing real,
  accuracy_m real,
  geom geometry(Point, 4326) not null
);
comment on table unit_positions is 'The newest position of each unit; an older one that arrives late is dropped. Not watched: a position is read with every answer, and changes no tile';
comment on column unit_positions.at is 'By the clock of the device';

create table unit_statuses (
  unit_id bigint primary key references units,
  status text not null,
  at timestamptz not null,
  author text not null,
  at_station_at timestamptz,
  received_at timestamptz not null default now()
);
comment on table unit_statuses is 'The newest status that somebody reported of each unit; the register''s holds again when an import that changed the unit is newer';
comment on column unit_statuses.at_station_at is 'When it was last said to stand at its station';
select watch_changes('unit_statuses', 'select null::geometry from changed where false');
