-- What a barrier on a road node does to whom: one truth for OSRM and for the road graph.

create table barrier_kinds (
  kind text not null,
  motor boolean not null,
  footways boolean not null,
  foot boolean not null,
  delay_s real not null check (delay_s >= 0),
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (kind, valid_from)
);
comment on table barrier_kinds is 'Who gets past a barrier of this OSM kind (fire engines; vehicles of a class that may use footways; people on foot), and the seconds it costs those who do. Kind "other" stands for every kind not listed';
