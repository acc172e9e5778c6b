// The set of a whole answer, on an invented street: through the real import, PostGIS, OSRM and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult } from '../response/schema.ts';

const street = 'Phố Khương Hạ';

function house(east: number, number: string, tags: Record<string, string>) {
  const corners: [number, number][] = [
    [east, 8],
    [east + 6, 8],
    [east + 6, 18],
    [east, 18],
  ];
  return {
    corners,
    tags: { building: 'house', 'addr:housenumber': number, 'addr:street': street, ...tags },
  };
}

const units = [
  'id,call_sign,station_id,vehicle_class,status',
  '1,XE 01,A,large,available',
  '2,XE 02,B,small,available',
  '3,MÔ TÔ 3,A,motorbike,available',
  '4,THANG 4,B,ladder,maintenance',
  '5,CỨU HỘ 5,B,rescue,available',
];

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [2_000, 0] },
      ways: [
        { nodes: ['west', 'east'], tags: { highway: 'secondary', name: street, width: '12' } },
      ],
      areas: [
        house(300, '11', { 'building:levels': '3' }),
        house(340, '15', { 'building:levels': '6' }),
        house(380, '19', { 'building:levels': '15' }),
        house(420, '23', { building: 'warehouse', 'building:levels': '1' }),
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\nB,Đội Đông,${lonLat(900, 5)}\n`,
      units: units.join('\n'),
      'mobilised-vehicles': [
        'id,kind,name,owner,lon,lat,call_out_min,phone,tank_l,status',
        `1,crane,CẨU 1,Công ty A,${lonLat(700, 4)},15,024 1,,`,
        `2,crane,CẨU 2,Công ty B,${lonLat(200, 4)},5,,,unavailable`,
        `3,tanker,TÉC 3,Công ty A,${lonLat(250, 4)},1,024 3,9000,`,
      ].join('\n'),
    },
  );
}, 120_000);
afterAll(() => city.close());

async function askFor(text: string, incident: Record<string, unknown> = {}) {
  const { results } = (await (
    await city.app.request(`/api/places?q=${encodeURIComponent(text)}`)
  ).json()) as { results: { id: string }[] };
  const { body } = await city.respond({ placeId: results[0]!.id, ...incident });
  return body;
}

function signs({ set }: ResponseResult): string[] {
  return set!.vehicles.map(({ callSign }) => callSign);
}

function idOf({ units: listed, notRanked }: ResponseResult, sign: string): string {
  return [...listed, ...notRanked].find(({ callSign }) => callSign === sign)!.unitId;
}

function requirement({ set }: ResponseResult, capability: string) {
  return set!.requirements.find((each) => each.capability === capability);
}

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

  it('counts those sent already first, whatever their status: the same set again, and at a higher alarm what is missing beside them', async () => {
    const computed = await askFor('11 Khương Hạ');
    const sent = ['XE 01', 'XE 02'].map((sign) => idOf(computed, sign));
    const setStatus = (status: string) =>
      city.database.pool.query(`update units set status = $1 where call_sign like 'XE 0%'`, [
        status,
      ]);
    await setStatus('busy');
    expect(requirement(await askFor('11 Khương Hạ'), 'pump')).toMatchObject({ have: 0 });
    const again = await askFor('11 Khương Hạ', { withUnitIds: sent });
    expect(signs(again)).toEqual(['XE 01', 'XE 02']);
    expect(again.set!.total).toMatchObject({ vehicles: 2, isComplete: true });
    expect(again.notes).toEqual([]);
    const higher = await askFor('11 Khương Hạ', { withUnitIds: sent, alarmLevel: 2 });
    expect(signs(higher)).toEqual(expect.arrayContaining(['XE 01', 'XE 02', 'TÉC 3']));
    expect(requirement(higher, 'pump')).toMatchObject({ have: 2, why: { code: 'all-sent' } });
    expect(requirement(higher, 'water_l')).toMatchObject({ have: 8_000 });
    await setStatus('available');
  });

  it('counts a vehicle of others that was called already, also for an alarm that would do without', async () => {
    const { set } = await askFor('11 Khương Hạ', { alarmLevel: 2 });
    const { vehicleId } = set!.vehicles.find(({ callSign }) => callSign === 'TÉC 3')!;
    const answer = await askFor('11 Khương Hạ', { withUnitIds: [vehicleId] });
    expect(signs(answer)).toContain('TÉC 3');
    expect(answer.notes).toEqual([]);
  });

  it('has a unit that replaces one sent already, which then does not count', async () => {
    const computed = await askFor('11 Khương Hạ');
    const sent = ['XE 01', 'XE 02'].map((sign) => idOf(computed, sign));
    const chosen = { unitId: idOf(computed, 'MÔ TÔ 3'), insteadOf: sent[0] };
    const answer = await askFor('11 Khương Hạ', { withUnitIds: sent, chosen });
    expect(signs(answer)).toEqual(expect.arrayContaining(['MÔ TÔ 3', 'XE 02']));
    expect(signs(answer)).not.toContain('XE 01');
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

  it('comes when it is ready, and does not count where it does not reach the eaves', async () => {
    await city.database.pool.query(`update units set status = 'available'`);
    const answer = await askFor('15 Khương Hạ');
    expect(requirement(answer, 'ladder')).toMatchObject({ have: 1 });
    expect(answer.destination.ladder).toMatchObject({ callSign: 'THANG 4', reaches: true });
    const high = requirement(await askFor('19 Khương Hạ'), 'ladder')!;
    expect(high.why).toEqual({
      code: 'ladder-too-short',
      params: { meters: 33, neededMeters: expect.closeTo(49.5) },
    });
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

  it('are timed by a straight line while no router answers, and the set says so', async () => {
    await city.routers.setUrls({});
    const answer = await askFor('11 Khương Hạ', { incidentType: 'rescue', alarmLevel: 2 });
    const crane = answer.set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'crane')!;
    expect(crane.mobilised!.timedBy).toEqual({
      router: 'straight-line',
      stopOf: 'large',
      isOwnClass: true,
      isUnchecked: false,
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
