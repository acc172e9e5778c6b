import { OpenAPIHono } from '@hono/zod-openapi';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { answerError } from '../errors.ts';
import {
  addAlley,
  addHouse,
  inventCity,
  type InventedCity,
} from '../places/invented-city-for-test.ts';
import { enterCorrection, withdrawCorrection } from '../corrections/enter-correction.ts';
import { roadsRoutes } from './routes.ts';
import type { AssumedAlleys, AssumedWidths, NearRoad, ObstacleKinds } from './schema.ts';

let database: TestDatabase;
let city: InventedCity;
const app = new OpenAPIHono();

/** From there northwards. */
const addRoad = (way: number, provenance: string, lat: number, alley: number | null) =>
  database.pool.query(
    `insert into roads (osm_way_id, class, name, alley_id, alley_level, motor, foot, width_m, width_provenance, speed_kmh, node_ids, geom)
     values ($1, 'service', 'ngách', $4, case when $4::bigint is null then 0 else 2 end, true, true, 1.8, $2, 8, '{1,2}',
       st_makeline(st_point(105.8021, $3, 4326), st_point(105.8021, $3::float8 + 0.001, 4326)))`,
    [way, provenance, lat, alley],
  );

beforeAll(async () => {
  database = await createTestDatabase();
  city = await inventCity(database.pool);
  app.route('/api/roads', roadsRoutes({ database: database.pool }));
  app.onError((error, context) => answerError(error, context, pino({ level: 'silent' })));
  const { rows } = await database.pool.query<{ alley_id: number }>(
    'select alley_id from addresses where id = $1',
    [city.house37],
  );
  await database.pool.query(
    'update addresses a set ward_id = u.id from admin_units u where st_contains(u.geom, a.point)',
  );
  // The alley of house 37 has two ways, of which one was measured; another road is a street.
  await addRoad(1, 'assumed', 21.001, rows[0]!.alley_id);
  await addRoad(2, 'measured', 21.002, rows[0]!.alley_id);
  await addRoad(3, 'assumed', 21.005, null);
}, 60_000);

afterAll(() => database.drop());

async function get<Body>(path: string): Promise<Body> {
  const answer = await app.request(`/api/roads${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

test('counts per ward the alleys of assumed width, their metres and the houses behind them', async () => {
  const { wards } = await get<AssumedWidths>('/assumed-widths');
  expect(wards[0]).toMatchObject({
    wardId: expect.any(Number),
    ward: expect.stringMatching(/^Phường /),
    assumedAlleys: 1,
    assumedMeters: expect.closeTo(111, -1),
    alleyMeters: expect.closeTo(221, -1),
    assumedStreets: 1,
    assumedStreetMeters: expect.closeTo(111, -1),
  });
  expect(wards[0]!.houses).toBeGreaterThan(0);
  expect(wards.map(({ houses }) => houses)).toEqual(
    wards.map(({ houses }) => houses).toSorted((a, b) => b - a),
  );
});

test('names the alleys to survey first, by the way to measure', async () => {
  const { wards } = await get<AssumedWidths>('/assumed-widths');
  const { alleys } = await get<AssumedAlleys>(`/assumed-widths/${wards[0]!.wardId}`);
  expect(alleys).toMatchObject([{ target: 'way:1', widthMeters: 1.8, alleyLevel: 2 }]);
  expect((await app.request('/api/roads/assumed-widths/x')).status).toBe(400);
});

test('puts the alley first through which the most houses are reached, also where few stand at it', async () => {
  const { pool } = database;
  const [street] = (
    await pool.query<{ id: number }>('select street_id as id from alleys order by id limit 1')
  ).rows;
  const alleyOf = (path: string) =>
    addAlley(pool, { street: street!.id, path, label: `Ngõ ${path}`, lon: 105.803 });
  const [mouth, deep, other] = [await alleyOf('8'), await alleyOf('8/1'), await alleyOf('9')];
  await pool.query('update alleys set parent_id = $1 where id = $2', [mouth, deep]);
  const addHouses = async (alley: number, count: number) => {
    for (let number = 1; number <= count; number++)
      await addHouse(pool, {
        number: `${number}`,
        street: street!.id,
        alley,
        way: 'ngõ',
        lon: 105.803,
        lat: 21.001,
      });
  };
  await addHouses(mouth, 1);
  await addHouses(deep, 14);
  await addHouses(other, 9);
  await addRoad(11, 'assumed', 21.011, mouth);
  await addRoad(12, 'measured', 21.012, deep);
  await addRoad(13, 'assumed', 21.013, other);
  const { wards } = await get<AssumedWidths>('/assumed-widths');
  const ward = wards.find(({ wardId }) => wardId !== null);
  const { alleys } = await get<AssumedAlleys>(`/assumed-widths/${ward!.wardId}`);
  const added = alleys.filter(({ name }) => /^Ngõ [89]/.test(name ?? ''));
  expect(added).toMatchObject([
    { name: 'Ngõ 8', houses: 15 },
    { name: 'Ngõ 9', houses: 9 },
  ]);
  await pool.query('delete from roads where osm_way_id in (11, 12, 13)');
  await pool.query('delete from addresses where alley_id = any ($1)', [[mouth, deep, other]]);
  await pool.query('delete from alleys where id = any ($1)', [[deep, mouth, other]]);
});

test('names the alleys outside of every ward too: a city may have none, or an outline that ends before its houses', async () => {
  const ofNone = () => get<AssumedAlleys>('/assumed-widths/none');
  expect((await ofNone()).alleys).toEqual([]);
  await database.pool.query("update admin_units set valid_to = '2020-01-01'");
  const { wards } = await get<AssumedWidths>('/assumed-widths');
  expect(wards.find(({ wardId }) => wardId === null)).toMatchObject({ assumedAlleys: 1 });
  expect((await ofNone()).alleys).toMatchObject([{ target: 'way:1', widthMeters: 1.8 }]);
  await database.pool.query('update admin_units set valid_to = null');
});

test('counts per ward the limits and clearances that were judged by eye, and says where they are', async () => {
  const { pool } = database;
  const entered = { by: 'Lan', target: 'way:3', provenance: 'assumed' } as const;
  const cable = { kind: 'low_cable', lon: 105.8021, lat: 21.0052, clearMeters: 3.5 };
  const bollard = { kind: 'bollard', lon: 105.8021, lat: 21.0053 };
  const guesses = [
    await enterCorrection(pool, { ...entered, field: 'obstacle', value: cable }),
    await enterCorrection(pool, { ...entered, field: 'max_weight_t', value: 8 }),
  ];
  const others = [
    await enterCorrection(pool, { ...entered, field: 'obstacle', value: bollard }),
    await enterCorrection(pool, {
      ...entered,
      provenance: 'measured',
      field: 'max_height_m',
      value: 3,
    }),
  ];
  const count = async () =>
    (await get<AssumedWidths>('/assumed-widths')).wards.map(({ assumedLimits }) => assumedLimits);
  const { wards } = await get<AssumedWidths>('/assumed-widths');
  const { limits } = await get<AssumedAlleys>(`/assumed-widths/${wards[0]!.wardId}`);
  expect(await count()).toEqual([2]);
  expect(limits).toEqual([
    expect.objectContaining({ field: 'max_weight_t', kind: null, amount: 8 }),
    {
      target: 'way:3',
      name: 'ngách',
      field: 'obstacle',
      kind: 'low_cable',
      amount: 3.5,
      lon: 105.8021,
      lat: 21.0052,
    },
  ]);
  expect(limits[0]!.lat).toBeCloseTo(21.0055, 4);
  // Where nothing else is left to be measured, the ward is still there; and so is what lies in none.
  await pool.query("update admin_units set valid_to = '2020-01-01'");
  const outside = await get<AssumedAlleys>('/assumed-widths/none');
  expect(outside.limits).toHaveLength(2);
  await pool.query('update admin_units set valid_to = null');
  for (const { id } of [...guesses, ...others]) await withdrawCorrection(pool, id, { by: 'Lan' });
  expect(await count()).toEqual([0]);
});

test('gives the count to spreadsheets', async () => {
  const answer = await app.request('/api/roads/assumed-widths.csv');
  expect(answer.headers.get('content-type')).toMatch(/text\/csv/);
  expect(await answer.text()).toMatch(/ward,houses,assumedAlleys,assumedMeters.*\r\nPhường /);
});

test('lists the kinds of obstacles with what they ask for', async () => {
  const { kinds } = await get<ObstacleKinds>('/obstacle-kinds');
  expect(kinds.find(({ kind }) => kind === 'low_cable')).toMatchObject({
    place: 'point',
    limits: 'height',
  });
  expect(kinds.find(({ kind }) => kind === 'market')).toMatchObject({
    place: 'way',
    hasHours: true,
    passesMotor: false,
  });
});

test('tells what is known of the road at a point, and that nobody has said it', async () => {
  const road = await get<NearRoad>('/near?lon=105.8022&lat=21.0015');
  expect(road).toMatchObject({
    target: 'way:1',
    name: expect.stringContaining('29/70'),
    widthMeters: 1.8,
    widthProvenance: 'assumed',
    // No more than a service road, and no more than an alley of the second level.
    possibleWidthMeters: 3,
    classMaxWidthMeters: 3,
    doubtfulWidthMeters: 6,
    doubtfulHeightMeters: 6,
    sameObstacleMeters: 8,
    maxHeightMeters: null,
    said: { width: null, height: null, weight: null },
    barriers: [],
  });
  expect(road.meters).toBeCloseTo(10.4, 0);
  expect(road.lon).toBeCloseTo(105.8021, 6);
  expect((await app.request('/api/roads/near?lon=105.9&lat=21')).status).toBe(404);
});

test('tells who measured a road and when, and what the map has standing on it', async () => {
  const { pool } = database;
  await pool.query(
    `insert into barriers (osm_node_id, kind, geom) values (2, 'gate', st_point(105.8021, 21.006, 4326))`,
  );
  const entered = {
    by: 'Lan',
    target: 'way:3',
    provenance: 'measured',
    note: 'ở cột điện',
  } as const;
  const width = await enterCorrection(pool, {
    ...entered,
    field: 'width_m',
    value: 3.4,
    observedOn: '2026-03-01',
  });
  const height = await enterCorrection(pool, { ...entered, field: 'max_height_m', value: 2.9 });
  // An hour after midnight by the clock of the city, and still the 5th by that of London.
  await pool.query('update corrections set entered_at = $2 where id = $1', [
    height.id,
    '2026-02-05T18:00:00Z',
  ]);
  const road = await get<NearRoad>('/near?lon=105.8021&lat=21.0055');
  expect(road).toMatchObject({
    widthMeters: 3.4,
    widthProvenance: 'measured',
    possibleWidthMeters: null,
    // Known of its class still, for a figure that is out of all proportion.
    classMaxWidthMeters: 5,
    maxHeightMeters: 2.9,
    said: {
      width: { id: width.id, by: 'Lan', verified: false, on: '2026-03-01', note: 'ở cột điện' },
      height: { id: height.id, on: '2026-02-06', fromRegister: false },
      weight: null,
    },
    barriers: [{ kind: 'gate', lat: 21.006 }],
  });
  for (const { id } of [width, height]) await withdrawCorrection(pool, id, { by: 'Lan' });
  const { said } = await get<NearRoad>('/near?lon=105.8021&lat=21.0055');
  expect(said).toEqual({ width: null, height: null, weight: null });
});
