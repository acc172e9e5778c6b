-- Pavements and crossings that the map draws as ways of their own, beside or across their street.

alter table roads add column is_pavement boolean not null default false;
comment on column roads.is_pavement is 'The map calls it the pavement or crossing of a street; which street, the planner sees';
