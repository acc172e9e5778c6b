-- Traffic: how fast it moves along a stretch of road, from feeds and from our own vehicles; it ages out.

create table traffic_speeds (
  from_node bigint not null,
  to_node bigint not null,
  source text not null,
  kind text not null check (kind in ('feed', 'unit')),
  kmh real not null check (kmh >= 0),
  at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (from_node, to_node, kind, source)
);
comment on table traffic_speeds is 'The newest speed that each source saw between two neighbouring OpenStreetMap nodes, in that direction. Rows older than traffic_valid count no more and are dropped with the next batch. Not watched: one notification per batch (traffic_changed) tells the servers, which read them whole';
comment on column traffic_speeds.source is 'The name that the feed gave itself, or the call sign of the unit';
comment on column traffic_speeds.kind is 'feed: told by a feed of traffic; unit: from the positions of one of our own vehicles';
comment on column traffic_speeds.at is 'When it was seen, by the source''s clock';
create index traffic_speeds_at on traffic_speeds (at);

create table unit_tracks (
  unit_id bigint not null references units,
  at timestamptz not null,
  geom geometry(Point, 4326) not null,
  accuracy_m real,
  primary key (unit_id, at)
);
comment on table unit_tracks is 'The last quarter of an hour of each unit''s positions, to see how fast traffic moves where it drives; older ones are dropped. Not watched';
comment on column unit_tracks.at is 'By the clock of the device';
create index unit_tracks_at on unit_tracks (at);

alter table vehicle_classes add column held_by_traffic boolean not null default true;
comment on column vehicle_classes.held_by_traffic is 'Stands in a jam with all others; false for what passes between the waiting cars, as a motorbike';
