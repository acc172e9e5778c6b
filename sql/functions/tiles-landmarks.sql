-- What callers name instead of a number. rank 1 is known across the city, 3 around the corner.
create or replace function tiles.landmarks(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with ranked as (
      select l.id, l.name, l.kind,
        case
          when l.kind in ('hospital', 'university', 'marketplace', 'market', 'stadium', 'bus_station', 'station', 'museum') then 1
          when l.kind in ('school', 'place_of_worship', 'townhall', 'police', 'theatre', 'cinema', 'park', 'college', 'mall',
            'government', 'community_centre', 'clinic', 'kindergarten', 'embassy') then 2
          else 3 end as rank,
        l.geom_3857
      from landmarks l
      where z >= 13 and l.retired_at is null
        and l.geom_3857 && st_tileenvelope(z, x, y, margin => 1.0 / 64)
    ),
    drawn as materialized (
      select id, name, kind, rank, st_asmvtgeom(geom_3857, st_tileenvelope(z, x, y), 4096, 64) as geom
      from ranked
      where rank <= case when z < 14 then 1 when z < 15 then 2 else 3 end
    ),
    weighed as (
      select *, sum(28 + octet_length(name)) over (order by rank, id) as bytes
      from drawn where geom is not null
    )
    select st_asmvt(f, 'landmarks', 4096, 'geom', 'id')
    from (select id, geom, name, kind, rank from weighed where bytes <= 18000) f
  );
end
$$;

comment on function tiles.landmarks(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Landmarks that callers name",
  "minzoom": 13,
  "maxzoom": 17,
  "reads": { "landmarks": 13 },
  "vector_layers": [
    {
      "id": "landmarks",
      "minzoom": 13,
      "maxzoom": 17,
      "fields": { "name": "String", "kind": "String", "rank": "Number: 1 city-wide, 2 quarter, 3 corner" }
    }
  ]
}$$;
