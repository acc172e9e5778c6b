-- What the server answers drive times from when neither router nor road graph is there.

create table drive_tables (
  station_id bigint not null,
  vehicle_class text not null,
  roads_key text not null,
  made_at timestamptz not null default now(),
  west double precision not null,
  south double precision not null,
  cell_lon double precision not null check (cell_lon > 0),
  cell_lat double precision not null check (cell_lat > 0),
  columns integer not null check (columns > 0),
  rows integer not null check (rows > 0),
  seconds bytea not null check (octet_length(seconds) = 2 * columns * rows),
  primary key (station_id, vehicle_class)
);
comment on table drive_tables is 'Seconds to drive from a station to each cell of a grid over the city, per vehicle class: computed from the road graph, for when neither it nor a router answers';
comment on column drive_tables.roads_key is 'Hash of the roads, barriers, stations and values it was computed from; another one means that it is out of date';
comment on column drive_tables.seconds is 'Little-endian 16-bit numbers, row by row from the south-west; 65535 where no road of the cell is reached';
