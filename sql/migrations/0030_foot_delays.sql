-- What a crew with hose loses at an obstacle on foot, where a vehicle loses something else or does not pass at all.

alter table barrier_kinds add column foot_delay_s real not null default 0 check (foot_delay_s >= 0);
comment on column barrier_kinds.foot_delay_s is 'Seconds that a crew which carries hose loses there on foot; the first who pass leave it open. 0 for what one walks around';

alter table obstacle_kinds add column foot_delay_s real not null default 0 check (foot_delay_s >= 0),
  add constraint obstacle_kinds_foot_delay_check check (place = 'point' or foot_delay_s = 0);
comment on column obstacle_kinds.foot_delay_s is 'As in barrier_kinds; 0 for what fills a way, of which nobody knows at which metre people are held up';
