-- In:  staging.road_matches, new_roads; corrections
-- Out: staging.new_roads as people corrected it, staging.held_values with what the map says there

insert into staging.held_values
select m.correction_id, 'road', m.row_id, m.field, case m.field
  when 'width_m' then jsonb_build_object('width_m', n.width_m::real, 'width_provenance', n.width_provenance)
  when 'max_height_m' then jsonb_build_object('max_height_m', n.max_height_m::real)
  when 'max_weight_t' then jsonb_build_object('max_weight_t', n.max_weight_t::real)
  else '{}' end
from staging.road_matches m join staging.new_roads n on n.id = m.row_id;

update staging.new_roads n set width_m = (c.value #>> '{}')::real, width_provenance = c.provenance
from staging.road_matches m join corrections c on c.id = m.correction_id
where m.field = 'width_m' and m.row_id = n.id;
update staging.new_roads n set max_height_m = (c.value #>> '{}')::real
from staging.road_matches m join corrections c on c.id = m.correction_id
where m.field = 'max_height_m' and m.row_id = n.id;
update staging.new_roads n set max_weight_t = (c.value #>> '{}')::real
from staging.road_matches m join corrections c on c.id = m.correction_id
where m.field = 'max_weight_t' and m.row_id = n.id;
