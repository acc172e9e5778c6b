-- What people know better than the map: widths, limits, doors and house numbers that survive every import.

create table corrections (
  id bigint generated always as identity primary key,
  target_kind text not null check (target_kind in ('address', 'road')),
  target_id bigint not null,
  label text not null,
  osm_type text check (osm_type in ('n', 'w', 'r')),
  osm_id bigint,
  geom geometry(Geometry, 4326) not null,
  synthetic boolean not null,
  field text not null check (field in ('house_number', 'door', 'width_m', 'max_height_m', 'max_weight_t')),
  value jsonb not null,
  provenance text check (provenance in ('measured', 'tagged', 'derived', 'assumed')),
  imported jsonb not null,
  author text not null,
  verified boolean not null default false,
  entered_at timestamptz not null default now(),
  observed_on date,
  note text,
  source text not null,
  state text not null default 'applied' check (state in ('applied', 'unmatched', 'withdrawn', 'superseded')),
  state_since timestamptz not null default now(),
  reason text,
  superseded_by bigint references corrections deferrable initially deferred,
  withdrawn_by text,
  withdraw_note text,
  batch_id bigint references import_batches,
  retired_at timestamptz,
  retired_by_batch bigint references import_batches,
  check ((target_kind = 'road') = (field in ('width_m', 'max_height_m', 'max_weight_t')))
);
comment on table corrections is 'Facts that a person entered, never deleted. target_id: row of addresses, or OSM id of a road way; geom, osm_type and osm_id say what it was at the time. imported: what the map says there. retired_at: its import was undone';
create index corrections_target on corrections (target_kind, target_id);
create index corrections_state on corrections (state, id);

create table corrected_rows (
  id bigint generated always as identity primary key,
  correction_id bigint not null references corrections,
  kind text not null check (kind in ('address', 'road')),
  row_id bigint not null,
  field text not null,
  imported jsonb not null
);
comment on table corrected_rows is 'Which live rows carry a corrected value now (a way may have been split), and the columns that the import would have there';
create index corrected_rows_row on corrected_rows (row_id, kind, field);
create index corrected_rows_correction on corrected_rows (correction_id);

create view current_corrections as
select * from corrections where state in ('applied', 'unmatched') and retired_at is null;
comment on view current_corrections is 'What is in force, or waits for its house or road to come back';

create view imported_numbers as
select row_id as address_id, imported ->> 'house_number' as house_number from corrected_rows
where kind = 'address' and field = 'house_number';
comment on view imported_numbers is 'The number that the map gives a house whose number was corrected: by it an import recognises the house';
