-- How much water a burning building needs: the rule as data.

create table building_uses (
  use text not null,
  fire_group text not null,
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (use, valid_from)
);
comment on table building_uses is 'Functional fire-hazard group (QCVN 06) of each use of a building; the empty use stands for those that are not listed';

create table water_needs (
  fire_group text not null,
  floors_max smallint,
  volume_max_m3 real,
  lps real not null,
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date
);
comment on table water_needs is 'Outdoor flow in L/s by functional group, storeys and volume; null means without bound, the narrowest row that holds the building counts';
