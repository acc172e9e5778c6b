// Closures on an invented town, through the real import, PostGIS, OSRM and API.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { farBridge, large, nearBridge, passes, useRiverTown } from './closed-town-for-test.ts';
import type { Closure } from './schema.ts';

const { city, send, close, largeStandsAt, largeTo, withdraw } = useRiverTown();

describe('a closed bridge', () => {
  it('sends the engine over the other one, and back again when it is withdrawn', async () => {
    const before = await largeTo('20 Phố Bắc');
    expect(passes(before, [400, 350])).toBe(true);
    const { id } = await close({ geometry: nearBridge });
    const around = await largeTo('20 Phố Bắc');
    expect(passes(around, [400, 350])).toBe(false);
    expect(passes(around, [1200, 350])).toBe(true);
    expect(around.drive!.meters).toBeGreaterThan(before.drive!.meters! + 700);
    await withdraw(id);
    expect(passes(await largeTo('20 Phố Bắc'), [400, 350])).toBe(true);
  });

  it('for one class leaves the others their road', async () => {
    await close({ geometry: nearBridge, vehicleClasses: ['large'] });
    const result = await city().respondTo('20 Phố Bắc');
    expect(passes(large(result), [400, 350])).toBe(false);
    expect(
      passes(
        result.units.find(({ callSign }) => callSign === 'XE 02')!,
        [400, 350],
      ),
    ).toBe(true);
  });

  it('with the other one closed too stops it before the water, and says who closed what', async () => {
    await close({ geometry: nearBridge });
    await close({ geometry: farBridge });
    const unit = await largeTo('20 Phố Bắc');
    expect(unit.status).toBe('reachable');
    expect(unit.stop!.reason).toMatchObject({
      code: 'closed',
      params: { why: 'ống nước vỡ', by: 'Lan' },
    });
    expect(unit.hose!.meters).toBeGreaterThan(600);
    await close({ geometry: nearBridge, onFoot: true });
    await close({ geometry: farBridge, onFoot: true });
    expect(await largeTo('20 Phố Bắc')).toMatchObject({
      status: 'unreachable',
      notes: [{ code: 'no-stop-for-class' }],
    });
  });

  it('with the other one closed too leaves a fire beyond to the engine that stands there', async () => {
    await close({ geometry: nearBridge, onFoot: true });
    await close({ geometry: farBridge, onFoot: true });
    await largeStandsAt(600, 600);
    const result = await city().respondTo('20 Phố Bắc');
    expect(large(result)).toMatchObject({
      status: 'reachable',
      stop: { reason: { code: 'at-door' } },
    });
    expect(result.units.find(({ callSign }) => callSign === 'XE 02')!.status).toBe('unreachable');
  });

  it('that should only be avoided is crossed where it is the only way, and the answer says so', async () => {
    await close({ geometry: farBridge });
    await close({ geometry: nearBridge, effect: 'avoid', reason: 'biểu tình' });
    const unit = await largeTo('20 Phố Bắc');
    expect(passes(unit, [400, 350])).toBe(true);
    expect(unit.notes[0]).toMatchObject({
      code: 'crosses-closure',
      params: { why: 'biểu tình', by: 'Lan' },
    });
    expect(unit.drive!.seconds).toBeLessThan(600);
  });

  it('that should be avoided is avoided where there is another', async () => {
    await close({ geometry: nearBridge, effect: 'avoid' });
    const unit = await largeTo('20 Phố Bắc');
    expect(passes(unit, [400, 350])).toBe(false);
    expect(unit.notes.map(({ code }) => code)).not.toContain('crosses-closure');
  });
});

describe('a closed junction', () => {
  it('is not crossed by an engine from one of its streets to a house on another', async () => {
    const [lon, lat] = at(450, 5);
    const toHouse = async () => large((await city().respond({ lon, lat })).body);
    expect((await toHouse()).stop!.reason.code).toBe('at-door');
    await close({ geometry: { type: 'Point', coordinates: at(400, 0) } });
    const unit = await toHouse();
    expect(unit.stop!.reason.code).toBe('closed');
    expect(unit.stop!.lon).toBeCloseTo(at(399, 0)[0], 5);
  });
});

describe('an alley that nobody can pass', () => {
  it('has the hose laid from its other mouth', async () => {
    const before = await largeTo('9 ngõ 5 Phố Bắc');
    expect(before.hose!.meters).toBeLessThan(120);
    await close({
      geometry: { type: 'LineString', coordinates: [at(500, 605), at(500, 650)] },
      onFoot: true,
    });
    const after = await largeTo('9 ngõ 5 Phố Bắc');
    expect(after.hose!.meters).toBeGreaterThan(400);
    expect(after.stop!.lon).toBeCloseTo(at(800, 600)[0], 4);
  });

  it('closed to vehicles only is still open to the hose', async () => {
    await close({ geometry: { type: 'LineString', coordinates: [at(500, 605), at(500, 650)] } });
    expect((await largeTo('9 ngõ 5 Phố Bắc')).hose!.meters).toBeLessThan(120);
  });
});

describe('a closure at the station’s own exit', () => {
  it('shuts its engines in, and the answer says so', async () => {
    await close({ geometry: { type: 'Point', coordinates: at(30, 0) } });
    expect(await largeTo('20 Phố Bắc')).toMatchObject({ status: 'unreachable', drive: null });
  });

  it('behind the yard shuts nobody in', async () => {
    await close({ geometry: { type: 'Point', coordinates: at(1, 0) } });
    expect((await largeTo('20 Phố Bắc')).status).toBe('reachable');
  });
});

const soon = (millis: number): string => new Date(Date.now() + millis).toISOString();
/** The city's clock, so many minutes from now. */
const clock = (minutes: number): string => soon((7 * 60 + minutes) * 60_000).slice(11, 16);

describe('time', () => {
  it('begins and ends a closure without anybody’s touch', async () => {
    await close({ geometry: nearBridge, from: soon(1_000), to: soon(2_500) });
    expect(passes(await largeTo('20 Phố Bắc'), [400, 350])).toBe(true);
    await sleep(1_300);
    expect(passes(await largeTo('20 Phố Bắc'), [400, 350])).toBe(false);
    await sleep(1_500);
    expect(passes(await largeTo('20 Phố Bắc'), [400, 350])).toBe(true);
  });

  it('holds a market closed only in its hours', async () => {
    const over = await close({
      geometry: nearBridge,
      daily: { from: clock(-120), to: clock(-60) },
    });
    expect(over.active).toBe(false);
    const now = await close({ geometry: nearBridge, daily: { from: clock(-60), to: clock(60) } });
    expect(now.active).toBe(true);
  });
});

describe('the list of closures', () => {
  it('keeps a withdrawn one with who and when', async () => {
    const { id } = await close({ geometry: nearBridge });
    expect((await send('GET', '?state=active')).body).toMatchObject({ total: 1 });
    expect((await withdraw(id)).status).toBe(200);
    expect((await withdraw(id)).status).toBe(409);
    expect((await send('GET', '')).body).toMatchObject({ total: 0 });
    const { closures } = (await send('GET', '?state=all')).body as { closures: Closure[] };
    expect(closures[0]).toMatchObject({ id, withdrawnBy: 'trực ban', active: false });
    expect(closures[0]!.withdrawnAt).not.toBeNull();
  });
});

describe('the most closures that there may be', () => {
  it('are not exceeded by several that are entered at once', async () => {
    const { pool } = city().database;
    await pool.query(
      `insert into closures (effect, geom, on_foot, from_at, reason, author)
       select 'avoid', st_setsrid(st_geomfromgeojson($1), 4326), false, now() + interval '1 year', 'x', 'filler'
       from generate_series(1, 499)`,
      [JSON.stringify(farBridge)],
    );
    try {
      const body = { effect: 'impassable', geometry: nearBridge, reason: 'x', by: 'filler' };
      const answers = await Promise.all([1, 2, 3, 4].map(() => send('POST', '', body)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        201, 409, 409, 409,
      ]);
    } finally {
      await pool.query(`delete from closures where author = 'filler'`);
    }
  }, 60_000);
});

describe('a closure that makes no sense', () => {
  const good = { geometry: nearBridge, effect: 'avoid', reason: 'x', by: 'y' };
  it.each([
    ['no road', { ...good, geometry: { type: 'Point', coordinates: at(600, 300) } }, 422],
    [
      'a whole country',
      {
        ...good,
        geometry: {
          type: 'LineString',
          coordinates: [
            [105, 20],
            [107, 22],
          ],
        },
      },
      400,
    ],
    ['a class that is none', { ...good, vehicleClasses: ['tank'] }, 400],
    [
      'an end before its beginning',
      { ...good, from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      400,
    ],
    [
      'one that is over before it was drawn',
      { ...good, from: soon(-120_000), to: soon(-60_000) },
      400,
    ],
    ['nobody who says so', { ...good, by: ' ' }, 400],
    ['nobody whom one can see', { ...good, by: '\u200B\u202E' }, 400],
    ['a name that is turned round', { ...good, by: '\u202Enimda' }, 400],
    ['a beginning before all time', { ...good, from: '0000-01-01T00:00:00Z' }, 400],
    ['a hour that is none', { ...good, daily: { from: '25:00', to: '08:00' } }, 400],
    ['a shape that is none', { ...good, geometry: { type: 'Circle', coordinates: [1, 2] } }, 400],
    ['a word that nobody knows', { ...good, colour: 'red' }, 400],
  ])('is refused: %s', async (_, body, status) => {
    const answer = await send('POST', '', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { message: expect.any(String) as string } });
  });

  it('is not found when it was never drawn', async () => {
    expect((await withdraw(999_999)).status).toBe(404);
  });
});
