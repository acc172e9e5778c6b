-- Alleys named by a number alone (`Ngách 12`, `Hẻm 43/98/31`): the wider way they open onto gives street and path.
-- Level by level, so that a hẻm may follow a ngách that was itself found this way.
-- In:  staging.alley_parts, alley_roads, street_roads, joints
-- Out: staging.alley_parts with street_id, path and link

create table staging.known_ways (osm_id bigint primary key, street_id bigint not null, level smallint not null, path text[] not null);
insert into staging.known_ways
select sr.osm_id, s.id, s.is_alley::integer, '{}' from staging.street_roads sr join staging.link_streets s using (part);
insert into staging.known_ways
select ar.osm_id, p.street_id, p.level, p.path from staging.alley_roads ar join staging.alley_parts p using (part)
where p.street_id is not null;

do $$
declare
  this_level smallint;
begin
  for this_level in select distinct level from staging.alley_parts where street_id is null order by 1 loop
    create temp table touching on commit drop as
    select p.part, k.street_id, k.level, k.path, 0::double precision as meters
    from staging.alley_parts p
    join staging.alley_roads ar using (part)
    join staging.joints own on own.osm_id = ar.osm_id
    join staging.joints other on other.node_id = own.node_id and other.osm_id <> own.osm_id
    join staging.known_ways k on k.osm_id = other.osm_id
    where p.street_id is null and p.level = this_level and k.level < p.level;

    insert into touching
    select p.part, k.street_id, k.level, k.path, k.meters
    from staging.alley_parts p cross join lateral (
      select k.*, st_distance(r.geom_m, p.geom_m) as meters
      from staging.roads r join staging.known_ways k using (osm_id)
      where st_dwithin(r.geom_m, p.geom_m, staging.parameter('alley_link_max')) and k.level < p.level
      order by meters, r.osm_id limit 1
    ) k
    where p.street_id is null and p.level = this_level and p.part not in (select part from touching);

    -- The parent is one level up where there is one: a ngách that meets its ngõ and a street belongs to the ngõ.
    update staging.alley_parts p set street_id = best.street_id, link = 'topology',
      path = case when cardinality(p.path) = 1 then best.path || p.path else p.path end
    from (
      select distinct on (part) part, street_id, path from touching
      order by part, level desc, meters, street_id, path
    ) best
    where best.part = p.part;

    insert into staging.known_ways
    select ar.osm_id, p.street_id, p.level, p.path from staging.alley_roads ar join staging.alley_parts p using (part)
    where p.level = this_level and p.link = 'topology'
    on conflict do nothing;
    drop table touching;
  end loop;
end $$;
