-- What people on foot lose at an obstacle, and what those lose who lay hose past it; a vehicle loses something else there
-- or does not pass at all.

alter table barrier_kinds add column foot_delay_s real not null default 0 check (foot_delay_s >= 0),
  add column hose_delay_s real not null default 0 check (hose_delay_s >= 0);
comment on column barrier_kinds.foot_delay_s is 'Seconds that a crew which walks past it loses there, each unit as if it came first; 0 for what one walks around';
comment on column barrier_kinds.hose_delay_s is 'Seconds that a crew which lays hose past it loses there, each unit as if it came first; 0 for what the hose goes around';

alter table obstacle_kinds add column foot_delay_s real not null default 0 check (foot_delay_s >= 0),
  add column hose_delay_s real not null default 0 check (hose_delay_s >= 0),
  add constraint obstacle_kinds_foot_delay_check check (place = 'point' or (foot_delay_s = 0 and hose_delay_s = 0));
comment on column obstacle_kinds.foot_delay_s is 'As in barrier_kinds; 0 for what fills a way, of which nobody knows at which metre people are held up';
comment on column obstacle_kinds.hose_delay_s is 'As in barrier_kinds; 0 for what fills a way';
