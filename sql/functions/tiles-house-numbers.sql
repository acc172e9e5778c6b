-- One label point per address: inside its building when it is alone there, else where it was surveyed.
create or replace function tiles.house_numbers(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select st_tileenvelope(z, x, y) as tile, st_transform(st_tileenvelope(z, x, y), 4326) as tile_4326
    ),
    placed as materialized (
      select a.id, a.house_number, a.building_link,
        st_asmvtgeom(
          case when b.id is null then st_transform(a.point, 3857)
            when st_contains(b.geom_3857, st_centroid(b.geom_3857)) then st_centroid(b.geom_3857)
            else st_pointonsurface(b.geom_3857) end,
          bounds.tile, 4096, 64) as geom
      from bounds
      join addresses a on a.point && bounds.tile_4326
      left join buildings b on b.id = a.building_id and b.retired_at is null and not exists (
        select from addresses other
        where other.building_id = a.building_id and other.retired_at is null and other.id <> a.id)
      where z >= 16 and a.retired_at is null
    ),
    weighed as (
      select *, sum(22 + octet_length(house_number)) over (order by id) as bytes
      from placed where geom is not null
    )
    select st_asmvt(f, 'house_numbers', 4096, 'geom', 'id')
    from (select id, geom, house_number, building_link from weighed where bytes <= 80000) f
  );
end
$$;

comment on function tiles.house_numbers(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "House numbers as label points, one per address",
  "minzoom": 16,
  "maxzoom": 17,
  "reads": { "addresses": 16, "buildings": 16 },
  "vector_layers": [
    {
      "id": "house_numbers",
      "minzoom": 16,
      "maxzoom": 17,
      "fields": {
        "house_number": "String",
        "building_link": "String: contained, nearest or none"
      }
    }
  ]
}$$;
