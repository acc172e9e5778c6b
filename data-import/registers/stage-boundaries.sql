-- Admin units of a register, keyed by code and first day of validity: codes were reused for other territories.
-- In:  staging.rows, admin_type_words; admin_units
-- Out: staging.new_admin_units; staging.is_complete, to be filled

create table staging.is_complete (yes boolean not null);

create table staging.known_units as
select distinct on (l.code, l.valid_from) l.code, l.valid_from, l.id
from admin_units l join staging.rows r on r.code = l.code and r.valid_from is not distinct from l.valid_from
where l.source = 'register' and (l.retired_at is null or l.batch_id in (select id from staging.returnable_batches))
order by l.code, l.valid_from, l.retired_at desc nulls first, l.id;

create table staging.new_admin_units as
select coalesce(l.id, nextval(pg_get_serial_sequence('admin_units', 'id'))) as id, r.code,
  coalesce(r.type, word.type, 'unknown') as type, r.name, r.valid_from, r.valid_to, 'register'::text as source,
  st_multi(st_setsrid(st_geomfromgeojson(r.geometry), 4326)) as geom
from staging.rows r
left join staging.admin_type_words word on lower(r.fullname) = word.word || ' ' || lower(r.name)
left join staging.known_units l on l.code = r.code and l.valid_from is not distinct from r.valid_from
order by r.line;
