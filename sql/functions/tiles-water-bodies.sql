-- Lakes, ponds and rivers as areas, narrow water as lines, and one label point per named area.
create or replace function tiles.water_bodies(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select
        st_tileenvelope(z, x, y) as tile,
        st_tileenvelope(z, x, y, margin => 1.0 / 64) as buffered,
        78271.51696402048 / 2 ^ z as pixel_m
    ),
    drawn as materialized (
      select w.id, w.kind, w.name, w.geom_3857, st_area(w.geom_3857) as area,
        st_asmvtgeom(
          case when z < 15 then st_simplify(w.geom_3857, bounds.pixel_m / 2, true) else w.geom_3857 end,
          bounds.tile, 4096, 64) as geom
      from bounds
      join water_bodies w on w.geom_3857 && bounds.buffered
      where z >= 6 and w.retired_at is null
        and (st_dimension(w.geom_3857) = 1 and z >= 10
          or st_area(w.geom_3857) >= 4 * bounds.pixel_m ^ 2)
    ),
    weighed as (
      select *, sum(30 + 4 * st_npoints(geom) + 2 * coalesce(octet_length(name), 0))
        over (order by area desc, id) as bytes
      from drawn where geom is not null
    ),
    kept as (select * from weighed where bytes <= 35000),
    labels as materialized (
      select k.id, k.kind, k.name, round(k.area)::float8 as area_m2,
        st_asmvtgeom(st_pointonsurface(k.geom_3857), bounds.tile, 4096, 0) as geom
      from kept k
      cross join bounds
      -- A name needs room: about 40 x 40 pixels.
      where k.name is not null and k.area >= 1600 * bounds.pixel_m ^ 2
    )
    select
      (select st_asmvt(f, 'water_bodies', 4096, 'geom', 'id')
       from (select id, geom, kind, name from kept) f)
      || (select st_asmvt(f, 'water_body_labels', 4096, 'geom', 'id')
          from (select * from labels where geom is not null) f)
  );
end
$$;

comment on function tiles.water_bodies(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Lakes, ponds and rivers",
  "minzoom": 6,
  "maxzoom": 17,
  "reads": { "water_bodies": 6 },
  "vector_layers": [
    {
      "id": "water_bodies",
      "minzoom": 6,
      "maxzoom": 17,
      "fields": { "kind": "String", "name": "String" }
    },
    {
      "id": "water_body_labels",
      "minzoom": 6,
      "maxzoom": 17,
      "fields": { "kind": "String", "name": "String", "area_m2": "Number: in map units" }
    }
  ]
}$$;
