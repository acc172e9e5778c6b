-- What a fire or a rescue takes: run cards as data, and which vehicles carry tools to free people.

create table run_cards (
  incident_type text not null check (incident_type in ('fire', 'rescue')),
  fire_group text not null default '',
  floors_min smallint not null default 0 check (floors_min >= 0),
  alarm_level smallint not null check (alarm_level between 1 and 5),
  capability text not null check (capability in (
    'water_l', 'pump', 'crew', 'ladder', 'rescue_tools', 'crane', 'excavator')),
  amount integer not null check (amount > 0),
  mark text not null check (mark in ('sourced', 'assumed')),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (incident_type, fire_group, floors_min, alarm_level, capability, valid_from)
);
comment on table run_cards is 'How much of a capability an incident takes. Of all rows that hold for the building (its functional group or the empty one, at least so many floors) and for the alarm level or a lower one, the greatest amount counts';
comment on column run_cards.capability is 'water_l: litres that come on wheels; crew: people; all others: vehicles. A ladder counts only when it reaches the eaves';
select watch_changes('run_cards');

alter table vehicle_classes add column rescue_tools boolean;
comment on column vehicle_classes.rescue_tools is 'Carries hydraulic cutters, spreaders and lifting gear; null counts as no';
