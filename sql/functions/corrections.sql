-- How a correction gets into the live row and out of it again. Each takes the kind ('address', 'road') and the row's id.

-- The columns that a field stands for, as the row has them now; null where there is no such live row.
create or replace function correctable_values(kind text, row_id bigint, field text) returns jsonb
language sql stable as $$
  select case field
    when 'width_m' then jsonb_build_object('width_m', r.width_m, 'width_provenance', r.width_provenance)
    when 'max_height_m' then jsonb_build_object('max_height_m', r.max_height_m)
    when 'max_weight_t' then jsonb_build_object('max_weight_t', r.max_weight_t)
    -- An obstacle stands beside the road's own values: that its row carries it is all.
    else '{}' end
  from roads r where kind = 'road' and r.id = row_id and r.retired_at is null
  union all
  select case field
    when 'house_number' then jsonb_build_object('house_number', a.house_number, 'number_value', a.number_value, 'label', a.label)
    when 'door' then jsonb_build_object('door', a.door::text, 'access', a.access::text,
      'access_road_id', a.access_road_id, 'door_provenance', a.door_provenance) end
  from addresses a where kind = 'address' and a.id = row_id and a.retired_at is null
$$;
comment on function correctable_values is 'What a row says in the columns of a correctable field';

create or replace function write_correctable(kind text, row_id bigint, field text, new_values jsonb) returns void
language plpgsql as $$
begin
  if kind = 'road' then
    update roads r set
      width_m = case when new_values ? 'width_m' then (new_values ->> 'width_m')::real else r.width_m end,
      width_provenance = coalesce(new_values ->> 'width_provenance', r.width_provenance),
      max_height_m = case when new_values ? 'max_height_m' then (new_values ->> 'max_height_m')::real else r.max_height_m end,
      max_weight_t = case when new_values ? 'max_weight_t' then (new_values ->> 'max_weight_t')::real else r.max_weight_t end
    where r.id = row_id;
  elsif field = 'house_number' then
    update addresses a set house_number = new_values ->> 'house_number',
      number_value = (new_values ->> 'number_value')::integer, label = new_values ->> 'label'
    where a.id = row_id;
  else
    update addresses a set door = (new_values ->> 'door')::geometry, access = (new_values ->> 'access')::geometry,
      access_road_id = (new_values ->> 'access_road_id')::bigint, door_provenance = new_values ->> 'door_provenance'
    where a.id = row_id;
  end if;
end $$;
comment on function write_correctable is 'Writes the columns that correctable_values read';

create or replace function number_value(house_number text) returns integer
language sql immutable strict parallel safe as $$
  select substring(house_number from '\d{1,9}')::integer
$$;
comment on function number_value is 'The number by which houses are sorted: 12 of 12A';

-- 'Số 8, phố Thử' of number 8 becomes 'Số 8A, phố Thử'.
create or replace function corrected_label(label text, imported_number text, new_number text) returns text
language sql immutable strict parallel safe as $$
  select case when position(imported_number in label) = 0 then label
    when position(imported_number in label) = 1 and label ~ ('^' || regexp_replace(imported_number, '([^[:alnum:]])', '\\\1', 'g') || ',')
      then 'Số ' || new_number || substr(label, length(imported_number) + 1)
    else overlay(label placing new_number from position(imported_number in label) for length(imported_number)) end
$$;
comment on function corrected_label is 'The label of a house under its corrected number';

create or replace function current_parameter(wanted text) returns double precision language sql stable as $$
  select value::double precision from parameters
  where parameter = wanted and class = '' and valid_from <= current_date
    and (valid_to is null or valid_to > current_date)
  order by valid_from desc limit 1
$$;
comment on function current_parameter is 'The value of a parameter that is valid today';

-- The way that a corrected door opens to: its street or alley where that is near, else the nearest.
create or replace function find_door_access(door geometry, street_id bigint, alley_id bigint)
returns table (road_id bigint, access geometry) language sql stable as $$
  with near as (
    select r.id, r.geom, st_distance(r.geom::geography, door::geography) as meters,
      case when find_door_access.alley_id is not null then r.alley_id = find_door_access.alley_id
        else r.street_id = find_door_access.street_id end as is_named
    from roads r
    where r.retired_at is null and (r.foot or r.motor)
      and r.geom && st_expand(door, current_parameter('nearest_way_max') / 110000 / greatest(cosd(st_y(door)), 0.01))
  )
  (select id, st_closestpoint(geom, door) from near
   where is_named and meters <= current_parameter('door_link_max') order by meters, id limit 1)
  union all
  (select id, st_closestpoint(geom, door) from near
   where meters <= current_parameter('nearest_way_max') order by meters, id limit 1)
  limit 1
$$;
comment on function find_door_access is 'Where a surveyed door reaches the road network, and which road that is';

create or replace function read_point(value jsonb) returns geometry language sql immutable strict parallel safe as $$
  select st_point((value ->> 'lon')::float8, (value ->> 'lat')::float8, 4326)
$$;
comment on function read_point is 'The point of {lon, lat}';

create or replace function corrected_values(correction corrections, row_id bigint, imported jsonb) returns jsonb
language sql stable as $$
  select case correction.field
    when 'width_m' then jsonb_build_object('width_m', correction.value, 'width_provenance', correction.provenance)
    when 'max_height_m' then jsonb_build_object('max_height_m', correction.value)
    when 'max_weight_t' then jsonb_build_object('max_weight_t', correction.value)
    when 'house_number' then jsonb_build_object('house_number', correction.value,
      'number_value', number_value(correction.value #>> '{}'),
      'label', corrected_label(imported ->> 'label', imported ->> 'house_number', correction.value #>> '{}'))
    when 'door' then (
      select jsonb_build_object('door', read_point(correction.value)::text, 'access', w.access::text,
        'access_road_id', w.road_id, 'door_provenance', 'surveyed')
      from addresses a left join lateral find_door_access(read_point(correction.value), a.street_id, a.alley_id) w on true
      where a.id = row_id)
    else '{}' end
$$;
comment on function corrected_values is 'What the columns of a field become by a correction, given what the import says';

create or replace function carries(correction corrections, live jsonb) returns boolean language sql immutable as $$
  select case correction.field
    when 'width_m' then (live ->> 'width_m')::real = (correction.value #>> '{}')::real
      and live ->> 'width_provenance' = correction.provenance
    when 'max_height_m' then (live ->> 'max_height_m')::real is not distinct from (correction.value #>> '{}')::real
    when 'max_weight_t' then (live ->> 'max_weight_t')::real is not distinct from (correction.value #>> '{}')::real
    when 'house_number' then live ->> 'house_number' = correction.value #>> '{}'
    when 'door' then live ->> 'door_provenance' = 'surveyed'
      and (live ->> 'door')::geometry = read_point(correction.value)
    else true end
$$;
comment on function carries is 'Whether a row, as correctable_values reads it, says what the correction says';

create or replace function apply_correction(correction_id bigint, target_row bigint) returns void
language plpgsql as $$
declare
  wanted corrections;
  live jsonb;
  known jsonb;
begin
  select * into strict wanted from corrections where id = correction_id;
  live := correctable_values(wanted.target_kind, target_row, wanted.field);
  -- A value that a correction left there is not what the import says.
  select coalesce(c.imported, e.imported) into known
  from corrections e left join corrected_rows c
    on c.correction_id = e.id and c.kind = e.target_kind and c.row_id = target_row and c.field = e.field
  where e.target_kind = wanted.target_kind and e.field = wanted.field and carries(e, live)
    and (c.id is not null or (e.id = wanted.id and e.imported <> '{}'))
  order by c.id nulls last limit 1;
  delete from corrected_rows c
  where c.kind = wanted.target_kind and c.row_id = target_row and c.field = wanted.field;
  insert into corrected_rows (correction_id, kind, row_id, field, imported)
  values (wanted.id, wanted.target_kind, target_row, wanted.field, coalesce(known, live));
  -- An obstacle is no column of the road; touching the row lets everybody who reads roads look again.
  if not carries(wanted, live) or wanted.field like 'obstacle:%' then
    perform write_correctable(wanted.target_kind, target_row, wanted.field,
      corrected_values(wanted, target_row, coalesce(known, live)));
  end if;
  update corrections set imported = coalesce(known, live) where id = wanted.id;
end $$;
comment on function apply_correction is 'Brings a live row to what the correction says, and remembers what the import says there';

-- Puts back what the import says, unless something else has been written there since.
create or replace function lift_correction(correction_id bigint) returns void
language plpgsql as $$
declare
  wanted corrections;
  held corrected_rows;
begin
  select * into strict wanted from corrections where id = correction_id;
  for held in delete from corrected_rows c where c.correction_id = wanted.id returning * loop
    if carries(wanted, correctable_values(held.kind, held.row_id, held.field)) then
      perform write_correctable(held.kind, held.row_id, held.field, held.imported);
    end if;
  end loop;
end $$;
comment on function lift_correction is 'Takes a correction out of every live row that carries it';

-- An obstacle lets nobody through that another thing does not stop; where nothing is said everything comes through.
create or replace function strictness(field text, value jsonb) returns real
language sql immutable parallel safe as $$
  select case when value is not null and field like 'obstacle:%' then 0 else coalesce((value #>> '{}')::real, 'infinity') end
$$;
comment on function strictness is 'What a corrected width or limit lets through: the least is the strictest';

-- By its own id; an import looks further (match-houses.sql, match-roads.sql). A way is judged as there: what was measured on
-- a part says nothing of the rest that was joined to it, but what allows less than the map holds for whoever comes through.
create or replace function find_live_row(correction corrections, out row_id bigint, out reason text)
language sql stable as $$
  with found as (
    select a.id, null as reason from addresses a
    where correction.target_kind = 'address' and a.id = correction.target_id and a.retired_at is null
    union all
    select r.id, case
      when is_that_road(m.at_point, s.of_way, s.of_corrected, st_length(m.way), m.least_share,
        current_parameter('same_road_whole'), m.overhang_m) then null
      when is_part_there(m.way, s.along_m, good_part_m(st_length(m.corrected), m.least_share, m.overhang_m), m.spot, m.within_m)
        and strictness(correction.field, correction.value)
          < strictness(correction.field, correctable_values('road', r.id, correction.field) -> correction.field) then null
      when s.of_corrected >= m.least_share then 'lengthened'
      else 'moved' end
    from roads r
    cross join lateral (
      select st_transform(r.geom, metric_srid(correction.geom)) as way,
        st_transform(correction.geom, metric_srid(correction.geom)) as corrected,
        correction.value ->> 'lon' is not null as at_point,
        case when correction.value ->> 'lon' is not null then st_closestpoint(
          st_transform(correction.geom, metric_srid(correction.geom)),
          st_transform(read_point(correction.value), metric_srid(correction.geom))) end as spot,
        current_parameter('same_road_within') as within_m, current_parameter('same_road_share') as least_share,
        current_parameter('same_road_overhang') as overhang_m
    ) m
    cross join lateral (
      select share_beside(m.way, m.corrected, m.within_m) as of_way, share_beside(m.corrected, m.way, m.within_m) as of_corrected,
        meters_along(m.way, m.corrected, m.within_m) as along_m
    ) s
    where correction.target_kind = 'road' and r.osm_way_id = correction.target_id and r.retired_at is null
  )
  (
    select case when reason is null then id end as row_id, reason from found
    union all
    select null, 'gone' where not exists (select from found)
  ) order by reason nulls first limit 1
$$;
comment on function find_live_row is 'The house or way that a correction was entered for, as long as it stands where it stood; else why there is none';

create or replace function rank_word(provenance text, day date) returns float8[] language sql immutable as $$
  select array[coalesce(array_position(array['measured', 'tagged', 'derived', 'assumed'], provenance), 0),
    -extract(epoch from coalesce(day, '1900-01-01'))]
$$;
comment on function rank_word is 'Of two words on one road the lesser is better known, or known as well and seen later; nobody says how an obstacle is known';

-- Each correction points at the one that replaced it: when that is withdrawn, the best known of those that still have
-- their row holds again, and the others wait behind it.
create or replace function revive_superseded(withdrawn bigint) returns void
language plpgsql as $$
declare
  earlier corrections;
  live_row bigint;
  why_none text;
begin
  for earlier in select * from corrections
    where superseded_by = withdrawn and state = 'superseded' and retired_at is null
    order by rank_word(provenance, coalesce(observed_on, case when source <> 'register' then entered_at::date end)), id desc
  loop
    select row_id, reason into live_row, why_none from find_live_row(earlier);
    update corrections set state = case when live_row is null then 'unmatched' else 'applied' end,
      reason = why_none, state_since = now(), superseded_by = null where id = earlier.id;
    continue when live_row is null;
    perform apply_correction(earlier.id, live_row);
    update corrections set superseded_by = earlier.id where superseded_by = withdrawn and state = 'superseded';
    exit;
  end loop;
end $$;
comment on function revive_superseded is 'Brings back what a withdrawn correction had replaced';
