// Water on an invented street, from the registers to the answer.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metersBetween } from '../../geo/distance.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';
import { hydrantRegisters, hydrantStreet } from './hydrant-street-for-test.ts';
import type { UnitResponse } from './schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(hydrantStreet, hydrantRegisters);
}, 120_000);
afterAll(() => city.close());

const deepInAlley = () => city.respondTo('16 ngõ 29 Khương Hạ');
const onStreet = () => city.respondTo('40 Khương Hạ');
const farFromWater = () => city.respondTo('200 Khương Hạ');

/** Names of the register by the flow that they add. */
function flows({ water }: UnitResponse): [number, number][] {
  return water!.supply!.feeds.map(({ waterId, litersPerSecond }) => {
    const { hoseMeters } = water!.points.find(({ id }) => id === waterId)!;
    return [Math.round(hoseMeters), litersPerSecond];
  });
}

describe('what the building needs', () => {
  it('comes by use, floors and volume, with its source in both languages and what it rests on', async () => {
    const { need } = (await onStreet()).destination;
    expect(need).toMatchObject({
      litersPerSecond: 10,
      hours: 1,
      fireGroup: 'F1.4',
      use: 'house',
      floors: 4,
      estimated: [],
    });
    expect(need!.volumeM3).toBeCloseTo(60 * 4 * 3.3, -1);
    expect(need).toMatchObject({
      sourceVi: 'QCVN 06:2022, bảng 8',
      sourceEn: 'QCVN 06:2022 table 8',
    });
  });

  it('is that of the building in which a point of the map lies, and says so', async () => {
    const { building, need } = (await onStreet()).destination;
    const corners = building!.geometry.coordinates[0]![0]!.slice(1);
    const mean = (axis: number) =>
      corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length;
    const { body } = await city.respond({ lon: mean(0), lat: mean(1) });
    expect(body.destination).toMatchObject({ place: null, building, need });
    expect(body.destination.notes.map(({ code }) => code)).toEqual(['building-at-point']);
    expect(body.destination.door).toMatchObject({ provenance: 'nearest-way' });
  });

  it('is not made up for a point without a building; what is in reach is told all the same', async () => {
    const [lon, lat] = at(320, -5);
    const { body } = await city.respond({ lon, lat });
    expect(body.destination.need).toBeNull();
    expect(body.destination.notes.map(({ code }) => code)).toEqual(['need-no-building']);
    const { supply } = body.destination.water;
    expect(supply!.missingLitersPerSecond).toBeNull();
    expect(supply!.litersPerSecond).toBeGreaterThan(17);
  });
});

describe('flow against need', () => {
  it('counts two hydrants on one main once, and never an unknown flow', async () => {
    const large = unit(await onStreet(), 'XE 01');
    expect(flows(large)).toEqual([
      [41, 8],
      [101, 2],
    ]);
    const { unused, missingLitersPerSecond } = large.water!.supply!;
    expect(missingLitersPerSecond).toBe(0);
    const why = Object.fromEntries(unused.map((each) => [Math.round(each.hoseMeters), each.why]));
    expect(Object.values(why).toSorted()).toEqual(
      ['flow-unknown', 'no-flow', 'not-needed', 'same-main', 'too-deep'].toSorted(),
    );
  });

  it('adds different mains and what a tank of 50 m³ gives for an hour', async () => {
    const { supply } = unit(await onStreet(), 'XE 01').water!;
    expect(supply!.availableLitersPerSecond).toBeCloseTo(8 + 10 + 50_000 / 3_600, 1);
  });

  it('gives the phone of the main, and none where none is known', async () => {
    const { points } = unit(await onStreet(), 'XE 01').water!;
    const phones = points.map(({ main }) => [main!.id, main!.dutyPhone]);
    expect(phones).toContainEqual(['M1', '024 3829 3179']);
    expect(phones).toContainEqual(['M3', null]);
  });

  it('never lists water that is too deep for a pump as usable', async () => {
    const { points, unverified } = unit(await onStreet(), 'XE 01').water!;
    expect([...points, ...unverified].map(({ kind }) => kind)).not.toContain('river');
  });
});

it('the test of a hydrant runs out by the calendar alone: no clock rests on it then', async () => {
  const { points } = unit(await onStreet(), 'XE 01').water!;
  const first = points.find(({ kind }) => kind === 'hydrant');
  const testedOn = async (days: number) => {
    await city.database.pool.query(
      `begin; set local session_replication_role = replica;
       update water_points set tested_on = current_date - ${days} where 'water:' || id = '${first!.id}';
       commit`,
    );
    city.renewal.onCalendar();
  };
  const usable = async () => unit(await onStreet(), 'XE 01').water!.points.map(({ id }) => id);
  try {
    await testedOn(366);
    await expect.poll(usable, { timeout: 20_000 }).not.toContain(first!.id);
  } finally {
    await testedOn(0);
    await expect.poll(usable, { timeout: 20_000 }).toContain(first!.id);
  }
}, 60_000);

describe('the way of the water', () => {
  it('needs an engine at a hydrant of unknown pressure, and says which; none where it was measured', async () => {
    const [strong, pressed] = unit(await onStreet(), 'XE 01').water!.supply!.feeds;
    expect(strong!.relay).toMatchObject({ pumps: 1, lines: 1 });
    const [pump] = strong!.relay.pumpPlaces;
    expect(pump).toMatchObject({ at: 'water', broughtBy: { callSign: 'XE 02', means: 'engine' } });
    expect(metersBetween([pump!.lon, pump!.lat], at(360, 6))).toBeLessThan(1);
    expect(pressed!.relay).toMatchObject({ pumps: 0, pumpPlaces: [] });
  });

  it('takes two pumps along 320 m where there is no hose for a second line', async () => {
    const large = unit(await deepInAlley(), 'XE 01');
    expect(large.hose!.meters).toBeCloseTo(320, 0);
    const { relay } = large.hose!;
    expect(relay).toMatchObject({ lines: 1, pumps: 2, hoseLengths: 20, litersPerSecond: 10 });
    expect(relay!.lossBar).toBeCloseTo(0.0167 * 100 * 1.2 * 3.2 + 0.1 * 3.3, 1);
    const [engine, second] = relay!.pumpPlaces;
    expect(engine).toMatchObject({ at: 'engine', broughtBy: { callSign: 'XE 01' } });
    expect(second).toMatchObject({ at: 'path', broughtBy: { means: 'portable' } });
    // On the hose: in the alley, as far from its mouth as its metres say.
    expect(metersBetween([second!.lon, second!.lat], at(300, second!.meters))).toBeLessThan(1);
    expect(relay!.others.map(({ lines, pumps }) => [lines, pumps])).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  it('names who brings pumps also when one unit alone is asked for', async () => {
    const all = await onStreet();
    const { unitId } = unit(all, 'XE 01');
    const { body } = await city.respond({
      placeId: all.destination.place!.id,
      unitIds: [unitId],
    });
    const [feed] = unit(body, 'XE 01').water!.supply!.feeds;
    expect(feed!.relay.pumpPlaces[0]!.broughtBy!.callSign).toBe('XE 02');
  });

  it('tells how long the own tank lasts once the hose is full', async () => {
    const { ownTank } = unit(await deepInAlley(), 'XE 01');
    expect(ownTank!.hoseFillLiters).toBeCloseTo(3.4 * 320, 0);
    expect(ownTank!.seconds).toBeCloseTo((3_000 - 3.4 * 320) / 5, 0);
    const small = unit(await deepInAlley(), 'XE 02');
    expect(small.ownTank).toMatchObject({ liters: 500, seconds: 0 });
    expect(small.notes.find(({ code }) => code === 'tank-cannot-fill-hose')!.params).toMatchObject({
      tankLiters: 500,
      hoseMeters: 320,
      supplyLengths: 2,
    });
  });

  it('counts the hose to the hydrant too, and a pump at it, where the tank cannot fill that to the door', async () => {
    const { hose, parts, notes } = unit(await deepInAlley(), 'XE 02');
    // 20 lengths and a spare along the alley, and 2 to the hydrant of unknown flow and pressure beside its mouth:
    // not to the one before it, which was measured dry.
    expect(hose).toMatchObject({ lengths: 21, supplyLengths: 2, missingLengths: 13 });
    expect(parts!.setUp).toBe(150);
    expect(notes.map(({ code }) => code)).toContain('supply-flow-unknown');
    const params = { lengths: 13, broughtBy: 'XE 01' };
    expect(notes).toContainEqual({ code: 'hose-short', params });
  });

  it('gives no plan of supply to a first attack', async () => {
    const motorbike = unit(await onStreet(), 'MÔ TÔ 3');
    expect([motorbike.water!.supply, motorbike.hose!.relay]).toEqual([null, null]);
  });
});

describe('where no hose reaches water', () => {
  it('tankers fetch it from the source with the shortest round', async () => {
    const large = unit(await farFromWater(), 'XE 01');
    const { supply, status } = large.water!;
    expect([status, supply!.feeds, supply!.missingLitersPerSecond]).toEqual([
      'none-in-reach',
      [],
      10,
    ]);
    const { shuttle } = supply!;
    // Not the hydrant of unknown flow, nor those that fill more slowly, nor the tank at 480 m, at which a pump is set up first.
    expect(metersBetween([shuttle!.lon, shuttle!.lat], at(420, 6))).toBeLessThan(1);
    expect(shuttle).toMatchObject({
      vehicleClass: 'small',
      tankLiters: 500,
      tankers: [{ callSign: 'XE 02' }],
    });
    expect(shuttle!.meters).toBeCloseTo(1_580, -2);
    const { roundTripSeconds, litersPerSecond, fillSeconds, emptySeconds } = shuttle!;
    expect(roundTripSeconds).toBeGreaterThan(fillSeconds + emptySeconds + 200);
    expect(litersPerSecond).toBeCloseTo(500 / roundTripSeconds, 5);
    // A tank of 500 L takes longer to fill than the need allows, however many drive.
    expect(shuttle!.tankersForNeed).toBeNull();
  });

  it('nor gives any beside a hydrant that was measured dry: that is listed, and nobody stands there', async () => {
    const { units, support } = await city.respondTo('120 Khương Hạ');
    const { points, supply } = units[0]!.water!;
    expect(points.map(({ litersPerSecond }) => litersPerSecond)).toEqual([0]);
    expect(supply!.unused.map(({ why }) => why)).toEqual(['no-flow']);
    expect(supply!.shuttle).not.toBeNull();
    // Who else comes drives water.
    expect(support).toMatchObject({
      supply: null,
      notes: [{ code: 'next-at-water' }, { code: 'no-supply' }],
    });
  });

  it('is not offered where a hose does', async () => {
    expect(unit(await onStreet(), 'XE 01').water!.supply!.shuttle).toBeNull();
  });
});
