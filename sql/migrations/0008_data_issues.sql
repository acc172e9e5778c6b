-- "This data is wrong": what somebody at a screen saw, kept until somebody else has mended it.

create table data_issues (
  id bigint generated always as identity primary key,
  client_key text not null unique,
  subject_kind text not null check (subject_kind in ('place', 'door', 'stop', 'route', 'water', 'map')),
  subject_id text,
  subject_label text,
  place_id text,
  place_label text,
  point geometry(Point, 4326) not null,
  note text,
  author text,
  verified boolean not null default false,
  data_version text not null,
  synthetic boolean not null,
  seen_at timestamptz not null,
  received_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'closed')),
  state_since timestamptz not null default now(),
  state_by text,
  check (state = 'open' or state_by is not null)
);
comment on table data_issues is 'Reports of wrong data, never deleted and touched by no import. client_key: made where the report was written, so that sending it again makes no second one. place_id, place_label: the address on the screen at the time. data_version: of the data that was shown. seen_at: by the clock of the reporter''s machine, received_at: by ours';
comment on column data_issues.author is 'A typed name: there are no accounts yet, so verified is false; null when none was typed';
comment on column data_issues.synthetic is 'Whether what was shown was invented, as the demo city is';
create index data_issues_state on data_issues (state, id);
