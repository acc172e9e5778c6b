-- What becomes of other corrections when one is entered or withdrawn.

-- Whoever speaks of one way speaks of no other: before something new is said of the field of a way, each other way that
-- carries what was said of it so far, and the way itself where it carries what was said of another one, gets that as a
-- correction of its own. Of what stands at a point there is only one: that goes over to the new one as it is.
create or replace function part_carriers(of_way bigint, about text) returns void
language plpgsql as $$
declare
  held record;
  is_elsewhere_too boolean;
begin
  for held in
    select w.id, w.row_id, c.id as correction_id, c.target_id, r.osm_way_id, l.label, l.geom,
      -- By its way an import knows what a register said before, so that word stays with it as long as there is such a way.
      c.source = 'register' and (
        exists (select from roads n where n.osm_way_id = c.target_id and n.retired_at is null)
        or exists (select from corrections n where n.target_kind = 'road' and n.target_id = r.osm_way_id
          and n.field = c.field and n.source = 'register' and n.retired_at is null)) as is_known_by_way
    from corrected_rows w
    join corrections c on c.id = w.correction_id
    join roads r on r.id = w.row_id and r.retired_at is null
    left join alleys a on a.id = r.alley_id
    cross join lateral (
      select coalesce(a.label, r.name, r.class || ' ' || r.osm_way_id) as label, coalesce(
        (select p.line from (select st_transform(st_intersection(st_transform(c.geom, u.srid),
            st_buffer(st_transform(r.geom, u.srid), current_parameter('same_road_within'), 'endcap=flat')), 4326) as line
          from (select metric_srid(c.geom) as srid) u) p
         where st_geometrytype(p.line) = 'ST_LineString' and not st_isempty(p.line)),
        r.geom) as geom
    ) l
    where w.kind = 'road' and w.field = about and r.osm_way_id <> c.target_id
      and (c.target_id = of_way and about not like '%@%' or r.osm_way_id = of_way)
    order by w.id
  loop
    is_elsewhere_too := exists (
      select from corrected_rows o where o.correction_id = held.correction_id and o.id <> held.id);
    if is_elsewhere_too or held.is_known_by_way then
      with own as (
        insert into corrections (target_kind, target_id, label, osm_type, osm_id, geom, synthetic, field, value, provenance,
          imported, author, verified, entered_at, observed_on, note, source, reason,
          copied_from)
        select c.target_kind, held.osm_way_id, held.label, 'w', held.osm_way_id, held.geom, c.synthetic, c.field, c.value,
          c.provenance, w.imported, c.author, c.verified, c.entered_at, c.observed_on, c.note, c.source,
          case when c.reason like 'spread %' then 'spread way:' || held.osm_way_id end, coalesce(c.copied_from, c.id)
        from corrections c join corrected_rows w on w.id = held.id where c.id = held.correction_id
        returning id
      )
      update corrected_rows w set correction_id = own.id from own where w.id = held.id;
      if not is_elsewhere_too and held.target_id <> of_way then
        update corrections set state = 'superseded', state_since = now(), reason = null, superseded_by = (
          select w.correction_id from corrected_rows w where w.id = held.id)
        where id = held.correction_id;
      end if;
    else
      update corrections set target_id = held.osm_way_id, osm_id = held.osm_way_id, label = held.label, geom = held.geom
      where id = held.correction_id;
    end if;
  end loop;
end $$;
comment on function part_carriers is 'Leaves what was said of a way in force on the others that carry it';

-- What comes back when another is withdrawn holds again wherever that was, as far as it was said of there.
create or replace function apply_beside(correction_id bigint, row_ids bigint[]) returns void language sql as $$
  select apply_correction(c.id, r.id)
  from corrections c
  join roads r on r.id = any (row_ids) and r.retired_at is null
  cross join lateral (
    select st_transform(r.geom, metric_srid(c.geom)) as way, st_transform(c.geom, metric_srid(c.geom)) as corrected
  ) m
  where c.id = correction_id and c.target_kind = 'road' and c.state = 'applied'
    and not exists (select from corrected_rows w where w.correction_id = c.id and w.kind = 'road' and w.row_id = r.id)
    and is_about_all(share_beside(m.way, m.corrected, current_parameter('same_road_within')), st_length(m.way),
      current_parameter('same_road_whole'), current_parameter('same_road_overhang'))
$$;
comment on function apply_beside is 'Brings those of some live roads that run along the line of a correction to what it says';

create or replace function give_way(withdrawn bigint) returns void language plpgsql as $$
declare
  row_ids bigint[] := array(select row_id from corrected_rows where correction_id = withdrawn and kind = 'road');
  earlier bigint[] := array(
    select id from corrections where superseded_by = withdrawn and state = 'superseded' and retired_at is null);
begin
  perform lift_correction(withdrawn);
  perform revive_superseded(withdrawn);
  -- One of them at most is applied now.
  perform apply_beside(id, row_ids) from unnest(earlier) id;
end $$;
comment on function give_way is 'Takes a correction out of its rows; the last before it holds again, else what the map says';

-- A copy of what a register said of a way says what the register says of that way now, and goes with it: what comes back
-- from retirement, by an undo, brings its copies back.
create or replace function follow_registers() returns void language plpgsql as $$
declare
  copy record;
  carriers bigint[];
begin
  -- Of each survey that the register lists there is a correction of its own. What somebody withdrew stays so.
  update corrections k set copied_from = n.id
  from corrections r cross join lateral (
    select n.id from corrections n where n.target_kind = 'road' and n.target_id = r.target_id and n.field = r.field
      and n.source = 'register' and n.copied_from is null and n.retired_at is null and n.state <> 'withdrawn'
    order by n.id desc limit 1
  ) n
  where r.id = k.copied_from and n.id <> r.id and (r.state <> 'withdrawn' or n.id > r.id)
    and k.source = 'register' and k.retired_at is null;
  for copy in
    select k.id, k.field, r.id as origin_id, r.retired_at from corrections k join corrections r on r.id = k.copied_from
    where k.source = 'register' and k.state <> 'withdrawn' and (
      (k.retired_at is null) <> (r.retired_at is null)
      or r.retired_at is null and (k.value, k.provenance, k.author, k.observed_on, k.note)
        is distinct from (r.value, r.provenance, r.author, r.observed_on, r.note))
    order by k.id
  loop
    carriers := array(select row_id from corrected_rows where correction_id = copy.id and kind = 'road' order by id);
    perform lift_correction(copy.id);
    update corrections k set retired_at = r.retired_at, retired_by_batch = r.retired_by_batch, value = r.value,
      provenance = r.provenance, author = r.author, observed_on = r.observed_on, note = r.note
    from corrections r where k.id = copy.id and r.id = copy.origin_id;
    continue when copy.retired_at is not null;
    -- On a longer road it held to be safe only: there it holds still if it allows less than the map.
    perform apply_correction(copy.id, r.id) from corrections k join roads r on r.id = any (carriers) and r.retired_at is null
    where k.id = copy.id and strictness(k.field, k.value)
      < strictness(k.field, correctable_values('road', r.id, k.field) -> k.field);
    perform apply_beside(copy.id, carriers);
  end loop;
end $$;
comment on function follow_registers is 'Brings the copies of what registers said to what those say now';
