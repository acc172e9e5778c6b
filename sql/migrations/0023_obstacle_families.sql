-- What is reported near a barrier of the map is that barrier only if it is a thing of the same family: a
-- low cable behind a bollard takes no bollard away.

alter table barrier_kinds add column family text not null default '';
comment on column barrier_kinds.family is 'A reported obstacle of the same family stands in place of such a barrier beside it; empty: nothing does';

alter table obstacle_kinds add column family text not null default '';
comment on column obstacle_kinds.family is 'The barriers of the map that it stands in place of, where it was reported beside one; empty: it always stands beside what is there';
