-- One text that changes whenever drive times on the road graph may: roads, barriers, obstacles, stations, values.
-- returns one row
select md5(concat_ws(' ',
  (
    select concat(count(*), ':', sum(hashtextextended(concat_ws(
      ' ', id, class, oneway, motor, foot, width_m, max_height_m, max_weight_t, speed_kmh,
      node_ids[1], cardinality(node_ids), st_length(geom)
    ), 0)::numeric))
    from roads where retired_at is null
  ),
  (select string_agg(concat_ws(' ', osm_node_id, kind), ',' order by id) from barriers where retired_at is null),
  (
    select string_agg(concat_ws(' ', id, target_id, value), ',' order by id)
    from corrections where state = 'applied' and retired_at is null and field like 'obstacle:%'
  ),
  (select string_agg(k::text, ',' order by k::text) from obstacle_kinds k),
  (select string_agg(concat_ws(' ', id, st_astext(geom)), ',' order by id) from stations where retired_at is null),
  (select string_agg(v::text, ',' order by v::text) from vehicle_classes v),
  (select string_agg(b::text, ',' order by b::text) from barrier_kinds b),
  (select string_agg(p::text, ',' order by p::text) from parameters p where p.parameter in ('table_cell', 'station_snap_max', 'corner_angle_min', 'same_obstacle_max'))
)) as key
