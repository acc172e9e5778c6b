alter table router_builds add column made_of jsonb;
comment on column router_builds.made_of is 'router_facts() when the routing data were built; null: built before that was written down';
