// On an invented street of four kilometres with a station at either end and one in the middle.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { longStreet, longStreetRegisters } from './long-street-for-test.ts';
import type { UncoveredAnswer } from './schema.ts';

let city: MiniCity;
const ids = new Map<string, string>();
beforeAll(async () => {
  city = await openMiniCity(longStreet, longStreetRegisters, { isSupervised: true });
  const { rows } = await city.database.pool.query<{ id: string; call_sign: string }>(
    `select 'unit:' || id as id, call_sign from units`,
  );
  for (const { id, call_sign: callSign } of rows) ids.set(callSign, id);
}, 120_000);
afterAll(() => city.close());

async function send(unitIds: unknown) {
  const answer = await city.app.request('/api/uncovered', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ unitIds }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as UncoveredAnswer };
}

const unit = (callSign: string) => ids.get(callSign)!;

async function leftByWest() {
  return (await send([unit('TÂY 1')])).body.uncovered!;
}

async function close(east: number, north: number, effect = 'impassable'): Promise<number> {
  const answer = await city.app.request('/api/closures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      geometry: { type: 'Point', coordinates: at(east, north) },
      effect,
      reason: 'ngập',
      by: 'Lan',
    }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: number }).id;
}

async function open(id: number): Promise<void> {
  await city.app.request(`/api/closures/${id}`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Lan' }),
  });
}

function setStatus(callSign: string, status: string) {
  return city.database.pool.query(
    `insert into unit_statuses (unit_id, status, at, author)
     select id, $2, now(), 'thử' from units where call_sign = $1`,
    [callSign, status],
  );
}

describe('what a set leaves behind', () => {
  it('is not known until the drive times are prepared', async () => {
    expect((await send([unit('TÂY 1')])).body).toEqual({ uncovered: null });
    await city.driveTables.make();
  });

  it('is told to take long where the first count of the houses does, and then told', async () => {
    const writer = await city.database.pool.connect();
    try {
      await writer.query('begin; lock table addresses in access exclusive mode');
      const started = performance.now();
      const { status, body } = await send([unit('TÂY 1')]);
      expect({ status, body }).toMatchObject({
        status: 503,
        body: { error: { code: 'still-counting' } },
      });
      expect(performance.now() - started).toBeLessThan(3_300);
    } finally {
      await writer.query('rollback');
      writer.release();
    }
    expect((await send([unit('TÂY 1')])).body.uncovered).not.toBeNull();
  }, 20_000);

  it('is the houses of the west, where only a motorbike stays, and a move-up from the middle', async () => {
    const { uncovered } = (await send([unit('TÂY 1')])).body;
    expect(uncovered).toEqual({
      targetSeconds: 240,
      houses: { total: 5, before: 4, after: 1 },
      emptied: [{ id: expect.stringMatching(/^station:/), name: 'Đội Tây' }],
      wards: [{ ward: null, houses: 3 }],
      onRoad: 0,
      ignoresClosures: false,
      moveUp: {
        unitId: unit('GIỮA 1'),
        callSign: 'GIỮA 1',
        from: expect.objectContaining({ name: 'Đội Giữa' }),
        to: expect.objectContaining({ name: 'Đội Tây' }),
        driveSeconds: expect.closeTo(2_000 / (15 / 3.6), -2),
        isUnchecked: false,
        gain: 3,
      },
    });
  });

  it('is the same once they turned out, and the next call still hears of the move-up', async () => {
    const { body: before } = await send([unit('TÂY 1')]);
    await setStatus('TÂY 1', 'busy');
    try {
      expect((await send([unit('TÂY 1')])).body).toEqual(before);
      const { uncovered } = (await send([unit('GIỮA 2')])).body;
      expect(uncovered).toMatchObject({
        emptied: [],
        moveUp: { callSign: 'GIỮA 1', to: { name: 'Đội Tây' }, gain: 3 - 1 },
      });
    } finally {
      await city.database.pool.query('truncate unit_statuses');
    }
  });

  it('does not count on a unit that is elsewhere, and says how many those are', async () => {
    await city.database.pool.query(
      `insert into unit_positions (unit_id, geom, at)
       select id, st_setsrid(st_makepoint($1, $2), 4326), now() from units where call_sign = 'GIỮA 1'`,
      at(3_000, 0),
    );
    try {
      const { uncovered } = (await send([unit('GIỮA 2')])).body;
      expect(uncovered).toMatchObject({ emptied: [{ name: 'Đội Giữa' }], onRoad: 1 });
    } finally {
      await city.database.pool.query('truncate unit_positions');
    }
  });

  it('counts a unit whose position is off every road as at its station, as it is ranked', async () => {
    const { body: before } = await send([unit('GIỮA 2')]);
    await city.database.pool.query(
      `insert into unit_positions (unit_id, geom, at)
       select id, st_setsrid(st_makepoint(0, 0), 4326), now() from units where call_sign = 'GIỮA 1'`,
    );
    try {
      expect((await send([unit('GIỮA 2')])).body).toEqual(before);
    } finally {
      await city.database.pool.query('truncate unit_positions');
    }
  });

  it('loses nothing by a unit of the set that was elsewhere', async () => {
    await city.database.pool.query(
      `insert into unit_positions (unit_id, geom, at)
       select id, st_setsrid(st_makepoint($1, $2), 4326), now() from units where call_sign = 'TÂY 1'`,
      at(3_000, 0),
    );
    try {
      expect(await leftByWest()).toMatchObject({
        houses: { before: 1, after: 1 },
        emptied: [],
        moveUp: null,
        onRoad: 1,
      });
    } finally {
      await city.database.pool.query('truncate unit_positions');
    }
  });

  it('suggests no move-up that has no way past what is closed', async () => {
    const street = await close(1_000, 0);
    await expect
      .poll(async () => (await leftByWest()).moveUp?.driveSeconds, { timeout: 20_000 })
      .toBeGreaterThan(2_500 / (15 / 3.6));
    expect(await leftByWest()).toMatchObject({
      houses: { before: 4, after: 1 },
      moveUp: { callSign: 'GIỮA 1' },
    });
    const round = await close(1_000, -300);
    // At once, by the road graph, and by OSRM later.
    expect(await leftByWest()).toMatchObject({ moveUp: null });
    await city.routers.probe();
    expect(await leftByWest()).toMatchObject({ moveUp: null });
    await open(street);
    await open(round);
    expect(await leftByWest()).toMatchObject({
      moveUp: { driveSeconds: expect.closeTo(2_000 / (15 / 3.6), -2) },
    });
  }, 40_000);

  it.each(['impassable', 'avoid'])(
    'counts houses behind a road that is %s as out of reach, until it is open again',
    async (effect) => {
      const shut = await close(250, 0, effect);
      expect(await leftByWest()).toMatchObject({
        houses: { before: 3, after: 1 },
        ignoresClosures: false,
      });
      await open(shut);
      expect(await leftByWest()).toMatchObject({ houses: { before: 4, after: 1 } });
    },
  );

  it('counts houses that nobody can drive to any more as out of reach', async () => {
    const [near, far] = [await close(150, 0), await close(650, 0)];
    expect(await leftByWest()).toMatchObject({ houses: { before: 3 }, ignoresClosures: false });
    await open(near);
    await open(far);
  });

  it('is nothing where another unit stays', async () => {
    const { uncovered } = (await send([unit('GIỮA 2')])).body;
    expect(uncovered).toMatchObject({ emptied: [], wards: [], moveUp: null });
    expect(uncovered!.houses.after).toBe(uncovered!.houses.before);
  });
});

it.each([
  [[], 400, 'unitIds'],
  [['unit:999999'], 404, 'unit:999999'],
  ['unit:1', 400, 'unitIds'],
])('%j is refused with what is wrong', async (unitIds, status, word) => {
  const answer = await send(unitIds);
  expect([answer.status, answer.text.includes(word)]).toEqual([status, true]);
});
