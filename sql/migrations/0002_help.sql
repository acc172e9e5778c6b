-- What helps at a fire: water, stations and their units, and the landmarks people name.

create table water_points (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('hydrant', 'tank', 'cistern', 'pond', 'lake', 'river')),
  status text not null default 'unknown' check (status in ('working', 'out-of-order', 'unknown')),
  flow_lps real check (flow_lps >= 0),
  pressure_bar real check (pressure_bar >= 0),
  volume_m3 real check (volume_m3 >= 0),
  main_id text,
  tested_on date,
  owner text,
  name text,
  source text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  register_id text,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table water_points is 'Hydrants, tanks, cisterns and open water with a draft point; null flow means unknown, never zero';
create unique index water_points_osm on water_points (osm_type, osm_id) where retired_at is null and source = 'osm';
create unique index water_points_register on water_points (register_id) where retired_at is null and register_id is not null;
create index water_points_geom on water_points using gist (geom);
create index water_points_geom_3857 on water_points using gist (geom_3857);

create table water_bodies (
  id bigint generated always as identity primary key,
  kind text not null,
  name text,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(Geometry, 4326) not null,
  geom_3857 geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table water_bodies is 'Lakes, ponds and rivers as areas, rivers and canals also as lines';
create unique index water_bodies_osm on water_bodies (osm_type, osm_id) where retired_at is null;
create index water_bodies_geom on water_bodies using gist (geom);
create index water_bodies_geom_3857 on water_bodies using gist (geom_3857);

create table stations (
  id bigint generated always as identity primary key,
  name text not null,
  phone text,
  source text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  register_id text,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table stations is 'Fire stations: where units start from';
create unique index stations_osm on stations (osm_type, osm_id) where retired_at is null and source = 'osm';
create unique index stations_register on stations (register_id) where retired_at is null and register_id is not null;
create index stations_geom_3857 on stations using gist (geom_3857);

create table landmarks (
  id bigint generated always as identity primary key,
  kind text not null,
  name text not null,
  name_key text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table landmarks is 'What people name when they do not know the number: schools, markets, temples, hospitals';
create unique index landmarks_osm on landmarks (osm_type, osm_id) where retired_at is null;
create index landmarks_name_key on landmarks using gin (name_key gin_trgm_ops);
create index landmarks_geom on landmarks using gist (geom);
create index landmarks_geom_3857 on landmarks using gist (geom_3857);

create table units (
  id bigint generated always as identity primary key,
  call_sign text not null,
  station_id bigint not null references stations,
  vehicle_class text not null,
  status text not null default 'available',
  source text not null,
  register_id text,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz
);
comment on table units is 'Vehicles with their crew; only available ones are ranked';
create unique index units_register on units (register_id) where retired_at is null and register_id is not null;
create index units_station on units (station_id) where retired_at is null;
