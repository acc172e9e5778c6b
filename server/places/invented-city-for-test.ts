// A small invented city for tests: three wards side by side, streets running east.

import { OpenAPIHono } from '@hono/zod-openapi';
import type pg from 'pg';
import pino from 'pino';
import { foldText } from '../../geo/addresses/normalise-text.ts';
import { answerError } from '../errors.ts';
import { placesRoutes } from './routes.ts';
import type { PlaceResult, PlaceResults } from './schema.ts';
import { createPlaceSearch, type PlaceSearch } from './search.ts';

async function insertId(pool: pg.Pool, sql: string, values: unknown[]): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(`${sql} returning id`, values);
  return rows[0]?.id ?? 0;
}

export type Street = { type: string | null; name: string; lat: number };

export async function addStreet(pool: pg.Pool, { type, name, lat }: Street): Promise<number> {
  return insertId(
    pool,
    `insert into streets (type, name, name_key, geom)
     values ($1, $2, $3, st_multi(st_makeline(st_point(105.80, $4, 4326), st_point(105.83, $4, 4326))))`,
    [type, name, foldText(name), lat],
  );
}

export type Alley = { street: number; path: string; label: string; lon: number };

export async function addAlley(
  pool: pg.Pool,
  { street, path, label, lon }: Alley,
): Promise<number> {
  const numbers = path.split('/');
  return insertId(
    pool,
    `insert into alleys (street_id, type, level, number, path, path_key, label, link, geom)
     values ($1, $2, $3, $4, $5, $6, $7, 'name',
       st_multi(st_makeline(st_point($8, 21.001, 4326), st_point($8, 21.003, 4326))))`,
    [
      street,
      ['ngo', 'ngach', 'hem'][numbers.length - 1],
      numbers.length,
      numbers.at(-1),
      numbers,
      path,
      label,
      lon,
    ],
  );
}

export type House = {
  number: string;
  street: number;
  alley?: number;
  /** What follows the number in its label. */
  way: string;
  lon: number;
  lat: number;
};

export async function addHouse(
  pool: pg.Pool,
  { number, street, alley, way, lon, lat }: House,
): Promise<number> {
  const value = /^\d+/.exec(number)?.[0];
  return insertId(
    pool,
    `insert into addresses (house_number, number_value, street_id, alley_id, label, building_link,
       point, door, door_provenance, source)
     values ($1, $2, $3, $4, $5, 'none', st_point($6, $7, 4326), st_point($6, $7, 4326),
       'named-way', 'osm')`,
    [number, value ?? null, street, alley ?? null, `${number} ${way}`, lon, lat],
  );
}

async function addWards(pool: pg.Pool): Promise<void> {
  await pool.query(`insert into cities (name, synthetic, extent)
    values ('Hà Nội', true, st_makeenvelope(105.79, 20.99, 105.85, 21.05, 4326))`);
  const wards = { 'Khương Đình': 105.79, 'Ngọc Hà': 105.81, 'Ba Đình': 105.83 };
  for (const [name, west] of Object.entries(wards))
    await pool.query(
      `insert into admin_units (type, name, source, geom)
       values ('phuong', $1, 'test', st_multi(st_makeenvelope($2, 20.99, $3, 21.05, 4326)))`,
      [name, west, west + 0.02],
    );
}

async function addKhuongHa(pool: pg.Pool): Promise<number> {
  const street = await addStreet(pool, { type: 'pho', name: 'Khương Hạ', lat: 21 });
  const trungKinh = await addStreet(pool, { type: 'pho', name: 'Trung Kính', lat: 21.004 });
  const ngo29 = 'ngõ 29 phố Khương Hạ';
  const ngach70 = 'ngách 29/70 phố Khương Hạ';
  const wide = await addAlley(pool, { street, path: '29', label: ngo29, lon: 105.801 });
  const narrow = await addAlley(pool, { street, path: '29/70', label: ngach70, lon: 105.802 });
  await addHouse(pool, {
    number: '37',
    street,
    alley: wide,
    way: ngo29,
    lon: 105.801,
    lat: 21.002,
  });
  // Two houses carry the number 7.
  const farEnd = { street, alley: wide, way: ngo29, lon: 105.801, lat: 21.0029 };
  await addHouse(pool, { number: '7', ...farEnd });
  await addHouse(pool, { number: '9', ...farEnd });
  await addHouse(pool, {
    number: '7',
    street,
    alley: wide,
    way: ngo29,
    lon: 105.801,
    lat: 21.0021,
  });
  const inNarrow = { street, alley: narrow, way: ngach70, lon: 105.802, lat: 21.002 };
  for (const number of ['5', '12', '39A']) await addHouse(pool, { number, ...inNarrow });
  const house37 = await addHouse(pool, { number: '37', ...inNarrow });
  // The same alley opens onto another street too.
  await pool.query(
    `insert into alley_mouths (alley_id, onto_street_id, geom)
     values ($1, $2, st_point(105.802, 21.004, 4326))`,
    [narrow, trungKinh],
  );
  await pool.query(
    `insert into address_aliases (address_id, text, text_key, source)
     values ($1, 'Số 3 ngõ 119 phố Trung Kính', 'so 3 ngo 119 pho trung kinh', 'test')`,
    [house37],
  );
  return house37;
}

async function addOtherStreets(pool: pg.Pool): Promise<number> {
  const ngocHa = await addStreet(pool, { type: 'pho', name: 'Ngọc Hà', lat: 21.01 });
  const onNgocHa = { street: ngocHa, way: 'phố Ngọc Hà', lat: 21.0101 };
  for (const [index, number] of ['60', '62', '63', '68', '102-104', '120;124'].entries())
    await addHouse(pool, { number, ...onNgocHa, lon: 105.811 + index / 1000 });
  // Number series repeat along one street, and one name stands for two streets.
  const north = await addStreet(pool, { type: 'duong', name: 'Trần Phú', lat: 21.02 });
  const south = await addStreet(pool, { type: 'duong', name: 'Trần Phú', lat: 21.04 });
  const number15 = { number: '15', way: 'đường Trần Phú' };
  await addHouse(pool, { ...number15, street: north, lon: 105.805, lat: 21.0201 });
  await addHouse(pool, { ...number15, street: north, lon: 105.825, lat: 21.0201 });
  await addHouse(pool, { ...number15, street: south, lon: 105.805, lat: 21.0401 });
  const market = await addStreet(pool, { type: null, name: 'Market Street', lat: 21.03 });
  await addHouse(pool, {
    number: '1234',
    street: market,
    way: 'Market Street',
    lon: 105.82,
    lat: 21.03,
  });
  const retired = await addHouse(pool, { number: '99', ...onNgocHa, lon: 105.82 });
  await pool.query('update addresses set retired_at = now() where id = $1', [retired]);
  return retired;
}

async function addNamedPlaces(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into landmarks (kind, name, name_key, geom) values
       ('market', 'Chợ Khương Hạ', 'cho khuong ha', st_point(105.803, 21.0, 4326)),
       ('school', 'Trường Ba Đình', 'truong ba dinh', st_point(105.835, 21.0, 4326))`,
  );
  await pool.query(
    `insert into buildings (osm_type, osm_id, name, floors, geom)
     values ('w', 1, 'Toà nhà Hoàng Thành', 20,
       st_multi(st_makeenvelope(105.84, 21.0, 105.841, 21.001, 4326)))`,
  );
}

export type InventedCity = {
  app: OpenAPIHono;
  placeSearch: PlaceSearch;
  house37: number;
  retiredHouse: number;
  find: (q: string, extra?: string) => Promise<PlaceResult[]>;
  /** `match: label` of the best result. */
  findFirst: (q: string) => Promise<string>;
};

export async function inventCity(pool: pg.Pool): Promise<InventedCity> {
  await addWards(pool);
  const house37 = await addKhuongHa(pool);
  const retiredHouse = await addOtherStreets(pool);
  await addNamedPlaces(pool);
  const placeSearch = createPlaceSearch(pool);
  const app = new OpenAPIHono();
  app.route('/api/places', placesRoutes({ placeSearch }));
  app.onError((error, context) => answerError(error, context, pino({ level: 'error' })));
  const find = async (q: string, extra = ''): Promise<PlaceResult[]> => {
    const response = await app.request(`/api/places?q=${encodeURIComponent(q)}${extra}`);
    const body = (await response.json()) as PlaceResults;
    if (response.status !== 200 || body.q !== q) throw new Error(JSON.stringify(body));
    return body.results;
  };
  const findFirst = async (q: string): Promise<string> => {
    const [first] = await find(q);
    return first ? `${first.match}: ${first.label}` : 'nothing';
  };
  return { app, placeSearch, house37, retiredHouse, find, findFirst };
}
