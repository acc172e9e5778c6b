// The style on real tiles in a real browser, under the Content-Security-Policy of the product.
// The pictures stay in .artifacts/ for eyes.

import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centre, insertInventedCity } from '../server/tiles/invented-city.ts';
import { tilesRoutes } from '../server/tiles/routes.ts';
import { createTileCache } from '../server/tiles/tile-cache.ts';
import { createTestDatabase, type TestDatabase } from '../sql/test-database.ts';
import { pixelsPerMeter } from './map-scale.ts';

declare global {
  interface Window {
    map: MapLibreMap;
    mapTroubles: string[];
  }
}

const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/lib/maplibre-gl.css">
<link rel="icon" href="data:,"><div id="map" style="height:100vh"></div><script type="module" src="/page.js"></script>`;

const script = `
import { Map, setWorkerUrl } from '/lib/maplibre-gl.mjs';
setWorkerUrl('/lib/maplibre-gl-worker.mjs');
window.mapTroubles = [];
window.map = new Map({ container: 'map', style: '/tiles/style/day.json', center: [${centre.lon}, ${centre.lat}],
  zoom: 17, fadeDuration: 0, canvasContextAttributes: { preserveDrawingBuffer: true } });
map.on('error', ({ error }) => mapTroubles.push(error.message));
map.on('styleimagemissing', ({ id }) => mapTroubles.push('no icon ' + id));`;

const contentTypes = { css: 'text/css', mjs: 'text/javascript' };

function createPageServer(database: TestDatabase): Hono {
  const app = new Hono();
  const tileCache = createTileCache({ maxBytes: 10_000_000 });
  app.route('/tiles', tilesRoutes({ database: database.pool, tileCache }));
  app.get('/lib/:file{maplibre-gl[a-z-]*\\.(?:css|mjs)}', (context) => {
    const file = context.req.param('file');
    const url = new URL(import.meta.resolve(`maplibre-gl/dist/${file}`));
    return context.body(Uint8Array.from(readFileSync(url)), 200, {
      'Content-Type': contentTypes[file.endsWith('css') ? 'css' : 'mjs'],
    });
  });
  app.get('/page.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript' }),
  );
  app.get('/', (context) => {
    context.header(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:",
    );
    return context.html(page);
  });
  return app;
}

let db: TestDatabase;
let server: ServerType;
let browser: Browser;
let tab: Page;
let origin: string;
const requested: string[] = [];
const failed: string[] = [];

beforeAll(async () => {
  mkdirSync('.artifacts', { recursive: true });
  db = await createTestDatabase();
  await insertInventedCity(db.pool);
  const app = createPageServer(db);
  const address = await new Promise<AddressInfo>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  origin = `http://127.0.0.1:${address.port}`;
  browser = await launchChromium();
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  tab.on('request', (request) => requested.push(request.url()));
  tab.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  tab.on('console', (message) => {
    if (message.type() === 'error') failed.push(message.text());
  });
  await tab.goto(origin);
  await tab.waitForFunction(() => window.map?.loaded());
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await db?.drop();
});

/** Jumps to a zoom, waits until all is drawn, and keeps the picture. */
async function look(zoom: number): Promise<void> {
  await tab.evaluate(async (to) => {
    const idle = window.map.once('idle');
    window.map.jumpTo({ zoom: to });
    window.map.triggerRepaint();
    await idle;
  }, zoom);
  await tab.screenshot({ path: `.artifacts/tiles-day-z${zoom}.png` });
}

/** The texts or fields of what a layer really drew, labels that found no room left out. */
async function drawn(layer: string, field: string): Promise<unknown[]> {
  const values = await tab.evaluate(
    ([id, name]) =>
      window.map
        .queryRenderedFeatures({ layers: [id] })
        .map(({ properties }): unknown => properties[name]),
    [layer, field] as const,
  );
  return [...new Set(values)];
}

/** Colours of a column of pixels through a place, `#rrggbb` from top to bottom. */
function readColumn(lon: number, lat: number, half: number): Promise<string[]> {
  return tab.evaluate(
    ([east, north, reach]) => {
      const at = window.map.project([east, north]);
      const copy = document.createElement('canvas');
      copy.width = 1;
      copy.height = reach * 2;
      const pen = copy.getContext('2d');
      pen?.drawImage(window.map.getCanvas(), -Math.round(at.x), -Math.round(at.y - reach));
      const bytes = [...(pen?.getImageData(0, 0, 1, reach * 2).data ?? [])];
      return Array.from({ length: reach * 2 }, (_, row) =>
        bytes
          .slice(row * 4, row * 4 + 3)
          .reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '#'),
      );
    },
    [lon, lat, half] as const,
  );
}

test('shows house numbers, alley names and water with its state at a door', async () => {
  await look(18);
  expect(await drawn('house-numbers', 'house_number')).toEqual(
    expect.arrayContaining(['1', '5', '11', '2', '8']),
  );
  expect(await drawn('alley-names', 'name')).toEqual(
    expect.arrayContaining(['Ngõ 29', 'Ngách 29/70']),
  );
  expect(await drawn('main-street-names', 'name')).toEqual(['Phố Khương Hạ']);
  expect(await drawn('water-points', 'state')).toEqual(
    expect.arrayContaining(['usable', 'unverified', 'unknown', 'out-of-order']),
  );
  expect(await drawn('water-point-flows', 'flow_lps')).toEqual(expect.arrayContaining([16, 22]));
  expect(await drawn('stations', 'name')).toEqual(['Đội Thanh Xuân']);
});

test('draws a 1.2 m alley 1.2 m wide', async () => {
  await look(20);
  // On the ngách, 90 m north and 25 m east of the centre, away from its name.
  const north = centre.lat + 90 / 110_574;
  await tab.evaluate(
    (to) => {
      window.map.setLayoutProperty('alley-names', 'visibility', 'none');
      window.map.jumpTo({ center: to });
    },
    [centre.lon + 0.00024, north] as [number, number],
  );
  await look(20);
  const column = await readColumn(centre.lon + 0.00024, north, 40);
  const white = column.filter((color) => color === '#ffffff').length;
  const expected = 1.2 * pixelsPerMeter(20, centre.lat);
  expect(white).toBeGreaterThan(expected - 3);
  expect(white).toBeLessThan(expected + 3);
});

test('fills the chosen building and no other', async () => {
  const inBuilding = [centre.lon + 20 / 103_900, centre.lat + 20 / 110_574] as const;
  await tab.evaluate((to) => window.map.jumpTo({ center: [to[0], to[1]] }), inBuilding);
  await look(19);
  const [before] = await readColumn(inBuilding[0], inBuilding[1] + 0.00004, 1);
  await tab.evaluate(() => {
    window.map.setFeatureState(
      { source: 'base', sourceLayer: 'buildings', id: 7 },
      { chosen: true },
    );
  });
  await look(19.01);
  const [after] = await readColumn(inBuilding[0], inBuilding[1] + 0.00004, 1);
  expect(before).toBe('#e2ddd4');
  expect(after).toBe('#c4161c');
});

test('needs nothing but our own server: no glyphs, no failures, and its own Vietnamese letters', async () => {
  expect(await tab.evaluate(() => window.mapTroubles)).toEqual([]);
  expect(failed).toEqual([]);
  const outside = requested.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'));
  expect(outside).toEqual([]);
  expect(requested.filter((url) => url.includes('/glyphs/'))).toEqual([]);
  expect(requested).toContain(`${origin}/tiles/fonts/be-vietnam-pro-vietnamese-500-normal.woff2`);
  const faces = await tab.evaluate(() => [...document.fonts].map((face) => face.status));
  expect(faces.length).toBeGreaterThanOrEqual(4);
  expect(new Set(faces)).toEqual(new Set(['loaded']));
});
