-- The static themes as one source: browsers open few connections, and these change together.
-- Concatenated MVT tiles are one tile. Their byte budgets add up to less than 500 kB.
-- plpgsql, because it looks its parts up when called: this file is applied before theirs. The parts are
-- plpgsql as well: it keeps their plans, and making those takes a sixth of a dense tile's time.
create or replace function tiles.base(z integer, x integer, y integer, params jsonb default '{}')
returns bytea language plpgsql stable strict parallel safe as $$
begin
  return tiles.admin_units(z, x, y, params)
    || tiles.water_bodies(z, x, y, params)
    || tiles.roads(z, x, y, params)
    || tiles.alleys(z, x, y, params)
    || tiles.buildings(z, x, y, params)
    || tiles.house_numbers(z, x, y, params)
    || tiles.landmarks(z, x, y, params);
end
$$;

comment on function tiles.base(integer, integer, integer, jsonb) is $${
  "tilejson": "3.0.0",
  "description": "The static themes as one source",
  "minzoom": 6,
  "maxzoom": 17,
  "reads": { "admin_units": 8, "water_bodies": 6, "roads": 8, "corrected_rows": 14, "corrections": 14, "alleys": 15, "buildings": 13, "addresses": 16, "landmarks": 13 },
  "vector_layers": [
    {
      "id": "admin_units",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": {
        "name": "String: with the word of its type",
        "type": "String: phuong, xa, dac-khu, thanh-pho, tinh …"
      }
    },
    {
      "id": "admin_unit_labels",
      "minzoom": 8,
      "maxzoom": 17,
      "fields": {
        "name": "String: with the word of its type",
        "type": "String: phuong, xa, dac-khu, thanh-pho, tinh …"
      }
    },
    {
      "id": "water_bodies",
      "minzoom": 6,
      "maxzoom": 17,
      "fields": {
        "kind": "String",
        "name": "String"
      }
    },
    {
      "id": "water_body_labels",
      "minzoom": 6,
      "maxzoom": 17,
      "fields": {
        "kind": "String",
        "name": "String",
        "area_m2": "Number: in map units"
      }
    },
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
    },
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
    },
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
    },
    {
      "id": "house_numbers",
      "minzoom": 16,
      "maxzoom": 17,
      "fields": {
        "house_number": "String",
        "building_link": "String: contained, nearest or none"
      }
    },
    {
      "id": "landmarks",
      "minzoom": 13,
      "maxzoom": 17,
      "fields": {
        "name": "String",
        "kind": "String",
        "rank": "Number: 1 city-wide, 2 quarter, 3 corner"
      }
    }
  ]
}$$;
