-- Boundaries of today's wards and communes as lines, and one label point for each.
create or replace function tiles.admin_units(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select
        st_tileenvelope(z, x, y) as tile,
        st_tileenvelope(z, x, y, margin => 1.0 / 64) as buffered,
        78271.51696402048 / 2 ^ z as pixel_m
    ),
    current_units as (
      select a.id, a.type, full_name(a.type, a.name) as name, a.geom_3857, st_area(a.geom_3857) as area
      from bounds
      join admin_units a on a.geom_3857 && bounds.buffered
      where z >= 8 and a.retired_at is null
        and (a.valid_from is null or a.valid_from <= current_date)
        and (a.valid_to is null or a.valid_to > current_date)
    ),
    lines as materialized (
      select u.id, u.type, u.name, u.area,
        st_asmvtgeom(st_simplify(st_boundary(u.geom_3857), bounds.pixel_m / 2, true), bounds.tile, 4096, 64) as geom
      from current_units u cross join bounds
    ),
    weighed as (
      select *, sum(30 + 4 * st_npoints(geom) + octet_length(name)) over (order by area desc, id) as bytes
      from lines where geom is not null
    ),
    labels as (
      select u.id, u.type, u.name, st_asmvtgeom(st_pointonsurface(u.geom_3857), bounds.tile, 4096, 0) as geom
      from current_units u cross join bounds
      -- A name needs room: about 60 x 60 pixels.
      where u.area >= 3600 * bounds.pixel_m ^ 2
      order by u.area desc limit 200
    )
    select
      (select st_asmvt(f, 'admin_units', 4096, 'geom', 'id')
       from (select id, geom, type, name from weighed where bytes <= 20000) f)
      || (select st_asmvt(f, 'admin_unit_labels', 4096, 'geom', 'id')
          from (select * from labels where geom is not null) f)
  );
end
$$;

comment on function tiles.admin_units(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Wards and communes",
  "minzoom": 8,
  "maxzoom": 17,
  "reads": { "admin_units": 8 },
  "vector_layers": [
    {
      "id": "admin_units",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": { "name": "String: with the word of its type", "type": "String: phuong, xa, dac-khu, thanh-pho, tinh …" }
    },
    {
      "id": "admin_unit_labels",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": { "name": "String: with the word of its type", "type": "String: phuong, xa, dac-khu, thanh-pho, tinh …" }
    }
  ]
}$$;
