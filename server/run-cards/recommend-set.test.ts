// The set of a whole answer, on an invented street: through the real import, PostGIS, OSRM and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { MiniCity } from '../response/mini-city-for-test.ts';
import { askSet, idOf, openSetCity, requirement, signs } from './set-city-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openSetCity();
}, 120_000);
afterAll(() => city.close());

const askFor = (text: string, incident = {}) => askSet(city, text, incident);

describe('a fire in a house of three floors', () => {
  it('takes both pumpers, and not the motorbike whose two people save nobody a minute', async () => {
    const answer = await askFor('11 Khương Hạ');
    expect(signs(answer)).toEqual(['XE 01', 'XE 02']);
    const second = answer.units.find(({ callSign }) => callSign === 'XE 02')!;
    expect(requirement(answer, 'pump')).toMatchObject({
      amount: 2,
      have: 2,
      seconds: second.secondsToWater,
      mark: 'assumed',
    });
    expect(requirement(answer, 'water_l')).toMatchObject({ amount: 3_500, have: 3_500 });
    expect(requirement(answer, 'ladder')).toBeUndefined();
    expect(answer.set).toMatchObject({ incidentType: 'fire', alarmLevel: 1, estimated: [] });
    expect(answer.set!.total).toMatchObject({
      vehicles: 2,
      crew: 10,
      liters: 3_500,
      isComplete: true,
    });
  });

  it('takes all there is at the third alarm, and says what is missing', async () => {
    const answer = await askFor('11 Khương Hạ', { alarmLevel: 3 });
    expect(signs(answer)).toContain('MÔ TÔ 3');
    expect(requirement(answer, 'crew')).toMatchObject({
      amount: 28,
      why: { code: 'not-available' },
    });
    expect(requirement(answer, 'excavator')!.why!.code).toBe('none-in-register');
    expect(answer.set!.total).toMatchObject({ seconds: null, isComplete: false });
  });

  it('is sent the unit that the dispatcher chose and not the one that it replaces, with what is missing then', async () => {
    const computed = await askFor('11 Khương Hạ');
    const chosen = { unitId: idOf(computed, 'MÔ TÔ 3'), insteadOf: idOf(computed, 'XE 01') };
    const answer = await askFor('11 Khương Hạ', { chosen });
    expect(signs(answer).toSorted()).toEqual(['CỨU HỘ 5', 'MÔ TÔ 3', 'TÉC 3', 'XE 02']);
    expect(answer.set).toMatchObject({ chosen, total: { isComplete: false } });
    expect(requirement(answer, 'pump')).toMatchObject({
      have: 1,
      why: { code: 'replaced', params: { callSign: 'XE 01' } },
    });
    expect(computed.set!.chosen).toBeNull();
  });

  it('is sent a chosen unit that is not available, as one that drives already', async () => {
    const computed = await askFor('11 Khương Hạ');
    const unitId = idOf(computed, 'THANG 4');
    const answer = await askFor('11 Khương Hạ', { chosen: { unitId } });
    expect(signs(answer).toSorted()).toEqual(['THANG 4', 'XE 01', 'XE 02']);
    expect(answer.set!.chosen).toEqual({ unitId, insteadOf: null });
    expect(answer.notes).toContainEqual(expect.objectContaining({ code: 'status-now' }));
  });

  it('keeps the unit replaced where the chosen one does not come', async () => {
    const computed = await askFor('11 Khương Hạ');
    const chosen = { unitId: 'unit:999', insteadOf: idOf(computed, 'XE 01') };
    const answer = await askFor('11 Khương Hạ', { chosen });
    expect(signs(answer)).toEqual(signs(computed));
    expect(answer.set!.chosen).toBeNull();
  });

  it('has no set where only some units are asked for', async () => {
    const { units: listed } = await askFor('11 Khương Hạ');
    const answer = await askFor('11 Khương Hạ', { unitIds: [listed[0]!.unitId] });
    expect(answer.set).toBeNull();
  });
});

describe('a ladder', () => {
  it('is asked for from the fourth floor on, and one in repair is said to be so', async () => {
    const ladder = requirement(await askFor('15 Khương Hạ'), 'ladder')!;
    expect(ladder.why).toEqual({ code: 'not-available', params: { status: 'maintenance' } });
    const { destination } = await askFor('15 Khương Hạ');
    expect(destination.ladder).toMatchObject({ longestMeters: 10, reaches: false });
  });

  it('comes when it is ready, also where it does not reach the eaves, and then does not count', async () => {
    await city.database.pool.query(`update units set status = 'available'`);
    const answer = await askFor('15 Khương Hạ');
    expect(requirement(answer, 'ladder')).toMatchObject({ have: 1 });
    expect(answer.destination.ladder).toMatchObject({ callSign: 'THANG 4', reaches: true });
    const high = await askFor('19 Khương Hạ');
    const truck = idOf(high, 'THANG 4');
    expect(requirement(high, 'ladder')).toMatchObject({
      have: 0,
      seconds: null,
      by: [{ vehicleId: truck, amount: 0 }],
      why: {
        code: 'ladder-too-short-sent',
        params: { meters: 33, neededMeters: expect.closeTo(49.5) },
      },
    });
    expect(signs(high)).toContain('THANG 4');
    await city.database.pool.query(
      `update units set status = 'maintenance' where call_sign = 'THANG 4'`,
    );
  });
});

describe('the use of a building', () => {
  it('asks for more at a warehouse', async () => {
    const answer = await askFor('23 Khương Hạ');
    expect(answer.set!.fireGroup).toBe('F5');
    expect(requirement(answer, 'water_l')!.amount).toBe(6_500);
  });

  it('is estimated for a point on the map', async () => {
    const [lon, lat] = at(500, 0);
    const { body } = await city.respond({ lon, lat });
    expect(body.set).toMatchObject({ estimated: ['use', 'floors'], floors: 3 });
  });
});

// A router that is late for once leaves them untimed.
describe('vehicles of others', { retry: 2 }, () => {
  it('are sent for what the service has none of, with owner, phone and call-out', async () => {
    const answer = await askFor('11 Khương Hạ', { incidentType: 'rescue', alarmLevel: 2 });
    const crane = answer.set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'crane')!;
    expect(crane).toMatchObject({
      callSign: 'CẨU 1',
      fills: ['crane'],
      mobilised: { owner: 'Công ty A', phone: '024 1', callOutSeconds: 900 },
    });
    // Call-out, 400 m at the speed of a secondary road, and a few steps.
    expect(crane.seconds).toBeGreaterThan(900 + 400 / (32 / 3.6) - 5);
    expect(crane.seconds).toBeLessThan(1_000);
    expect(answer.set!.total.mobilised).toBe(1);
  });

  it('are not sent for a first alarm that own units meet sooner', async () => {
    const answer = await askFor('11 Khương Hạ');
    expect(answer.set!.total.mobilised).toBe(0);
  });

  it('bring water where that of the service is further away', async () => {
    const answer = await askFor('11 Khương Hạ', { alarmLevel: 2 });
    const tanker = answer.set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'tanker')!;
    expect(tanker).toMatchObject({ callSign: 'TÉC 3', fills: ['water_l'] });
    expect(requirement(answer, 'water_l')).toMatchObject({ amount: 8_000, have: 8_000 });
  });

  it('are looked at six of a kind, and where those are not enough that is said', async () => {
    await city.database.pool.query(
      `insert into mobilised_vehicles (kind, name, owner, geom, call_out_min, tank_l, source)
       select 'tanker', 'NHỎ ' || n, owner, geom, 0, 1, 'test'
       from generate_series(1, 6) n, mobilised_vehicles where name = 'TÉC 3'`,
    );
    const answer = await askFor('11 Khương Hạ', { alarmLevel: 2 });
    await city.database.pool.query(`delete from mobilised_vehicles where name like 'NHỎ %'`);
    expect(signs(answer)).not.toContain('TÉC 3');
    expect(requirement(answer, 'water_l')).toMatchObject({
      seconds: null,
      why: { code: 'not-looked-at', params: { lookedAt: 6 } },
    });
  });

  it('are timed by a straight line while no router answers, and the set says so', async () => {
    await city.routers.setUrls({});
    const answer = await askFor('11 Khương Hạ', { incidentType: 'rescue', alarmLevel: 2 });
    const crane = answer.set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'crane')!;
    expect(crane.mobilised!.timedBy).toEqual({
      router: 'straight-line',
      // Of no class that its owner named: it drives as the heaviest, of which no unit is ranked.
      stopOf: 'large',
      isOwnClass: false,
      isUnchecked: false,
      isGroundUnknown: false,
    });
    expect(crane.seconds).toBeGreaterThan(900 + 400 / (60 / 3.6));
    await city.routers.setUrls(
      Object.fromEntries(Object.entries(city.osrm).map(([code, { url }]) => [code, url])),
    );
  });

  it('are timed to the stop of a class of their size where none of their own is ranked', async () => {
    await city.database.pool.query(
      `update units set status = 'maintenance' where vehicle_class = 'large'`,
    );
    const answer = await askFor('11 Khương Hạ', { incidentType: 'rescue', alarmLevel: 2 });
    const crane = answer.set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'crane')!;
    expect(crane.mobilised!.timedBy).toMatchObject({ router: 'osrm', isOwnClass: false });
    expect(crane.mobilised!.timedBy.stopOf).not.toBeNull();
    expect(crane.seconds).toBeGreaterThan(900);
    await city.database.pool.query(
      `update units set status = 'available' where vehicle_class = 'large'`,
    );
  });
});

describe('a rescue', () => {
  it('has its own card, and ranks all alike by first crew', async () => {
    const answer = await askFor('11 Khương Hạ', { incidentType: 'rescue' });
    const crews = answer.units.map(({ secondsToCrew }) => secondsToCrew!);
    expect(crews).toEqual(crews.toSorted((a, b) => a - b));
    expect(answer.units[0]).toMatchObject({ callSign: 'MÔ TÔ 3', rankedBy: 'crew' });
    expect(answer.units.every(({ rankedBy }) => rankedBy === 'crew')).toBe(true);
    expect(signs(answer)).toContain('CỨU HỘ 5');
    expect(requirement(answer, 'pump')).toBeUndefined();
  });

  it('leaves a fire as it was: first water first, the motorbike behind', async () => {
    const answer = await askFor('11 Khương Hạ');
    expect(answer.units.map(({ callSign }) => callSign).at(0)).toBe('XE 01');
    const byWater = answer.units.filter(({ rankedBy }) => rankedBy === 'water');
    expect(byWater.map(({ callSign }) => callSign)).toEqual(['XE 01', 'XE 02']);
    expect(answer.units.slice(0, 2)).toEqual(byWater);
  });
});

it.each([
  [{ incidentType: 'flood' }, 'incidentType'],
  [{ alarmLevel: 0 }, 'alarmLevel'],
  [{ alarmLevel: 1.5 }, 'alarmLevel'],
  [{ chosen: { unitId: 'unit:1', insteadOf: 'unit:1' } }, 'insteadOf'],
  [{ chosen: { unitId: 'unit:1' }, unitIds: ['unit:1'] }, 'chosen'],
  [{ chosen: { unitId: 'unit:1' }, vehicleClass: 'large' }, 'chosen'],
  [{ chosen: { insteadOf: 'unit:1' } }, 'unitId'],
])('%j is refused with the field that is wrong', async (wrong, field) => {
  const [lon, lat] = at(500, 0);
  const answer = await city.respond({ lon, lat, ...wrong });
  expect([answer.status, JSON.stringify(answer.body).includes(field)]).toEqual([400, true]);
});
