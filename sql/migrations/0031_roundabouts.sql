-- Directions count the exits of a roundabout; on the roads of before nobody knows of any until the next import of the city.

alter table roads add column roundabout boolean not null default false;
comment on column roads.roundabout is 'Part of the ring of a roundabout or circular junction, where directions count exits';
