-- Code lists: filled from sql/codes/*.csv, each value with its source and validity.

create table parameters (
  parameter text not null,
  class text not null default '',
  value text not null,
  unit text not null default '',
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null default '',
  valid_from date not null,
  valid_to date,
  primary key (parameter, class, valid_from)
);
comment on table parameters is 'Every number of the response formulas, with unit, mark, source and validity';

create table vehicle_classes (
  code text not null,
  rank smallint not null,
  name_vi text not null,
  name_en text not null,
  width_m real not null,
  height_m real not null,
  length_m real not null,
  weight_t real not null,
  width_margin_m real not null,
  height_margin_m real not null,
  speed_factor real not null,
  tank_l real not null,
  pump_lps real not null,
  hose_m real not null,
  sustained_flow boolean not null,
  footways boolean not null,
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from)
);
comment on table vehicle_classes is 'Dimensions, margins, tank, pump and carried hose of each class of fire engine';

create table assumed_widths (
  road_class text not null,
  alley_level smallint not null default 0,
  width_m real not null,
  high_m real not null,
  motor boolean not null,
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (road_class, alley_level, valid_from)
);
comment on table assumed_widths is 'Clear width where no tag gives one: the low end of the range of its class (and alley level), with the high end beside it';

create table admin_names (
  level text not null check (level in ('city', 'district', 'ward', 'complex')),
  type text not null,
  name text not null,
  district text not null default '',
  valid_from date,
  valid_to date,
  source text not null
);
comment on table admin_names is 'Names people still say in an address, without polygons: former districts and wards, current ones, housing estates; valid_to is the day by which a name had ended';

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

-- Names of streets beyond the extract that is loaded: a text naming one is read right, marks restored.
create table street_names (
  city text not null,
  name text not null,
  source text not null,
  primary key (city, name)
);
comment on table street_names is 'Street names people say in a city, also those no loaded map holds';
