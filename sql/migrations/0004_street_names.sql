-- Names of streets beyond the extract that is loaded: a text naming one is read right, marks restored.
create table street_names (
  city text not null,
  name text not null,
  source text not null,
  primary key (city, name)
);
comment on table street_names is 'Street names people say in a city, also those no loaded map holds';
