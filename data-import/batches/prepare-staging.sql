-- What the staging steps of every import share; they run after this. `staging.settings` is filled by the caller.

create table staging.settings (
  srid integer not null,
  replace boolean not null,
  drop_registers boolean not null,
  synthetic boolean not null,
  vietnamese boolean not null
);
comment on table staging.settings is
  'srid: metric projection at this place; replace: nothing live from OSM is kept; drop_registers: nor any register; vietnamese: labels as `Số 5, phố Huế`';

create table staging.type_labels (type text primary key, label text not null);

create table staging.names (
  text text primary key,
  kind text not null,
  alley_type text,
  level smallint,
  path text[],
  path_key text,
  street_type text,
  street_name text,
  street_key text,
  full_key text,
  is_alley_street boolean not null,
  label text not null
);
comment on table staging.names is 'Every distinct name of a way or of an address''s street, read by geo/addresses';

create function staging.parameter(wanted text) returns double precision language sql stable as $$
  select value::double precision from public.parameters
  where parameter = wanted and class = '' and valid_from <= current_date
    and (valid_to is null or valid_to > current_date)
  order by valid_from desc limit 1
$$;

create function staging.is_alley_type(type text) returns boolean language sql immutable as $$
  select coalesce(type in ('ngo', 'ngach', 'hem', 'kiet'), false)
$$;

-- `Ngách 29/70 phố Khương Hạ`: in reading order, beginning with a capital.
create function staging.alley_label(type text, path_key text, street bigint) returns text language plpgsql stable as $$
declare
  own text := concat_ws(' ', (select l.label from staging.type_labels l where l.type = alley_label.type), nullif(path_key, ''));
  way text := (
    select concat_ws(' ', l.label, s.name) from staging.link_streets s
    left join staging.type_labels l on l.type = s.type where s.id = street);
begin
  return upper(left(own, 1)) || substr(own, 2) || coalesce(' ' || way, '');
end $$;

create table staging.folded_names (name text primary key, key text not null);
comment on table staging.folded_names is 'Distinct landmark names with their search key';

create table staging.admin_type_words (word text primary key, type text not null);
insert into staging.admin_type_words values
  ('phường', 'phuong'), ('xã', 'xa'), ('thị trấn', 'thi-tran'), ('đặc khu', 'dac-khu'), ('quận', 'quan'),
  ('huyện', 'huyen'), ('thị xã', 'thi-xa'), ('thành phố', 'thanh-pho'), ('tỉnh', 'tinh');

create function staging.ward_types() returns text[] language sql stable as $$
  select string_to_array(value, ' / ') from public.parameters
  where parameter = 'ward_types' and valid_from <= current_date and (valid_to is null or valid_to > current_date)
  order by valid_from desc limit 1
$$;

create function staging.point_of(geom geometry) returns geometry language sql immutable as $$
  select case st_geometrytype(geom) when 'ST_Point' then geom
    when 'ST_Polygon' then st_pointonsurface(geom) when 'ST_MultiPolygon' then st_pointonsurface(geom)
    else st_closestpoint(geom, st_centroid(geom)) end
$$;

-- Whether rows that a register batch brought stay: those of the demo city go with it.
create function staging.is_kept(batch bigint) returns boolean language sql stable as $$
  select not s.drop_registers and s.synthetic = coalesce((select b.synthetic from public.import_batches b where b.id = batch), false)
  from staging.settings s
$$;

-- Retired rows of these batches may come back when their source has them again: a row of the demo city never
-- becomes a real one.
create table staging.returnable_batches as
select b.id from public.import_batches b
join public.import_batches running on running.status = 'running' and running.synthetic = b.synthetic;

-- How much of both footprints together they share, 0 to 1.
create function staging.shared_area(a geometry, b geometry) returns double precision language sql immutable as $$
  select coalesce(st_area(st_intersection(valid_a, valid_b)) / nullif(st_area(st_union(valid_a, valid_b)), 0), 0)
  from (select st_makevalid(a) as valid_a, st_makevalid(b) as valid_b) v
$$;
