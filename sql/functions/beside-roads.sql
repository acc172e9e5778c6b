-- Whether lines run along one another, and how far: by that a road is recognised that a newer map has drawn anew.

-- How much of line a runs within some metres beside line b, 0 to 1. Both in metres; ends are cut straight, so that
-- the way that goes on behind b is not beside it.
create or replace function share_beside(a geometry, b geometry, meters double precision) returns double precision
language sql immutable parallel safe as $$
  select case when a = b then 1
    else coalesce(st_length(st_intersection(a, st_buffer(b, meters, 'endcap=flat'))) / nullif(st_length(a), 0), 0) end
$$;
comment on function share_beside is 'The share of a line that runs beside another';

-- Of a share of a line: whether what lacks is no more than a survey, or a way that was drawn anew, may be off.
create or replace function is_about_all(
  share double precision, length_m double precision, least_share double precision, most_lacking_m double precision
) returns boolean language sql immutable parallel safe as $$
  select share >= least_share or (1 - share) * length_m <= most_lacking_m
$$;
comment on function is_about_all is 'Whether a share of a line counts as all of it';

-- Of a way that has the id still: whether it is the road that was spoken of, by how much of either runs along the other.
-- A bollard stands where it stands, however far its way goes on; what was measured on a part says nothing of the rest.
create or replace function is_that_road(
  at_point boolean, of_way double precision, of_spoken_of double precision, way_length_m double precision,
  least_share double precision, whole_share double precision, most_lacking_m double precision
) returns boolean language sql immutable parallel safe as $$
  select case when at_point then greatest(of_way, of_spoken_of) >= least_share
    else of_way >= least_share and is_about_all(of_way, way_length_m, whole_share, most_lacking_m) end
$$;
comment on function is_that_road is 'Whether a way carries what was said of a road, whatever that is';

-- More of a road than a crossing or a moved node makes.
create or replace function good_part_m(
  length_m double precision, least_share double precision, most_lacking_m double precision
) returns double precision language sql immutable parallel safe as $$
  select least(most_lacking_m, least_share * length_m)
$$;
comment on function good_part_m is 'So many metres of a road are a part of it that counts';

create or replace function is_part_there(
  way geometry, along_m double precision, good_part_m double precision, spot geometry, within_m double precision
) returns boolean language sql immutable parallel safe as $$
  select along_m >= good_part_m and (spot is null or st_dwithin(way, spot, within_m))
$$;
comment on function is_part_there is 'Whether enough of a road is there, and its spot, to carry what allows less than the map';

-- What a bend of the line a covers of b counts, what crosses it does not. Both in metres.
create or replace function meters_along(a geometry, b geometry, meters double precision) returns double precision
language sql immutable parallel safe as $$
  select coalesce(sum(abs(st_linelocatepoint(b, st_endpoint(p.geom)) - st_linelocatepoint(b, st_startpoint(p.geom)))), 0)
    * st_length(b)
  from st_dump(st_linemerge(st_intersection(a, st_buffer(b, meters, 'endcap=flat')))) p where st_dimension(p.geom) = 1
$$;
comment on function meters_along is 'How many metres of line b a line within some metres runs along';

create or replace function besides(a geometry, b geometry, meters double precision) returns geometry
language sql immutable parallel safe as $$
  select case when b is null then a else st_difference(a, st_buffer(b, meters, 'endcap=flat')) end
$$;
comment on function besides is 'What of a line does not run beside another';

create or replace function metric_srid(line geometry) returns integer language sql immutable strict parallel safe as $$
  select case when st_y(st_startpoint(line)) >= 0 then 32600 else 32700 end
    + least(60, floor((st_x(st_startpoint(line)) + 180) / 6)::integer + 1)
$$;
comment on function metric_srid is 'The UTM zone of a line in degrees';
