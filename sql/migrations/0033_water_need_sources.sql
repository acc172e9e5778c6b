-- Where a need of water is from is shown with it, in the language of the page.
alter table water_needs rename column source to source_en;
alter table water_needs add column source_vi text;
update water_needs set source_vi = source_en;
alter table water_needs alter column source_vi set not null;
