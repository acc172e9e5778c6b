import { gunzipSync } from 'node:zlib';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { Hono } from 'hono';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../sql/test-database.ts';
import { fontFiles } from '../../tiles/fonts.ts';
import { answerError } from '../errors.ts';
import { insertInventedCity, pointWkt } from './invented-city.ts';
import { readMvt, tileAt } from './read-mvt-for-test.ts';
import { tilesRoutes } from './routes.ts';
import { createTileCache } from './tile-cache.ts';

const tileCache = createTileCache({ maxBytes: 5_000_000 });
let db: TestDatabase;
let app: Hono;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
  app = new Hono().route('/tiles', tilesRoutes({ database: db.pool, tileCache }));
  app.onError((error, context) => answerError(error, context, pino({ level: 'silent' })));
}, 60_000);
afterAll(() => db.drop());
beforeEach(() => tileCache.dropAll());

const { z, x, y } = tileAt(16);
const houseTile = `/tiles/base/${z}/${x}/${y}`;

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(`http://firepoint.test:8080${path}`, { headers });
}

async function countTileQueries(work: () => Promise<unknown>): Promise<number> {
  let queries = 0;
  const query = db.pool.query.bind(db.pool);
  const counting = (...given: Parameters<typeof query>) => {
    if (given[0].startsWith('select tiles.')) queries += 1;
    return query(...given);
  };
  db.pool.query = counting as typeof db.pool.query;
  try {
    await work();
  } finally {
    db.pool.query = query;
  }
  return queries;
}

describe('a tile', () => {
  test('comes compressed to who takes it and plain to who does not, with the same content', async () => {
    const zipped = await get(houseTile, { 'Accept-Encoding': 'br, gzip' });
    const plain = await get(houseTile);
    expect(zipped.status).toBe(200);
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
    expect(zipped.headers.get('Vary')).toBe('Accept-Encoding');
    expect(zipped.headers.get('Cache-Control')).toBe('no-cache');
    expect(zipped.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile');
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(plain.headers.get('ETag')).not.toBe(zipped.headers.get('ETag'));
    const body = await plain.arrayBuffer();
    expect(gunzipSync(await zipped.arrayBuffer())).toEqual(Buffer.from(body));
    expect(Object.keys(readMvt(body, { z, x, y }))).toContain('buildings');
    const refused = await get(houseTile, { 'Accept-Encoding': 'gzip;q=0' });
    expect(refused.headers.get('Content-Encoding')).toBeNull();
  });

  test('that the client already has is answered 304 without a body', async () => {
    const first = await get(houseTile, { 'Accept-Encoding': 'gzip' });
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await get(houseTile, {
      'Accept-Encoding': 'gzip',
      'If-None-Match': `"x", ${etag}`,
    });
    expect(again.status).toBe(304);
    expect(again.headers.get('ETag')).toBe(etag);
    expect((await again.arrayBuffer()).byteLength).toBe(0);
    const other = await get(houseTile, { 'Accept-Encoding': 'gzip', 'If-None-Match': '"x"' });
    expect(other.status).toBe(200);
  });

  test('asked for by many at once is made once, and then comes from memory', async () => {
    const queries = await countTileQueries(async () => {
      await Promise.all(Array.from({ length: 12 }, () => get(houseTile)));
      await get(`${houseTile}.mvt`);
      await get(`${houseTile}.pbf`);
    });
    expect(queries).toBe(1);
  });

  test('is made anew after the data changed', async () => {
    const before = await get(houseTile);
    await db.pool.query(
      `insert into landmarks (kind, name, name_key, osm_type, osm_id, geom) values ('school', 'Trường mới', 'truong moi', 'n', 99, $1)`,
      [pointWkt(5, 5)],
    );
    expect((await get(houseTile)).headers.get('ETag')).toBe(before.headers.get('ETag'));
    const boxes = [[105.8, 21, 105.8001, 21.0001] as [number, number, number, number]];
    const tables = [{ table: 'landmarks', boxes, rowIds: null }];
    expect(tileCache.drop({ version: '2', isGap: false, tables }).dropped).toBe(1);
    const after = await get(houseTile);
    expect(after.headers.get('ETag')).not.toBe(before.headers.get('ETag'));
    expect(after.headers.get('X-Cache')).toBe('MISS');
    expect((await get(houseTile)).headers.get('X-Cache')).toBe('HIT');
  });

  test('with nothing in it is 204, and below its first zoom the database is not asked', async () => {
    expect((await get('/tiles/base/16/0/0')).status).toBe(204);
    const queries = await countTileQueries(async () => {
      expect((await get('/tiles/buildings/3/0/0')).status).toBe(204);
    });
    expect(queries).toBe(0);
  });

  test.each([
    ['/tiles/base/23/0/0', 400, 'no-such-tile'],
    ['/tiles/base/2/4/0', 400, 'no-such-tile'],
    ['/tiles/base/2/0/-1', 400, 'no-such-tile'],
    ['/tiles/base/2/0/1e0', 400, 'no-such-tile'],
    ['/tiles/base/2/0/99999999999', 400, 'no-such-tile'],
    ['/tiles/nothing/2/0/0', 404, 'not-found'],
    ['/tiles/base"(0,0,0);--/2/0/0', 404, 'not-found'],
    ['/tiles/constructor/2/0/0', 404, 'not-found'],
    ['/tiles/nothing.json', 404, 'not-found'],
    ['/tiles/style/sepia.json', 404, 'not-found'],
    ['/tiles/fonts/be-vietnam-pro-latin-900-normal.woff2', 404, 'not-found'],
    ['/tiles/fonts/..%2fpackage.json', 404, 'not-found'],
    ['/tiles/sprites/day@3x.png', 404, 'not-found'],
  ])('%s answers %i %s in the shape of every error', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
  });
});

describe('TileJSON', () => {
  test('names its tiles where the client asked, its layers, and the city’s bounds and source', async () => {
    const answer = await get('/tiles/base.json');
    const tileJson: unknown = await answer.json();
    expect(tileJson).toMatchObject({
      tilejson: '3.0.0',
      tiles: ['http://firepoint.test:8080/tiles/base/{z}/{x}/{y}'],
      minzoom: 6,
      maxzoom: 17,
      bounds: [
        expect.closeTo(105.78),
        expect.closeTo(20.98),
        expect.closeTo(105.82),
        expect.closeTo(21.02),
      ],
      attribution: expect.stringContaining('© OpenStreetMap contributors'),
    });
    const behindProxy = await get('/tiles/water_points.json', { 'X-Forwarded-Proto': 'https' });
    expect(await behindProxy.json()).toMatchObject({
      tiles: ['https://firepoint.test:8080/tiles/water_points/{z}/{x}/{y}'],
      vector_layers: [{ id: 'water_points' }],
    });
  });

  test('says of the demo city that it is synthetic, and credits nobody for it', async () => {
    await db.pool.query('update cities set synthetic = true');
    tileCache.dropAll();
    const answer = await get('/tiles/base.json');
    expect(await answer.json()).toMatchObject({
      attribution: expect.stringMatching(/^Dữ liệu mẫu tổng hợp/),
    });
    await db.pool.query('update cities set synthetic = false');
  });
});

describe('the style', () => {
  test('is valid and points back to the server that gave it', async () => {
    const answer = await get('/tiles/style/day.json?lang=en', { 'Accept-Encoding': 'gzip' });
    const style: unknown = JSON.parse(gunzipSync(await answer.arrayBuffer()).toString());
    expect(validateStyleMin(style as Parameters<typeof validateStyleMin>[0])).toEqual([]);
    expect(style).toMatchObject({ sprite: 'http://firepoint.test:8080/tiles/sprites/day' });
  });

  test('finds every font file and icon here', async () => {
    for (const file of fontFiles) {
      const answer = await get(`/tiles/fonts/${file}`);
      expect(answer.headers.get('Cache-Control')).toContain('immutable');
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4)).toBe('wOF2');
    }
    const index = await get('/tiles/sprites/day@2x.json');
    expect(await index.json()).toHaveProperty('circle-usable.pixelRatio', 2);
    const png = await get('/tiles/sprites/day.png');
    expect(png.headers.get('Content-Type')).toBe('image/png');
    expect(Buffer.from(await png.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');
  });
});
