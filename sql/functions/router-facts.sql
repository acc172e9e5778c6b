-- What routing data are made of beside the map and what people said of it: the measures of the classes that
-- have data of their own, what barriers do, and the values of turns, as valid today.
create or replace function router_facts() returns jsonb language sql stable as $$
  select jsonb_build_object(
    'classes', (
      select jsonb_object_agg(code, jsonb_build_object(
        'widthMeters', width_m, 'widthMarginMeters', width_margin_m,
        'heightMeters', height_m, 'heightMarginMeters', height_margin_m,
        'weightTonnes', weight_t, 'footways', footways, 'speedFactor', speed_factor,
        'turning', case when turning_radius_m is not null then jsonb_build_object(
          'radiusMeters', turning_radius_m, 'frontToAxleMeters', coalesce(front_to_axle_m, length_m)) end))
      from vehicle_classes
      where valid_from <= current_date and (valid_to is null or valid_to > current_date)
        and coalesce(nullif(routing_profile, ''), code) = code
    ),
    'barriers', (
      select jsonb_object_agg(kind, jsonb_build_object('motor', motor, 'footways', footways, 'delaySeconds', delay_s))
      from barrier_kinds where valid_from <= current_date and (valid_to is null or valid_to > current_date)
    ),
    'parameters', (
      select jsonb_object_agg(parameter, value) from parameters
      where parameter in ('turn_delay', 'u_turn_delay', 'corner_angle_min')
        and valid_from <= current_date and (valid_to is null or valid_to > current_date)
    )
  )
$$;
comment on function router_facts() is 'What routing data are made of beside the map: router_builds keeps it, to tell data that are older than the classes and barrier kinds in force';
