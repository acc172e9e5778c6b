-- Hydrants, tanks and draft points. state says what may be relied on: a working point whose last
-- test is older than the water_test_valid parameter is unverified; water too deep for any pump counts as
-- out of order.
create or replace function tiles.water_points(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return (
    with bounds as materialized (
      select
        st_tileenvelope(z, x, y) as tile,
        (select array_agg(trim(band)::real order by trim(band)::real)
         from parameters p, string_to_table(p.value, '/') as band
         where p.parameter = 'hydrant_flow_bands' and p.valid_from <= current_date
           and (p.valid_to is null or p.valid_to >= current_date)) as bands,
        (select max(p.value::integer) from parameters p
         where p.parameter = 'water_test_valid' and p.valid_from <= current_date
           and (p.valid_to is null or p.valid_to >= current_date)) as test_valid_days,
        (select max(p.value::real) from parameters p
         where p.parameter = 'draft_lift_max' and p.valid_from <= current_date
           and (p.valid_to is null or p.valid_to >= current_date)) as lift_max
    ),
    placed as materialized (
      select w.id, w.kind, w.status, w.flow_lps, w.volume_m3, w.tested_on, w.name,
        st_asmvtgeom(w.geom_3857, bounds.tile, 4096, 128) as geom_tile,
        case
          when w.status = 'out-of-order' or w.lift_m > bounds.lift_max then 'out-of-order'
          when w.status = 'unknown' then 'unknown'
          when w.tested_on >= current_date - bounds.test_valid_days then 'usable'
          else 'unverified' end as state,
        (select max(band) from unnest(0::real || bounds.bands) as band where band <= w.flow_lps) as flow_band
      from bounds
      join water_points w on w.geom_3857 && st_tileenvelope(z, x, y, margin => 1.0 / 32)
      where z >= 11 and w.retired_at is null
    ),
    weighed as (
      select *, sum(60 + coalesce(octet_length(name), 0))
        over (order by state <> 'usable', flow_band desc nulls last, id) as bytes
      from placed where geom_tile is not null
    )
    select st_asmvt(f, 'water_points', 4096, 'geom', 'id')
    from (
      select id, geom_tile as geom, kind, status, state,
        flow_band::integer as flow_band,
        round(flow_lps::numeric, 1)::float8 as flow_lps,
        round(volume_m3::numeric, 1)::float8 as volume_m3,
        tested_on::text as tested_on,
        case when z >= 15 then name end as name
      from weighed where bytes <= 400000
    ) f
  );
end
$$;

comment on function tiles.water_points(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "Hydrants, tanks and draft points with state and flow",
  "minzoom": 11,
  "maxzoom": 17,
  "reads": { "water_points": 11, "parameters": 11 },
  "vector_layers": [
    {
      "id": "water_points",
      "minzoom": 11,
      "maxzoom": 17,
      "fields": {
        "kind": "String: hydrant, tank, cistern, pond, lake or river",
        "status": "String: working, out-of-order or unknown, as registered",
        "state": "String: usable, unverified (working, test out of date), unknown or out-of-order (also water too deep for any pump)",
        "flow_band": "Number: lower edge of its flow band in L/s; missing when the flow is unknown",
        "flow_lps": "Number: L/s; missing when unknown",
        "volume_m3": "Number: missing when unknown",
        "tested_on": "String: date; missing when never tested",
        "name": "String: from z15"
      }
    }
  ]
}$$;
