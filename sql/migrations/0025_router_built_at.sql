alter table router_builds add column built_at timestamptz;
alter table router_builds alter column built_at set default clock_timestamp();
comment on column router_builds.built_at is 'When they were put in force: routers use them a little later; null: not written down, about facts_at';
