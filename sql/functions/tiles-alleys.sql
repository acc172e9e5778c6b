-- Alleys as lines to write their names along: one feature per alley, its ways joined.
create or replace function tiles.alleys(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select st_tileenvelope(z, x, y) as tile, st_tileenvelope(z, x, y, margin => 1.0 / 64) as buffered
    ),
    joined as (
      select r.alley_id as id, min(r.width_m) as width_m,
        (array_agg(r.width_provenance order by r.width_m))[1] as width_provenance,
        st_linemerge(st_collect(r.geom_3857)) as geom_3857
      from bounds
      join roads r on r.geom_3857 && bounds.buffered
      where z >= 15 and r.retired_at is null and r.alley_id is not null
      group by r.alley_id
    ),
    drawn as materialized (
      select a.id, a.label, a.level, a.type, j.width_m, j.width_provenance,
        st_length(j.geom_3857) as length_m,
        -- As the sign at the mouth has it: "Ngách 29/70"; the street stands next to it on the map.
        case when a.number is null then a.label
          else full_name(a.type, array_to_string(a.path, '/')) end as name,
        st_asmvtgeom(j.geom_3857, bounds.tile, 4096, 64) as geom
      from joined j
      join alleys a on a.id = j.id and a.retired_at is null
      cross join bounds
    ),
    weighed as (
      select *, sum(40 + 3 * st_npoints(geom) + octet_length(label) + octet_length(name))
        over (order by length_m desc, id) as bytes
      from drawn where geom is not null
    )
    select st_asmvt(f, 'alleys', 4096, 'geom', 'id')
    from (
      select id, geom, name, label, level, type,
        round(width_m::numeric, 1)::float8 as width_m, width_provenance
      from weighed where bytes <= 25000
    ) f
  );
end
$$;

comment on function tiles.alleys(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Named alleys with their narrowest width",
  "minzoom": 15,
  "maxzoom": 17,
  "reads": { "roads": 15, "alleys": 15 },
  "vector_layers": [
    {
      "id": "alleys",
      "minzoom": 15,
      "maxzoom": 17,
      "fields": {
        "name": "String: as on its sign, Ngách 29/70",
        "label": "String: with its street",
        "level": "Number: 1 ngõ, 2 ngách, 3 hẻm and deeper",
        "type": "String: ngo, ngach, hem …",
        "width_m": "Number: the narrowest clear width in this tile, metres",
        "width_provenance": "String: measured, tagged, derived or assumed"
      }
    }
  ]
}$$;
