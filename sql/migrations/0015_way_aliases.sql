-- Streets and alleys go by other names: what callers grew up with, before the alley became a street.

create table way_aliases (
  id bigint generated always as identity primary key,
  street_id bigint references streets,
  alley_id bigint references alleys,
  kind text not null check (kind in ('alt', 'old')),
  text text not null,
  street_type text,
  street_name text not null,
  street_key text not null,
  path_key text not null,
  check ((street_id is null) <> (alley_id is null))
);
comment on table way_aliases is 'Other and former names of streets and alleys as OpenStreetMap has them (alt_name, old_name)';
comment on column way_aliases.kind is 'alt: used beside the name; old: used before it';
comment on column way_aliases.street_key is 'Folded name of the street that the other name says, which may be another street than its own';
comment on column way_aliases.path_key is 'Path of the alley that the other name says, 29/70; empty for a street';
create index way_aliases_key on way_aliases (street_key text_pattern_ops, path_key);
create index way_aliases_street on way_aliases (street_id);
create index way_aliases_alley on way_aliases (alley_id);

select watch_changes('way_aliases');
