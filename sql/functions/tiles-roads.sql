-- Roads by importance: through roads far out, residential streets from z13, alleys from z14, paths from z15.
create or replace function tiles.roads(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select
        st_tileenvelope(z, x, y) as tile,
        st_tileenvelope(z, x, y, margin => 1.0 / 64) as buffered,
        78271.51696402048 / 2 ^ z as pixel_m,
        -- The wider the view, the fewer the classes.
        array['motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link']
          || case when z >= 10 then array['secondary', 'secondary_link'] end
          || case when z >= 11 then array['tertiary', 'tertiary_link'] end
          || case when z >= 13 then array['unclassified', 'residential', 'road'] end
          || case when z >= 14 then array['living_street', 'pedestrian', 'service'] end as classes
    ),
    drawn as materialized (
      select r.id, r.class, r.name, r.alley_level, r.width_m, r.width_provenance, r.oneway,
        r.bridge, r.tunnel, r.motor, st_length(r.geom_3857) as length_m,
        st_asmvtgeom(
          case when z < 15 then st_simplify(r.geom_3857, bounds.pixel_m / 2, true) else r.geom_3857 end,
          bounds.tile, 4096, 64) as tile_geom
      from bounds
      join roads r on r.geom_3857 && bounds.buffered
      where z >= 8 and r.retired_at is null
        and (z >= 15 or (r.class = any (bounds.classes) and (z >= 14 or r.alley_level = 0)))
    ),
    weighed as (
      select *, sum(34 + 3 * st_npoints(tile_geom) + coalesce(octet_length(name), 0))
        over (order by alley_level, width_m desc, length_m desc, id) as bytes
      from drawn where tile_geom is not null
    )
    select st_asmvt(f, 'roads', 4096, 'geom', 'id')
    from (
      select id, tile_geom as geom, class,
        case when z >= 12 then name end as name,
        nullif(alley_level, 0) as alley_level,
        case when z >= 14 then round(width_m::numeric, 1)::float8 end as width_m,
        case when z >= 14 then width_provenance end as width_provenance,
        case when z >= 14 and exists (
          select from corrected_rows w join corrections c on c.id = w.correction_id
          where w.kind = 'road' and w.row_id = weighed.id and is_assumed_limit(c)) then true end as limit_assumed,
        case when z >= 15 then nullif(oneway, 0) end as oneway,
        nullif(bridge, false) as bridge,
        nullif(tunnel, false) as tunnel,
        nullif(motor, true) as motor
      from weighed
      -- House numbers share the tile from z16.
      where bytes <= case when z < 16 then 150000 else 75000 end
    ) f
  );
end
$$;

comment on function tiles.roads(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Roads, alleys and paths with class and clear width",
  "minzoom": 8,
  "maxzoom": 17,
  "reads": { "roads": 8, "corrected_rows": 14, "corrections": 14 },
  "vector_layers": [
    {
      "id": "roads",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": {
        "class": "String: OSM highway value",
        "name": "String: from z12",
        "alley_level": "Number: 1 ngõ, 2 ngách, 3 hẻm and deeper; missing on streets",
        "width_m": "Number: clear width in metres, from z14",
        "width_provenance": "String: measured, tagged, derived or assumed; from z14",
        "limit_assumed": "Boolean: true where a limit or clearance was judged by eye, else missing; from z14",
        "oneway": "Number: 1 along the line, -1 against it; missing when two-way; from z15",
        "bridge": "Boolean: true or missing",
        "tunnel": "Boolean: true or missing",
        "motor": "Boolean: false where no engine may drive, else missing"
      }
    }
  ]
}$$;
