-- The register of one city: what is imported, what it is keyed to, and which batch brought it.
-- Geometry is EPSG:4326; layers served as tiles keep a stored EPSG:3857 copy.
-- Rows that vanish from their source are retired with a date, never deleted.

create schema if not exists tiles;
comment on schema tiles is 'One function per map theme: tiles.<theme>(z, x, y, params) returns an MVT';

create function fold_text(text text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(normalize(replace(lower(text), 'đ', 'd'), nfd), '[\u0300-\u036f]', '', 'g')
$$;
comment on function fold_text is 'Lower case without diacritics: the same key as foldText in geo/addresses';

create table cities (
  singleton boolean primary key default true check (singleton),
  name text not null,
  synthetic boolean not null,
  extent geometry(Polygon, 4326) not null,
  osm_timestamp timestamptz,
  updated_at timestamptz not null default now()
);
comment on table cities is 'The one city of this installation; synthetic when it comes from the demo generator';

create table import_batches (
  id bigint generated always as identity primary key,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  synthetic boolean not null default false,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  status text not null default 'running' check (status in ('running', 'applied', 'unchanged', 'failed')),
  report jsonb not null default '{}'
);
comment on table import_batches is 'Every import tried: which file, when, what became of it, and its counts per kind';

create table data_versions (
  id bigint generated always as identity primary key,
  batch_id bigint references import_batches,
  kind text not null,
  at timestamptz not null default now()
);
comment on table data_versions is 'One row per applied change; servers compare its newest id with what they have loaded';

create function notify_data_version() returns trigger language plpgsql as $$
begin
  perform pg_notify('data_changed', new.id::text);
  return null;
end $$;
create trigger data_versions_notify after insert on data_versions
  for each row execute function notify_data_version();

create table admin_units (
  id bigint generated always as identity primary key,
  code text,
  type text not null,
  name text not null,
  valid_from date,
  valid_to date,
  source text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table admin_units is 'Wards and communes with validity; codes were reused in 2025, so the key is (code, valid_from)';
create unique index admin_units_code on admin_units (code, valid_from) where code is not null and retired_at is null;
create index admin_units_geom on admin_units using gist (geom);
create index admin_units_geom_3857 on admin_units using gist (geom_3857);

create table streets (
  id bigint generated always as identity primary key,
  type text,
  name text not null,
  name_key text not null,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(MultiLineString, 4326)
);
comment on table streets is 'Named streets, also named alleys that act as one; name_key is lower case without diacritics or type word';
create index streets_name_key on streets (name_key text_pattern_ops) where retired_at is null;
create index streets_geom on streets using gist (geom);

create table alleys (
  id bigint generated always as identity primary key,
  street_id bigint references streets,
  parent_id bigint references alleys,
  type text not null,
  level smallint not null check (level between 1 and 9),
  number text,
  name text,
  path text[] not null,
  path_key text not null,
  label text not null,
  link text not null check (link in ('name', 'topology', 'register', 'none')),
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(MultiLineString, 4326)
);
comment on table alleys is 'The tree ngõ, ngách, hẻm below a street; path is top-down house-number names as {29,70}, path_key the same as 29/70; link says how the parent was found';
create index alleys_street_path on alleys (street_id, path_key) where retired_at is null;
create index alleys_path on alleys (path_key text_pattern_ops) where retired_at is null;
create index alleys_geom on alleys using gist (geom);

create table alley_mouths (
  id bigint generated always as identity primary key,
  alley_id bigint not null references alleys,
  onto_street_id bigint references streets,
  onto_alley_id bigint references alleys,
  osm_node_id bigint,
  geom geometry(Point, 4326) not null
);
comment on table alley_mouths is 'Where an alley opens onto a street or a wider alley; one alley may have several';
create index alley_mouths_alley on alley_mouths (alley_id);
create index alley_mouths_geom on alley_mouths using gist (geom);

create table roads (
  id bigint generated always as identity primary key,
  osm_way_id bigint not null,
  class text not null,
  name text,
  street_id bigint references streets,
  alley_id bigint references alleys,
  alley_level smallint not null default 0,
  oneway smallint not null default 0 check (oneway in (-1, 0, 1)),
  motor boolean not null,
  foot boolean not null,
  width_m real not null check (width_m > 0),
  width_provenance text not null check (width_provenance in ('measured', 'tagged', 'derived', 'assumed')),
  max_height_m real,
  max_weight_t real,
  speed_kmh real not null check (speed_kmh > 0),
  bridge boolean not null default false,
  tunnel boolean not null default false,
  layer smallint not null default 0,
  node_ids bigint[] not null,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(LineString, 4326) not null,
  geom_3857 geometry(LineString, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table roads is 'One row per OSM road way: who may use it, its clear width with provenance, the truck speed assumed for it; node_ids run along geom';
create unique index roads_osm_way on roads (osm_way_id) where retired_at is null;
create index roads_street on roads (street_id) where retired_at is null;
create index roads_alley on roads (alley_id) where retired_at is null;
create index roads_geom on roads using gist (geom);
create index roads_geom_3857 on roads using gist (geom_3857);

create table barriers (
  id bigint generated always as identity primary key,
  osm_node_id bigint not null,
  kind text not null,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(Point, 4326) not null
);
comment on table barriers is 'Bollards, gates and blocks standing on a road node';
create unique index barriers_osm_node on barriers (osm_node_id) where retired_at is null;

create table buildings (
  id bigint generated always as identity primary key,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  name text,
  name_key text generated always as (fold_text(name)) stored,
  use text,
  floors smallint check (floors between 1 and 200),
  batch_id bigint references import_batches,
  retired_at timestamptz,
  geom geometry(MultiPolygon, 4326) not null,
  geom_3857 geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored
);
comment on table buildings is 'Footprints; floors is null when nobody has said how many';
create unique index buildings_osm on buildings (osm_type, osm_id) where retired_at is null;
create index buildings_name_key on buildings using gin (name_key gin_trgm_ops) where name_key is not null and retired_at is null;
create index buildings_geom on buildings using gist (geom);
create index buildings_geom_3857 on buildings using gist (geom_3857);

create table addresses (
  id bigint generated always as identity primary key,
  house_number text not null,
  number_value integer,
  street_id bigint references streets,
  alley_id bigint references alleys,
  street_text text,
  label text not null,
  building_id bigint references buildings,
  building_link text not null check (building_link in ('contained', 'nearest', 'none')),
  building_link_m real,
  ward_id bigint references admin_units,
  point geometry(Point, 4326) not null,
  door geometry(Point, 4326) not null,
  access geometry(Point, 4326),
  access_road_id bigint references roads,
  door_provenance text not null check (door_provenance in ('surveyed', 'named-way', 'nearest-way', 'none')),
  lifecycle text not null default 'imported' check (lifecycle in ('imported', 'surveyed', 'authenticated', 'superseded')),
  source text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  register_id text,
  notes jsonb not null default '{}',
  valid_from date,
  valid_to date,
  batch_id bigint references import_batches,
  retired_at timestamptz
);
comment on table addresses is 'One house number: (street or alley, number) to door to building. door is on the building, access is where its street or alley is reached; door_provenance nearest-way means the address named no known way, so the door is assumed';
create index addresses_house_number on addresses (lower(house_number)) where retired_at is null;
create index addresses_street on addresses (street_id, number_value) where retired_at is null and alley_id is null;
create index addresses_alley on addresses (alley_id, number_value) where retired_at is null;
create index addresses_building on addresses (building_id) where retired_at is null;
create index addresses_point on addresses using gist (point);
create unique index addresses_osm on addresses (osm_type, osm_id, house_number) where retired_at is null and source = 'osm';
create unique index addresses_register on addresses (register_id) where retired_at is null and register_id is not null;

create table address_aliases (
  id bigint generated always as identity primary key,
  address_id bigint not null references addresses,
  text text not null,
  text_key text not null,
  source text not null
);
comment on table address_aliases is 'Other ways an address is written or was called';
create index address_aliases_key on address_aliases using gin (text_key gin_trgm_ops);
