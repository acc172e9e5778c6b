// Traffic on an invented town with two bridges, through the real import, PostGIS, OSRM and API.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { UnitResponse } from '../response/schema.ts';
import type { TrafficKept, TrafficNow } from './schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters, {
    isSupervised: true,
    parameters: { traffic_router_every: '1' },
  });
}, 120_000);
afterAll(() => city.close());
afterEach(async () => {
  await city.database.pool.query('truncate traffic_speeds');
  await city.traffic.follow();
});

async function send(body: string, type = 'application/json', query = '') {
  const answer = await city.app.request(`/api/traffic${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as never };
}

/** Over the near bridge, northwards, by the numbers that its nodes have in the file. */
const nearBridge = [
  [3, 10],
  [10, 11],
  [11, 6],
] as const;

async function feed(kmh: number, seenAt?: Date): Promise<TrafficKept> {
  const segments = nearBridge.map(([from, to]) => ({
    from,
    to,
    kmh,
    ...(seenAt && { at: seenAt.toISOString() }),
  }));
  const { status, body } = await send(JSON.stringify({ source: 'VOV giao thông', segments }));
  expect(status).toBe(200);
  return body;
}

async function read(query = ''): Promise<TrafficNow> {
  return (await (await city.app.request(`/api/traffic${query}`)).json()) as TrafficNow;
}

const ofBridge = async () => (await read()).segments.find(({ from }) => from === 3);

async function large(): Promise<UnitResponse> {
  const { units } = await city.respondTo('20 Phố Bắc');
  return units.find(({ callSign }) => callSign === 'XE 01')!;
}

function crossesNearBridge({ drive }: UnitResponse): boolean {
  const [lon, lat] = at(400, 350);
  return drive!.geometry!.coordinates.some(
    ([x, y]) => Math.hypot((x! - lon) * 104_000, (y! - lat) * 111_000) < 60,
  );
}

/** The graph's own answer: what a router thinks is left aside. */
async function graphSeconds(vehicleClass = 'large'): Promise<number> {
  const { rows } = await city.database.pool.query<{ id: number }>('select id from stations');
  const byClass = await city.roadGraph.call('stops', {
    door: at(700, 606),
    roadId: null,
    classes: [vehicleClass],
  });
  const to = byClass[0]!.stops[0]!.at;
  const [row] = await city.roadGraph.call('driveSeconds', {
    vehicleClass,
    stationIds: [rows[0]!.id],
    stops: [to],
  });
  return row![0]!;
}

const patience = { timeout: 20_000, interval: 100 };

describe('a jam on the short way', () => {
  it('sends the road graph the other way at once, OSRM soon, and ages out by itself', async () => {
    await expect.poll(async () => (await large()).drive!.router, patience).toBe('osrm');
    const free = { graph: await graphSeconds(), osrm: await large() };
    expect(crossesNearBridge(free.osrm)).toBe(true);

    const { validMinutes } = await read();
    const kept = await feed(3, new Date(Date.now() - validMinutes * 60_000 + 6_000));
    expect(kept).toMatchObject({ kept: 3, tooOld: 0, unknown: { count: 0 } });
    expect(await graphSeconds()).toBeGreaterThan(free.graph + 60);
    expect(await read()).toMatchObject({ total: 3 });

    const around = async () => !crossesNearBridge(await large());
    await expect.poll(around, patience).toBe(true);
    expect((await large()).drive!.router).toBe('osrm');

    await expect.poll(async () => (await read()).total, patience).toBe(0);
    expect(await graphSeconds()).toBeCloseTo(free.graph, 1);
    await expect.poll(around, patience).toBe(false);
    expect((await large()).drive!.router).toBe('osrm');
  }, 60_000);

  it('that costs less than the way around is driven through, and the answer says by whom it knows', async () => {
    await feed(15);
    await expect.poll(async () => (await large()).notes[0]?.code, patience).toBe('held-by-traffic');
    const unit = await large();
    expect(unit.drive!.router).toBe('osrm');
    expect(crossesNearBridge(unit)).toBe(true);
    const lost = 600 * (3.6 / 15 - 3.6 / 26);
    expect(unit.notes[0]!.params['seconds']).toBeCloseTo(lost, -1);
    expect(unit.notes[0]!.params['meters']).toBeCloseTo(600, -1);
    expect(unit.notes[0]!.params).toMatchObject({ sources: 'VOV giao thông' });
    expect(unit.notes[0]!.params['ageSeconds']).toBeLessThan(60);
  });

  it('is there again when the road graph was loaded anew', async () => {
    const free = await graphSeconds();
    await feed(3);
    await city.reloadGraph();
    expect(await graphSeconds()).toBeGreaterThan(free + 60);
  });
});

type Sent = { body: string; type: string; query?: string };
const segment = { from: 3, to: 10, kmh: 5 };
const later = new Date(Date.now() + 120_000).toISOString();
const tooMany = Array.from({ length: 10_001 }, () => segment);
const json = (body: unknown): Sent => ({ body: JSON.stringify(body), type: 'application/json' });
const lines = (body: string, query = '?source=x'): Sent => ({ body, type: 'text/csv', query });

describe('a feed', () => {
  it('hears how many stretches are too many to count, of all that are known', async () => {
    await city.database.pool.query(
      `insert into traffic_speeds (from_node, to_node, kmh, at, source, kind)
       select n, n + 1, 1, now(), 'other', 'feed' from generate_series(100000, 149997) n`,
    );
    expect(await feed(20)).toMatchObject({ kept: 3, leftOut: 1 });
    expect(await read()).toMatchObject({ total: 2, leftOut: 1 });
  });

  it('may send lines as OSRM reads them, and 0 is slow but no closure', async () => {
    const free = await graphSeconds();
    const text = '3,10,0\n10,11,0,0.5\n\n11,6,4\n';
    const { status, body } = await send(text, 'text/csv', '?source=camera');
    expect({ status, body }).toMatchObject({ status: 200, body: { source: 'camera', kept: 3 } });
    expect(await graphSeconds()).toBeGreaterThan(free + 60);
    const { segments, sources } = await read();
    expect(segments.map(({ kmh }) => kmh)).toEqual([3, 3, 4]);
    expect(segments[0]).toMatchObject({
      roadKmh: 26,
      kind: 'feed',
    });
    expect(sources).toMatchObject([{ source: 'camera', segments: 3 }]);
    expect((await read('?limit=1')).segments).toHaveLength(1);
  });

  it('is told what the map does not have, and what is too old', async () => {
    const segments = [
      { from: 3, to: 6, kmh: 5 },
      { from: 10, to: 3, kmh: 5, at: new Date(Date.now() - 3_600_000).toISOString() },
      { from: 10, to: 11, kmh: 5 },
    ];
    const { body } = await send(JSON.stringify({ source: 'camera', segments }));
    expect(body).toMatchObject({
      kept: 1,
      tooOld: 1,
      unknown: { count: 1, examples: [{ from: 3, to: 6 }] },
    });
  });

  it('of several the newest counts, and an older one that comes late does not', async () => {
    await feed(9);
    await send('3,10,7', 'text/csv', '?source=camera');
    expect(await ofBridge()).toMatchObject({ kmh: 7, source: 'camera' });
    await feed(5, new Date(Date.now() - 60_000));
    expect(await ofBridge()).toMatchObject({ kmh: 7 });
  });

  it('hears how many of its stretches it knew better already', async () => {
    await feed(9);
    expect(await feed(5, new Date(Date.now() - 60_000))).toMatchObject({ kept: 0, outdated: 3 });
    expect(await ofBridge()).toMatchObject({ kmh: 9 });
  });

  it('of a clock that was set back since counts as seen now, without anybody’s touch', async () => {
    await city.database.pool.query(
      `insert into traffic_speeds (from_node, to_node, kmh, at, source, kind)
       values (3, 10, 4, now() + interval '5 h', 'VOV giao thông', 'feed')`,
    );
    const newest = async () => {
      await city.traffic.follow();
      return Date.parse((await read()).newestAt!) - Date.now();
    };
    await expect.poll(newest, patience).toBeLessThanOrEqual(0);
    expect(await ofBridge()).toMatchObject({ kmh: 4 });
  });

  it('may tell of a speed that is as good as none', async () => {
    const { status, body } = await send('3,10,1e-46\n10,11,1e-308', 'text/csv', '?source=camera');
    expect({ status, body }).toMatchObject({ status: 200, body: { kept: 2 } });
    expect((await read()).segments.map(({ kmh }) => kmh)).toEqual([3, 3]);
  });

  it('wakes other servers once per batch, and changes no version of the data', async () => {
    const client = await city.database.pool.connect();
    let heard = 0;
    client.on('notification', () => (heard += 1));
    const changes = () =>
      client
        .query<{ count: number }>('select count(*) from row_changes')
        .then(({ rows }) => rows[0]!.count);
    try {
      await client.query('listen traffic_changed');
      const before = await changes();
      await feed(5);
      await sleep(50);
      expect(await changes()).toBe(before);
      expect(heard).toBe(1);
    } finally {
      client.release(true);
    }
  });

  it.each<[string, Sent, number]>([
    ['no body', { body: '', type: 'application/json' }, 400],
    ['no JSON', { body: '{', type: 'application/json' }, 400],
    ['no segment', json({ source: 'x', segments: [] }), 400],
    ['nobody who says so', json({ segments: [segment] }), 400],
    ['a speed of nowhere', json({ source: 'x', segments: [{ ...segment, kmh: 131 }] }), 400],
    ['a speed below nothing', json({ source: 'x', segments: [{ ...segment, kmh: -1 }] }), 400],
    ['half a node', json({ source: 'x', segments: [{ ...segment, from: 1.5 }] }), 400],
    ['tomorrow', json({ source: 'x', segments: [{ ...segment, at: later }] }), 400],
    ['a word too many', json({ source: 'x', segments: [{ ...segment, lane: 2 }] }), 400],
    ['too many', json({ source: 'x', segments: tooMany }), 400],
    ['too much', lines('x'.repeat(2_200_000)), 413],
    ['lines without a source', lines('3,10,5', ''), 400],
    ['a line of words', lines('3,10,5\nfrom,to,speed'), 400],
    ['a line cut short', lines('3,10'), 400],
    ['a line too wide', lines('3,10,5,1,2'), 400],
    ['an open quote', lines('3,10,"5'), 400],
    ['a picture', { ...lines('GIF89a'), type: 'image/gif' }, 415],
  ])('is refused with what is wrong: %s', async (_, { body, type, query }, status) => {
    const answer = await send(body, type, query);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { message: expect.any(String) as string } });
    expect(await read()).toMatchObject({ total: 0 });
  });

  it('that takes another name each time is told to keep one', async () => {
    for (let n = 0; n < 50; n++) await send('3,10,5', 'text/csv', `?source=feed ${n}`);
    expect((await send('3,10,5', 'text/csv', '?source=one more')).status).toBe(409);
    expect((await send('3,10,5', 'text/csv', '?source=feed 7')).status).toBe(200);
  });
});
