-- Help that is not the fire service's own: people near the fire, whom to call, and vehicles of others.

create table contacts (
  id bigint generated always as identity primary key,
  register_id text,
  kind text not null check (kind in (
    'public-fire-point', 'inter-family-team', 'facility-team', 'power', 'hospital', 'ward')),
  name text not null,
  phone text,
  ward text,
  ward_key text generated always as (fold_text(ward)) stored,
  equipment text,
  source text not null,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz,
  retired_by_batch bigint references import_batches,
  geom geometry(Point, 4326),
  check (geom is not null or kind in ('power', 'ward'))
);
comment on table contacts is 'Whom to call: public firefighting points, inter-family teams (tổ liên gia) and facility teams near a fire; who cuts the power, hospitals, and the ward on duty';
comment on column contacts.ward is 'Name or code of the ward that it answers for; null for the whole city';
comment on column contacts.retired_by_batch is 'The batch whose file lacked this row';
create unique index contacts_register on contacts (register_id) where retired_at is null and register_id is not null;
create index contacts_geom on contacts using gist (geom);
select watch_changes('contacts', 'select geom from changed where false');

create table mobilised_vehicles (
  id bigint generated always as identity primary key,
  register_id text,
  kind text not null check (kind in ('tanker', 'crane', 'excavator', 'ladder')),
  name text not null,
  owner text not null,
  phone text,
  call_out_min real not null check (call_out_min between 0 and 1440),
  tank_l real check (tank_l > 0),
  ladder_m real check (ladder_m > 0),
  vehicle_class text,
  status text not null default 'available' check (status in ('available', 'unavailable')),
  source text not null,
  notes jsonb not null default '{}',
  batch_id bigint references import_batches,
  retired_at timestamptz,
  retired_by_batch bigint references import_batches,
  geom geometry(Point, 4326) not null,
  check (kind <> 'tanker' or tank_l is not null),
  check (kind <> 'ladder' or ladder_m is not null)
);
comment on table mobilised_vehicles is 'Vehicles of others that the fire service may mobilise (form PC10), where they stand';
comment on column mobilised_vehicles.call_out_min is 'From the call until it leaves, minutes';
comment on column mobilised_vehicles.vehicle_class is 'The class whose roads it can take; null: the first of vehicle_classes';
comment on column mobilised_vehicles.retired_by_batch is 'The batch whose file lacked this row';
create unique index mobilised_vehicles_register on mobilised_vehicles (register_id) where retired_at is null and register_id is not null;
create index mobilised_vehicles_geom on mobilised_vehicles using gist (geom);
select watch_changes('mobilised_vehicles', 'select geom from changed where false');
