-- What a dispatcher says back to the caller: ward of today, mouth to enter by, something near.
-- $1 lon double precision: of the door
-- $2 lat double precision: of the door
-- $3 alley_id bigint: of the address, or null
-- $4 near_meters double precision: how far a landmark or crossing may be
-- $5 street_id bigint: of the address, or null
-- $6 approach_lon double precision: where the first unit stops, or the door
-- $7 approach_lat double precision: the same
-- $8 label text: what the place is called, which is said already
-- returns one row; every column may be null
with recursive door as (
  select st_setsrid(st_makepoint($1, $2), 4326) as geom
),
way_out as (
  select id, parent_id, label, level from alleys where id = $3
  union
  select a.id, a.parent_id, a.label, a.level from alleys a join way_out w on a.id = w.parent_id
),
mouth as (
  select w.label as alley, m.geom, m.onto_street_id,
    coalesce(full_name(s.type, s.name), o.label) as onto
  from (select * from way_out order by level limit 1) w
  left join alley_mouths m on m.alley_id = w.id
  left join streets s on s.id = m.onto_street_id
  left join alleys o on o.id = m.onto_alley_id
  -- Of several mouths, the one that the engine comes to.
  order by m.geom <-> st_setsrid(st_makepoint($6, $7), 4326)
  limit 1
),
spot as (
  -- Degrees that hold near_meters; at the poles there are none.
  select at.geom, st_expand(at.geom, $4::float8 / 110000 / greatest(cosd(st_y(at.geom)), 0.01), $4::float8 / 110000) as around
  from (select coalesce((select geom from mouth), (select geom from door)) as geom) at
),
landmark as (
  select l.kind, l.name, st_distance(l.geom::geography, spot.geom::geography) as meters
  from landmarks l, spot
  where l.retired_at is null and l.geom && spot.around and lower(l.name) <> lower($8)
  order by l.geom <-> spot.geom
  limit 1
),
nearest as (
  select r.id, coalesce((select onto_street_id from mouth), $5::bigint) as named_id, r.street_id, r.alley_id
  from roads r, spot
  where r.retired_at is null and r.geom && spot.around
  order by r.geom <-> spot.geom
  limit 1
),
-- The street that the mouth, or the door, lies on; where none is known, the nearest way.
own as (
  select r.street_id, r.geom, r.node_ids
  from roads r, spot, nearest n
  where r.retired_at is null and r.geom && spot.around
    and case when n.named_id is not null then r.street_id = n.named_id
      else r.id = n.id or r.street_id = n.street_id or r.alley_id = n.alley_id end
),
-- Another street that meets it.
crossing as (
  select 'crossing' as kind, full_name(s.type, s.name) as name,
    st_distance(meeting.geom::geography, spot.geom::geography) as meters
  from spot
  cross join own
  join roads r on r.geom && own.geom and r.node_ids && own.node_ids
    and r.retired_at is null and r.alley_id is null and r.street_id is distinct from own.street_id
  join streets s on s.id = r.street_id
  cross join lateral (select st_closestpoint(own.geom, r.geom) as geom) meeting
  order by meeting.geom <-> spot.geom
  limit 1
),
near as (
  select * from (select * from landmark union all select * from crossing) either
  where meters <= $4::float8
  order by kind = 'crossing', meters
  limit 1
)
select
  (
    select full_name(u.type, u.name) from admin_units u, door
    where u.retired_at is null and u.valid_to is null and st_covers(u.geom, door.geom)
    order by st_area(u.geom) limit 1
  ) as ward,
  (select alley from mouth) as mouth_alley,
  (select onto from mouth) as mouth_onto,
  (select kind from near) as near_kind,
  (select name from near) as near_name,
  (select meters from near) as near_meters
