-- Cities stand among the names people say, so that an extract called after its file still has one.
alter table admin_names drop constraint admin_names_level_check;
alter table admin_names add constraint admin_names_level_check
  check (level in ('city', 'district', 'ward', 'complex'));
