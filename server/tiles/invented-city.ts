// A street with one ngõ and a narrower ngách, seven houses, a lake, a ward, water and a station:
// laid out in metres east and north of a point in Hanoi, for the tests of the tiles.

import type pg from 'pg';

export const centre = { lon: 105.8, lat: 21 };

function lonLat(east: number, north: number): string {
  const lon = centre.lon + east / (111_320 * Math.cos((centre.lat * Math.PI) / 180));
  return `${lon.toFixed(7)} ${(centre.lat + north / 110_574).toFixed(7)}`;
}

export function pointWkt(east: number, north: number): string {
  return `SRID=4326;POINT(${lonLat(east, north)})`;
}

export function lineWkt(...corners: [number, number][]): string {
  return `SRID=4326;LINESTRING(${corners.map(([east, north]) => lonLat(east, north)).join(',')})`;
}

export function boxWkt(west: number, south: number, width: number, depth: number): string {
  const corners: [number, number][] = [
    [west, south],
    [west + width, south],
    [west + width, south + depth],
    [west, south + depth],
    [west, south],
  ];
  return `SRID=4326;MULTIPOLYGON(((${corners.map(([east, north]) => lonLat(east, north)).join(',')})))`;
}

async function insertRoads(database: pg.Pool): Promise<void> {
  const street = lineWkt([-150, 0], [150, 0]);
  await database.query(
    `insert into streets (id, type, name, name_key, geom) overriding system value
     values (1, 'phố', 'Phố Khương Hạ', 'khuong ha', st_multi($1::geometry))`,
    [street],
  );
  await database.query(
    `insert into alleys (id, street_id, parent_id, type, level, number, path, path_key, label, link) overriding system value
     values (1, 1, null, 'ngo', 1, '29', '{29}', '29', 'Ngõ 29 Khương Hạ', 'name'),
            (2, 1, 1, 'ngach', 2, '70', '{29,70}', '29/70', 'Ngách 29/70 Khương Hạ', 'name')`,
  );
  await database.query(
    `insert into roads (osm_way_id, class, name, street_id, alley_id, alley_level, oneway, motor, foot,
       width_m, width_provenance, speed_kmh, node_ids, geom)
     values (1, 'secondary', 'Phố Khương Hạ', 1, null, 0, 1, true, true, 7, 'tagged', 30, '{1,2}', $1),
            (2, 'residential', null, 1, 1, 1, 0, true, true, 2.5, 'assumed', 8, '{3,4}', $2),
            (3, 'residential', null, 1, 1, 1, 0, true, true, 2.1, 'measured', 8, '{4,5}', $3),
            (4, 'footway', null, 1, 2, 2, 0, false, true, 1.2, 'assumed', 8, '{5,6}', $4)`,
    [street, lineWkt([0, 0], [0, 40]), lineWkt([0, 40], [0, 90]), lineWkt([0, 90], [60, 90])],
  );
  // Of the third somebody guessed how high the cable hangs, of the second it was measured.
  await database.query(
    `with said as (
       insert into corrections (target_kind, target_id, label, geom, synthetic, field, value, provenance, imported, author, source)
       select 'road', r.osm_way_id, 'ngõ 29', r.geom, true, 'obstacle:low_cable@0,0',
         '{"kind": "low_cable", "lon": 0, "lat": 0, "clearMeters": 3.5}', p.provenance, '{}', 'Lan', 'api'
       from roads r join (values (2, 'measured'), (3, 'assumed')) p (way, provenance) on p.way = r.osm_way_id
       returning id, target_id, field)
     insert into corrected_rows (correction_id, kind, row_id, field, imported)
     select s.id, 'road', r.id, s.field, '{}' from said s join roads r on r.osm_way_id = s.target_id`,
  );
}

async function insertHouses(database: pg.Pool): Promise<void> {
  for (let house = 0; house < 6; house += 1)
    await database.query(
      `with b as (insert into buildings (id, osm_type, osm_id, floors, geom) overriding system value
         values ($1::int, 'w', $1::int, 3, $2) returning id)
       insert into addresses (house_number, number_value, alley_id, label, building_id, building_link, point, door, door_provenance, source)
       select $3::text, $3::text::int, 1, 'Số ' || $3::text, id, 'contained', $4, $4, 'named-way', 'test' from b`,
      [
        house + 1,
        boxWkt(-18, 10 + house * 5, 15, 4),
        String(1 + house * 2),
        pointWkt(-4, 12 + house * 5),
      ],
    );
  await database.query(
    `insert into buildings (id, osm_type, osm_id, name, use, floors, geom) overriding system value
     values (7, 'w', 7, 'Chung cư mini', 'apartments', 9, $1)`,
    [boxWkt(5, 10, 30, 40)],
  );
  for (const number of ['2', '4', '6', '8'])
    await database.query(
      `insert into addresses (house_number, number_value, alley_id, label, building_id, building_link, point, door, door_provenance, source)
       values ($1::text, $1::text::int, 1, 'Số ' || $1::text, 7, 'contained', $2, $2, 'named-way', 'test')`,
      [number, pointWkt(6, 10 + Number(number) * 4)],
    );
}

async function insertWaterAndPlaces(database: pg.Pool): Promise<void> {
  await database.query(
    `insert into water_points (kind, status, flow_lps, tested_on, source, register_id, geom)
     values ('hydrant', 'working', 16, current_date - 30, 'test', 'fresh', $1),
            ('hydrant', 'working', 22, current_date - 500, 'test', 'stale', $2),
            ('hydrant', 'unknown', null, null, 'test', 'unknown', $3),
            ('hydrant', 'out-of-order', 3, null, 'test', 'dead', $4),
            ('tank', 'working', null, current_date, 'test', 'tank', $5)`,
    [pointWkt(10, 3), pointWkt(-60, 3), pointWkt(60, -3), pointWkt(90, 3), pointWkt(40, 60)],
  );
  await database.query(
    `insert into water_bodies (kind, name, osm_type, osm_id, geom)
     values ('lake', 'Hồ Khương Hạ', 'w', 1, $1), ('stream', 'Mương Bắc', 'w', 2, $2)`,
    [boxWkt(-300, -300, 200, 200), lineWkt([-200, 150], [200, 160])],
  );
  await database.query(
    `insert into stations (id, name, phone, source, register_id, geom) overriding system value
     values (1, 'Đội Thanh Xuân', '114', 'test', 's1', $1)`,
    [pointWkt(120, -20)],
  );
  await database.query(
    `insert into units (call_sign, station_id, vehicle_class, source)
     values ('XE 01', 1, 'large', 'test'), ('XE 02', 1, 'small', 'test')`,
  );
  await database.query(
    `insert into landmarks (kind, name, name_key, osm_type, osm_id, geom)
     values ('hospital', 'Bệnh viện Bạch Mai', 'benh vien bach mai', 'n', 1, $1),
            ('cafe', 'Quán Gió', 'quan gio', 'n', 2, $2)`,
    [pointWkt(-100, 40), pointWkt(-90, -20)],
  );
  await database.query(
    `insert into admin_units (code, type, name, valid_to, source, geom)
     values ('1', 'phuong', 'Khương Đình', null, 'test', $1),
            ('2', 'phuong', 'Cũ', '2025-07-01', 'test', $1)`,
    [boxWkt(-2_000, -2_000, 4_000, 4_000)],
  );
}

export async function insertInventedCity(database: pg.Pool): Promise<void> {
  await database.query(
    `insert into cities (name, synthetic, extent)
     values ('Khương Hạ', false, st_envelope(st_expand($1::geometry, 0.02)))`,
    [pointWkt(0, 0)],
  );
  await insertRoads(database);
  await insertHouses(database);
  await insertWaterAndPlaces(database);
}
