// A bridge is closed while a server has no road graph to say which roads that are, or cannot tell OSRM.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCityVersion } from '../../sql/city-version.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult } from '../response/schema.ts';
import type { RoutingConditions } from '../routing-conditions/routing-files.ts';
import { nearBridge } from './closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from './river-town-for-test.ts';

let city: MiniCity;
let placeId: string;
let ofCity: { cityVersion: string };
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
  placeId = (await city.respondTo('20 Phố Bắc')).destination.place!.id;
  ofCity = { cityVersion: await readCityVersion(city.database.pool) };
}, 120_000);
afterAll(() => city.close());

let folder: string;
let served: Awaited<ReturnType<typeof serveCity>> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firepoint-away-'));
  mkdirSync(join(folder, 'osrm'));
  writeFileSync(join(folder, 'osrm', 'current.json'), '{"version":"1"}');
});
afterEach(async () => {
  await served?.close();
  await city.database.pool.query('delete from closures');
  rmSync(folder, { recursive: true, force: true });
});

type Ways = { dataFolder?: string; isLoading?: boolean };

/** Another server on the same city, with the routers that nobody customises. */
async function serve({ dataFolder, isLoading = false }: Ways = {}) {
  served = await serveCity(city.database, city.osrm, dataFolder, { isLoading });
  const { app, conditions, roadGraph } = served;
  const post = (path: string, body: unknown) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const respond = async () =>
    (await (await post('/api/response', { placeId })).json()) as ResponseResult;
  return { ...conditions, app, roadGraph, post, respond };
}

const bridgeIsClosed = {
  geometry: nearBridge,
  effect: 'impassable',
  vehicleClasses: ['large'],
  reason: 'ống nước vỡ',
  by: 'Lan',
};

async function closeBridge({ post }: Awaited<ReturnType<typeof serve>>) {
  const answer = await post('/api/closures', bridgeIsClosed);
  return { status: answer.status, body: (await answer.json()) as object };
}

function describeDrives({ units }: ResponseResult) {
  return units.map(({ callSign, drive, notes }) => [
    callSign,
    drive?.router,
    notes.some(({ code }) => code === 'closures-not-kept'),
  ]);
}

const withoutRoadsForLarge = [
  ['XE 01', 'straight-line', true],
  ['XE 02', 'osrm', false],
];

describe('a server whose road graph is still loading', () => {
  it('takes all roads for closed to the class of a closure, and so does not believe routers that do not know it', async () => {
    const first = await serve();
    await closeBridge(first);
    await served!.close();
    const { closures, respond } = await serve({ isLoading: true });
    expect(closures.affects('large')).toBe(true);
    expect(closures.shuts('large')).toBe(true);
    const result = await respond();
    expect(result.notes.map(({ code }) => code)).toContain('graph-away');
    expect(describeDrives(result)).toEqual(expect.arrayContaining(withoutRoadsForLarge));
  }, 60_000);
});

describe('a closure drawn while the road graph is loading', () => {
  it('is entered, though nobody can say which roads it closes; the list of closures comes all the same', async () => {
    const { app, post, closures } = await serve({ isLoading: true });
    const { geometry, effect, vehicleClasses } = bridgeIsClosed;
    const seen = await post('/api/closures/preview', { geometry, effect, vehicleClasses });
    expect(await seen.json()).toEqual({ closes: null, unknown: 'graph-away' });
    const entered = await post('/api/closures', bridgeIsClosed);
    expect(entered.status).toBe(201);
    expect(await entered.json()).toMatchObject({ active: true, obeyedBy: { segments: null } });
    expect(closures.shuts('large')).toBe(true);
    const get = async (path: string) => (await app.request(`/api/closures${path}`)).json();
    expect(await get('')).toMatchObject({ total: 1 });
    expect(await get('/stretches')).toMatchObject({
      closures: [{ closes: null, unknown: 'graph-away' }],
    });
    await served!.roadGraph.reload();
    await expect
      .poll(() => get('/stretches'))
      .toMatchObject({
        closures: [{ closes: { roads: [{ road: { name: 'Cầu Gần' } }] }, unknown: null }],
      });
  }, 60_000);
});

describe('a server whose road graph has died', () => {
  it('keeps what it knew of the closures, and the routers that obey them', async () => {
    const server = await serve({ dataFolder: folder });
    const { closures, setGeneration, roadGraph } = server;
    await closeBridge(server);
    const text = readFileSync(join(folder, 'osrm', 'conditions.json'), 'utf8');
    const { key: conditions, closures: obeyed, version } = JSON.parse(text) as RoutingConditions;
    setGeneration({ ...ofCity, version, conditions, closures: obeyed });
    expect(closures.obeys('large')).toBe(true);
    await roadGraph.close();
    await closures.follow();
    expect(closures.affects('large')).toBe(true);
    expect(closures.shuts('large')).toBe(true);
    expect(closures.obeys('large')).toBe(true);
  }, 60_000);

  it('believes no router where a closure was drawn since', async () => {
    const { closures, roadGraph, respond } = await serve();
    await roadGraph.close();
    await city.database.pool.query(
      `insert into closures (effect, geom, vehicle_classes, on_foot, from_at, reason, author)
       values ('impassable', st_setsrid(st_geomfromgeojson($1), 4326), '{large}', false, now(), 'ngập', 'Lan')`,
      [JSON.stringify(nearBridge)],
    );
    await closures.follow();
    expect(describeDrives(await respond())).toEqual(expect.arrayContaining(withoutRoadsForLarge));
  }, 60_000);
});

describe('a closure that OSRM cannot be told of', () => {
  it('is in force all the same: the routers are not believed until they obey', async () => {
    const server = await serve({ dataFolder: folder });
    server.setGeneration({ ...ofCity, version: '1', conditions: '', closures: '' });
    expect(server.closures.obeys('large')).toBe(true);
    // Where the speeds are to be written.
    writeFileSync(join(folder, 'osrm', 'conditions'), '');
    const { status, body } = await closeBridge(server);
    expect(status).toBe(201);
    expect(body).toMatchObject({ obeyedBy: { routers: { large: 'graph', small: 'osrm' } } });
    expect(describeDrives(await server.respond())).toContainEqual(['XE 01', 'graph', false]);
    // It is tried again.
    rmSync(join(folder, 'osrm', 'conditions'));
    const told = () => readFileSync(join(folder, 'osrm', 'conditions.json'), 'utf8');
    await expect.poll(told, { timeout: 10_000 }).toContain('"large"');
  }, 60_000);
});
