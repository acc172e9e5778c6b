-- Footprints. From z16 with the house numbers that stand on them.
-- A tile keeps its largest footprints within a byte budget (22 bytes a feature, 2 or 3 a vertex and
-- the text), so that the densest quarter still fits with the other static themes in 500 kB.
create or replace function tiles.buildings(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select
        st_tileenvelope(z, x, y) as tile,
        st_tileenvelope(z, x, y, margin => 1.0 / 64) as buffered,
        -- Half the resolution where a tube house is a few pixels: each coordinate then takes one byte.
        case when z < 15 then 2048 else 4096 end as extent,
        -- What covers less than this is noise on the screen: pixels of a 512 px tile, squared.
        case z when 13 then 4 when 14 then 1 when 15 then 0.5 else 0 end
          * (78271.51696402048 / 2 ^ z) ^ 2 as smallest_m2
    ),
    drawn as materialized (
      select b.id, b.floors, n.house_number, case when z >= 15 then b.name end as name,
        case when z >= 15 then b.use end as use, st_area(b.geom_3857) as area,
        st_asmvtgeom(b.geom_3857, bounds.tile, bounds.extent, bounds.extent / 64) as geom
      from bounds
      join buildings b on b.geom_3857 && bounds.buffered
      left join lateral (
        select array_to_string((array_agg(a.house_number order by a.number_value, a.house_number))[1:3], ', ')
          || case when count(*) > 3 then ' …' else '' end as house_number
        from (select distinct house_number, number_value from addresses
              where building_id = b.id and retired_at is null) a
        where z >= 16
      ) n on true
      where z >= 13 and b.retired_at is null and st_area(b.geom_3857) >= bounds.smallest_m2
    ),
    weighed as (
      select *, sum(22 + case when z < 15 then 2 else 3 end * st_npoints(geom) + octet_length(concat(name, house_number)))
        over (order by area desc, id) as bytes
      from drawn where geom is not null
    )
    select st_asmvt(f, 'buildings', (select extent from bounds), 'geom', 'id')
    from (
      select id, geom, house_number, floors, name, use from weighed where bytes <= 230000
    ) f
  );
end
$$;

comment on function tiles.buildings(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Building footprints with their house numbers",
  "minzoom": 13,
  "maxzoom": 17,
  "reads": { "buildings": 13, "addresses": 16 },
  "vector_layers": [
    {
      "id": "buildings",
      "minzoom": 13,
      "maxzoom": 17,
      "fields": {
        "house_number": "String: from z16, up to three numbers",
        "floors": "Number: missing when unknown",
        "name": "String: from z15",
        "use": "String: from z15"
      }
    }
  ]
}$$;
