-- Fire stations, with how many units stand there.
create or replace function tiles.stations(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with placed as materialized (
      select s.id, s.name, s.phone, count(u.id)::integer as units,
        st_asmvtgeom(s.geom_3857, st_tileenvelope(z, x, y), 4096, 128) as geom
      from stations s
      left join units u on u.station_id = s.id and u.retired_at is null
      where z >= 8 and s.retired_at is null
        and s.geom_3857 && st_tileenvelope(z, x, y, margin => 1.0 / 32)
      group by s.id
    )
    select st_asmvt(f, 'stations', 4096, 'geom', 'id')
    from (select id, geom, name, phone, units from placed where geom is not null order by id limit 2000) f
  );
end
$$;

comment on function tiles.stations(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Fire stations",
  "minzoom": 8,
  "maxzoom": 17,
  "reads": { "stations": 8, "units": 8 },
  "vector_layers": [
    {
      "id": "stations",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": { "name": "String", "phone": "String", "units": "Number: vehicles stationed there" }
    }
  ]
}$$;
