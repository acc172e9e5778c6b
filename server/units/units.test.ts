// Units that report where they are and how: on an invented street of two kilometres.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { stickRoadGraphs } from '../road-graph/stuck-for-test.ts';
import type { Position } from '../../geo/position.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult, UnitResponse } from '../response/schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: {
        west: [0, 0],
        mid: [1_000, 0],
        east: [2_000, 0],
        island: [0, 5_000],
        islandEnd: [900, 5_000],
      },
      ways: [
        {
          nodes: ['west', 'mid', 'east'],
          tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '12' },
        },
        // Nothing leads there.
        { nodes: ['island', 'islandEnd'], tags: { highway: 'secondary', name: 'Đường Đảo' } },
      ],
      areas: [],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\n`,
      units: [
        'id,call_sign,station_id,vehicle_class,status',
        'U1,XE 01,A,large,available',
        'U2,XE 02,A,large,available',
      ].join('\n'),
    },
  );
}, 120_000);
afterAll(() => city.close());
beforeEach(() => city.database.pool.query('truncate unit_positions, unit_statuses'));

async function report(query: string) {
  const answer = await city.app.request(`/api/positions?${query}`, { method: 'POST' });
  return { status: answer.status, text: await answer.text() };
}

async function reportAt(id: string, east: number, secondsAgo: number, accuracy = 5) {
  return reportFrom(id, at(east, 0), secondsAgo, accuracy);
}

async function reportFrom(id: string, [lon, lat]: Position, secondsAgo: number, accuracy = 5) {
  const timestamp = Math.round(Date.now() / 1_000) - secondsAgo;
  return report(`id=${id}&lon=${lon}&lat=${lat}&timestamp=${timestamp}&accuracy=${accuracy}`);
}

async function setStatus(id: string, body: Record<string, unknown>) {
  const answer = await city.app.request(`/api/units/${encodeURIComponent(id)}/status`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Trực ban', ...body }),
  });
  return { status: answer.status, text: await answer.text() };
}

async function respond(): Promise<ResponseResult> {
  const [lon, lat] = at(1_900, 0);
  return (await city.respond({ lon, lat })).body;
}

function unit({ units }: ResponseResult, callSign: string) {
  return units.find((each) => each.callSign === callSign)!;
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

describe('a unit on the road', () => {
  it('is ranked from where it is, with the age of that', async () => {
    expect((await reportAt('U2', 1_500, 10)).status).toBe(200);
    const answer = await respond();
    expect(answer.units.map(({ callSign }) => callSign)).toEqual(['XE 02', 'XE 01']);
    const moving = unit(answer, 'XE 02');
    expect(moving.drive!.router).toBe('osrm');
    expect(moving.drive!.meters).toBeCloseTo(400, -1);
    expect(moving.position).toMatchObject({ isStale: false, isStart: true });
    expect(moving.position!.ageSeconds).toBeGreaterThanOrEqual(10);
    expect(moving.notes.map(({ code }) => code)).toContain('from-position');
    expect(unit(answer, 'XE 01')).toMatchObject({ position: null });
  });

  it('says how far off its position may be only where that is much', async () => {
    await reportAt('U2', 1_500, 5, 250);
    expect(unit(await respond(), 'XE 02').position).toMatchObject({ doubtfulMeters: 250 });
    await reportAt('U2', 1_500, 0, 100);
    expect(unit(await respond(), 'XE 02').position).toMatchObject({ doubtfulMeters: null });
  });

  it('is ranked from its last known point when that is old, and it says so', async () => {
    await reportAt('U2', 1_500, 600);
    const old = unit(await respond(), 'XE 02');
    expect(old.position).toMatchObject({ isStale: true, isStart: true });
    expect(old.notes.map(({ code }) => code)).toContain('from-old-position');
    expect(old.drive!.meters).toBeCloseTo(400, -1);
  });

  it('is ranked from its station when it was said later to stand there', async () => {
    await reportAt('U2', 1_500, 600);
    await setStatus('U2', { status: 'available', atStation: true, at: ago(300) });
    const home = unit(await respond(), 'XE 02');
    expect(home.position).toMatchObject({ isStart: false });
    expect(home.drive!.meters).toBeCloseTo(1_900, -1);
    await reportAt('U2', 1_200, 100);
    expect(unit(await respond(), 'XE 02').drive!.meters).toBeCloseTo(700, -1);
  });

  it('that stands at its station starts with the others of it', async () => {
    await reportAt('U2', 30, 5);
    expect(unit(await respond(), 'XE 02').position).toMatchObject({ isStart: false });
  });

  it('is timed on the road graph too when the router is away', async () => {
    await reportAt('XE%2002', 1_500, 5);
    await city.routers.setUrls({});
    const answer = await respond();
    await city.routers.setUrls(
      Object.fromEntries(Object.entries(city.osrm).map(([code, { url }]) => [code, url])),
    );
    const moving = unit(answer, 'XE 02');
    expect(moving.drive!.router).toBe('graph');
    expect(moving.drive!.meters).toBeCloseTo(400, -1);
  });
});

/** In another town, where the map has no road. */
const elsewhere = (id: string) => reportFrom(id, at(0, 20_000), 90);

function expectFromStation(moving: UnitResponse) {
  expect(moving).toMatchObject({ status: 'reachable', position: { isStart: false } });
  expect(moving.drive!.meters).toBeCloseTo(1_900, -1);
  const note = moving.notes.find(({ code }) => code === 'position-off-road')!;
  expect(note.params['ageSeconds']).toBeGreaterThanOrEqual(90);
  expect(note.params['meters']).toBeCloseTo(19_995, -2);
}

describe('a unit whose last position is near no road', () => {
  it('is ranked from its station, with how old and how far off that position is', async () => {
    await elsewhere('U2');
    const answer = await respond();
    expectFromStation(unit(answer, 'XE 02'));
    expect(answer.set!.vehicles.map(({ callSign }) => callSign)).toContain('XE 02');
  });

  it('is so too while the road graph is away', async () => {
    await elsewhere('U2');
    const stuck = await stickRoadGraphs(1_800);
    const answer = await respond();
    await stuck.end;
    expect(answer.notes.map(({ code }) => code)).toContain('graph-away');
    expectFromStation(unit(answer, 'XE 02'));
  }, 30_000);

  it('is so too where the road it is near leads nowhere', async () => {
    await reportFrom('U2', at(500, 5_000), 5);
    const stranded = unit(await respond(), 'XE 02');
    expect(stranded.drive!.meters).toBeCloseTo(1_900, -1);
    expect(stranded.notes.map(({ code }) => code)).toContain('position-off-road');
  });
});

const coords = { latitude: 21, longitude: 105.8, accuracy: 12.5, speed: 10, heading: 90 };
async function send(body: unknown) {
  const answer = await city.app.request('/api/positions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

describe('what a unit reports', () => {
  it('never replaces what is newer', async () => {
    await reportAt('U1', 1_500, 10);
    const late = await reportAt('U1', 500, 60);
    expect(JSON.parse(late.text)).toMatchObject({ isKept: false });
    const list = (await (await city.app.request('/api/positions')).json()) as {
      staleAfterSeconds: number;
      positions: { callSign: string; lon: number; isStale: boolean }[];
    };
    expect(list.staleAfterSeconds).toBe(60);
    expect(list.positions).toEqual([
      expect.objectContaining({ callSign: 'XE 01', isStale: false }),
    ]);
    expect(list.positions[0]!.lon).toBeCloseTo(at(1_500, 0)[0], 6);
  });

  it('takes it out of the ranking and brings it back', async () => {
    await setStatus('unit:1', { status: 'busy' });
    const busy = await respond();
    expect(busy.units.map(({ callSign }) => callSign)).toEqual(['XE 02']);
    expect(busy.notRanked[0]!.why).toEqual({ code: 'status', params: { status: 'busy' } });
    await setStatus('unit:1', { status: 'available' });
    expect((await respond()).units).toHaveLength(2);
  });

  it('gives way to a register that is newer', async () => {
    await setStatus('U1', { status: 'busy', at: '2020-01-01T00:00:00Z' });
    expect((await respond()).units).toHaveLength(2);
  });

  it.each([
    ['id=U1&lon=105.8', 400, 'lat'],
    ['id=U1&lon=105.8&lat=91', 400, 'lat'],
    ['id=U1&lon=&lat=', 400, 'lat'],
    ['id=U1&lon=0&lat=0', 400, 'fix'],
    ['id=U1&lon=105.8&lat=21&valid=false', 400, 'fix'],
    ['id=%00&lon=105.8&lat=21', 400, 'id'],
    ['id=U9&lon=105.8&lat=21', 404, 'U9'],
    ['id=U1&lon=105.8&lat=21&timestamp=yesterday', 400, 'timestamp'],
    ['id=U1&lon=105.8&lat=21&timestamp=32503680000', 400, 'future'],
  ])('is refused as %s', async (query, status, word) => {
    const answer = await report(query);
    expect([answer.status, answer.text.includes(word)]).toEqual([status, true]);
  });

  it('may come in the body, as Traccar’s newer clients send it', async () => {
    const timestamp = ago(20);
    const location = { timestamp, coords, is_moving: true, battery: { level: 0.8 } };
    const answer = await send({ location, device_id: 'U1' });
    expect(answer).toMatchObject({
      status: 200,
      text: expect.stringContaining('unit:1') as string,
    });
    const { rows } = await city.database.pool.query(
      'select at, round(speed_kmh) as speed, bearing, accuracy_m from unit_positions',
    );
    expect(rows).toEqual([{ at: new Date(timestamp), speed: 36, bearing: 90, accuracy_m: 12.5 }]);
  });

  it('in the body may leave out, or not know, all but where it is', async () => {
    const unknown = { ...coords, accuracy: null, speed: -1, heading: -1 };
    expect((await send({ location: { coords: unknown }, device_id: 'U1' })).status).toBe(200);
  });

  it.each([
    [{ location: { coords }, device_id: 'U9' }, 404, 'U9'],
    [{ location: { coords: { ...coords, latitude: 91 } }, device_id: 'U1' }, 400, 'lat'],
    [{ location: { coords: { ...coords, latitude: 'x' } }, device_id: 'U1' }, 400, 'latitude'],
    [{ location: { coords, timestamp: 'yesterday' }, device_id: 'U1' }, 400, 'timestamp'],
    [{ location: {} }, 400, 'device_id'],
  ])('in the body is refused as %j', async (body, status, word) => {
    const answer = await send(body);
    expect([answer.status, answer.text.includes(word)]).toEqual([status, true]);
  });

  it.each([
    [{ status: 'asleep' }, 400, 'status'],
    [{ status: 'busy', at: '2999-01-01T00:00:00Z' }, 400, 'future'],
    [{ status: 'busy', by: '' }, 400, 'by'],
  ])('is refused as %j', async (body, status, word) => {
    const answer = await setStatus('U1', body);
    expect([answer.status, answer.text.includes(word)]).toEqual([status, true]);
  });
});

describe('a call sign that two units have', () => {
  beforeAll(() =>
    city.database.pool.query(
      `insert into units (call_sign, station_id, vehicle_class, source, register_id)
       select call_sign, station_id, vehicle_class, source, 'U9' from units where register_id = 'U1'`,
    ),
  );
  afterAll(() =>
    city.database.pool.query(`update units set retired_at = now() where register_id = 'U9'`),
  );

  it('is refused with the ids that tell them apart, and changes neither', async () => {
    const refusals = [
      await setStatus('XE 01', { status: 'busy' }),
      await reportAt('XE 01', 500, 5),
    ];
    for (const { status, text } of refusals) {
      expect({ status, code: JSON.parse(text).error.code }).toEqual({
        status: 409,
        code: 'ambiguous-unit',
      });
      expect(text).toContain('U1, U9');
    }
    expect((await respond()).units.map(({ position }) => position)).toEqual([null, null, null]);
  });

  it('is no hindrance to who reports by its id', async () => {
    expect((await setStatus('U9', { status: 'busy' })).status).toBe(200);
    const { notRanked, units } = await respond();
    expect(notRanked.map(({ callSign }) => callSign)).toEqual(['XE 01']);
    expect(units).toHaveLength(2);
  });
});
