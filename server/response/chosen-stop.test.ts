// The dispatcher puts the stop somewhere else, on an invented street with one narrow alley.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { metersBetween } from '../../geo/distance.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

/** Two streets, 200 m apart; at 300 m an alley of 1.2 m joins them. Far off lies a road of its own. */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    mouth: [300, 0],
    east: [600, 0],
    end: [300, 200],
    northWest: [0, 200],
    // A second address of the house, on the other street.
    second: { at: [311, 165], tags: { 'addr:housenumber': '12', 'addr:street': 'Phố Bắc' } },
    northEast: [600, 200],
    islandWest: [0, -3_000],
    islandEast: [600, -3_000],
  },
  ways: [
    {
      nodes: ['west', 'mouth', 'east'],
      tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '9' },
    },
    {
      nodes: ['mouth', 'end'],
      tags: { highway: 'service', name: 'Ngõ 29 Phố Khương Hạ', width: '1.2' },
    },
    {
      nodes: ['west', 'northWest', 'end', 'northEast'],
      tags: { highway: 'secondary', name: 'Phố Bắc', width: '9' },
    },
    {
      nodes: ['islandWest', 'islandEast'],
      tags: { highway: 'residential', name: 'Phố Đảo', width: '6' },
    },
  ],
  areas: [
    {
      corners: [
        [303, 160],
        [313, 160],
        [313, 166],
        [303, 166],
      ],
      tags: { building: 'house', 'addr:housenumber': '10', 'addr:street': 'Ngõ 29 Phố Khương Hạ' },
    },
  ],
};

function lonLat(east: number, north: number): { lon: number; lat: number } {
  const [lon, lat] = at(east, north);
  return { lon, lat };
}

const today = new Date().toISOString().slice(0, 10);
const station = at(5, 5).map((degrees) => degrees.toFixed(7));
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Tây,${station.join(',')}\n`,
    units:
      'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n2,XE 02,A,large\n3,XE 03,A,large\n4,MÔ TÔ 4,A,motorbike\n',
    'water-points': `id,kind,lon,lat,status,flow_lps,tested_on\nH,hydrant,${at(310, 6).join(',')},working,15,${today}\n`,
  });
}, 120_000);
afterAll(() => city.close());

/** A door 102 m up the alley. */
const door = lonLat(302, 102);

async function ask(stop: { lon: number; lat: number } | undefined) {
  const planned = await city.respond(door);
  const unitIds = [planned.body.units[0]!.unitId];
  const { body } = await city.respond({ ...door, unitIds, ...(stop && { stop }) });
  return body.units[0]!;
}

describe('a stop that the dispatcher chose', () => {
  it('counts drive, hose and both clocks from there', async () => {
    const planned = await ask(undefined);
    const moved = await ask(lonLat(240, 4));
    expect(planned.stop!.reason.code).toBe('too-narrow');
    expect(moved.stop!.reason.code).toBe('chosen');
    expect(moved.stop!.lon).toBeCloseTo(lonLat(240, 0).lon, 5);
    expect(moved.hose!.meters - planned.hose!.meters).toBeCloseTo(60, -0.3);
    expect(moved.drive!.seconds).toBeLessThan(planned.drive!.seconds);
    expect(moved.drive!.geometry!.coordinates.at(-1)![0]).toBeCloseTo(moved.stop!.lon, 4);
    expect(moved.secondsToCrew!).toBeGreaterThan(planned.secondsToCrew!);
    expect(moved.notes.map(({ code }) => code)).not.toContain('stop-snapped');
  });

  it('is taken to the nearest road that the engine can come along, and says how far that is', async () => {
    const moved = await ask(lonLat(300, 90));
    expect(moved.stop!.lat).toBeCloseTo(lonLat(0, 0).lat, 5);
    expect(moved.notes).toContainEqual({ code: 'stop-snapped', params: { meters: 90 } });
  });

  it('cannot be reached where no road that leads there is near', async () => {
    const moved = await ask(lonLat(300, -2_990));
    expect(moved.status).toBe('unreachable');
    expect(moved.notes[0]!.code).toBe('no-stop-for-class');
  });

  it('needs the name of the unit that stops there', async () => {
    const { status, body } = await city.respond({ ...door, stop: lonLat(240, 4) });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('unitIds');
  });
});

describe('a stop nearly as good as the best', () => {
  it('is offered with its times, and has them when the dispatcher takes it', async () => {
    const planned = await ask(undefined);
    const [other, ...more] = planned.alternatives;
    expect(more).toEqual([]);
    expect(other).toMatchObject({
      why: {
        code: 'alternative-mouth',
        params: { name: 'Ngõ 29 phố Khương Hạ', stopName: 'Phố Bắc' },
      },
      stop: { road: { name: 'Phố Bắc' } },
    });
    expect(other!.extraSeconds).toBeGreaterThan(0);
    expect(other!.extraSeconds).toBeLessThan(0.1 * planned.secondsToWater!);
    const { lon, lat } = other!.stop;
    const moved = await ask({ lon, lat });
    expect(moved.secondsToWater!).toBeCloseTo(other!.secondsToWater!, 0);
    expect(moved.hose!.meters).toBeCloseTo(other!.hose.meters, 0);
    expect(moved.hose!.lengths).toBe(other!.hose.lengths);
  });
});

describe('a stop 100 m and more from the door', () => {
  it('comes with the first attack that gets closer, its agent and its clock', async () => {
    const { body } = await city.respond(door);
    const [large, , , motorbike] = body.units;
    expect(large!.closer).toEqual([
      {
        kind: 'unit',
        unitId: motorbike!.unitId,
        callSign: 'MÔ TÔ 4',
        vehicleClass: 'motorbike',
        stop: { lon: motorbike!.stop!.lon, lat: motorbike!.stop!.lat },
        hoseMeters: 0,
        missingLengths: 0,
        reelMeters: null,
        secondsToCrew: motorbike!.secondsToCrew,
        secondsToWater: null,
        secondsOfAgent: motorbike!.secondsOfAgent,
        why: {
          code: 'closer-fits',
          params: {
            closerMeters: 102,
            name: 'Ngõ 29 phố Khương Hạ',
            class: 'service',
            widthMeters: 1.2,
            provenance: 'tagged',
          },
        },
      },
    ]);
    expect(motorbike!.closer).toEqual([]);
    const [near] = (await city.respond(lonLat(302, 30))).body.units;
    expect(near!.closer).toEqual([]);
  });
});

describe('the engines behind the first', () => {
  it('wait before the mouth, and one of them stands at the water that feeds the first', async () => {
    const { support, units } = (await city.respond(door)).body;
    const [first, second, third] = units;
    const { staging, supply } = support!;
    expect(support).toMatchObject({ unitId: first!.unitId, notes: [] });
    expect(staging).toMatchObject({
      unit: { callSign: third!.callSign },
      road: { name: 'Phố Khương Hạ' },
    });
    const { lon, lat } = first!.stop!;
    // They come from the west.
    expect(staging!.lon).toBeLessThan(lon);
    const meters = metersBetween([lon, lat], [staging!.lon, staging!.lat]);
    expect(meters).toBeCloseTo(staging!.metersFromStop, -0.5);
    expect(supply).toMatchObject({
      waterId: first!.water!.supply!.feeds[0]!.waterId,
      road: { name: 'Phố Khương Hạ' },
      unit: { callSign: second!.callSign },
      isCarried: false,
    });
    // The hydrant is 10 m from the mouth: 20 m clear of the first, and half of 8.5 + 2 m.
    expect(supply!.lon).toBeGreaterThan(lonLat(325, 0).lon);
    expect(supply!.lon).toBeLessThan(lonLat(327, 0).lon);
  });

  it('are those who come, also where only one was asked about', async () => {
    const [first, , third] = (await city.respond(door)).body.units;
    const { body } = await city.respond({ ...door, unitIds: [first!.unitId] });
    expect(body.support!.staging!.unit.callSign).toBe(third!.callSign);
  });

  it('are none of one that comes alone: its crew carries its own pump to the water', async () => {
    const [first, second, third] = (await city.respond(door)).body.units;
    const { body } = await city.respond({
      ...door,
      unitIds: [first!.unitId],
      withUnitIds: [],
      withoutUnitIds: [second!.unitId, third!.unitId],
    });
    expect(body.support).toMatchObject({
      staging: null,
      supply: { unit: { unitId: first!.unitId }, isCarried: true },
      notes: [{ code: 'no-second-engine' }],
    });
  });

  it('are also those who are busy, where the request says that they come', async () => {
    const planned = (await city.respond(door)).body;
    const [first, second, third] = planned.units.map(({ unitId }) => unitId);
    const setStatus = async (status: string): Promise<void> => {
      for (const id of [first, second, third])
        await city.app.request(`/api/units/${id}/status`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ status, by: 'Trực ban' }),
        });
    };
    await setStatus('busy');
    const alone = (await city.respond({ ...door, unitIds: [first] })).body;
    const { body } = await city.respond({
      ...door,
      unitIds: [first],
      withUnitIds: [second, third],
    });
    await setStatus('available');
    expect(alone.support!.staging).toBeNull();
    expect(body.support).toEqual(planned.support);
    expect(body.units[0]!.water!.supply).toEqual(planned.units[0]!.water!.supply);
  });
});

async function askFrom(chosen: { lon: number; lat: number }) {
  const { destination } = await city.respondTo('10 ngõ 29 Khương Hạ');
  return city.respond({ placeId: destination.place!.id, door: chosen });
}

describe('a door that the dispatcher chose', () => {
  it('is where hose and crew arrive, and the one of the address stays on offer', async () => {
    const planned = await city.respondTo('10 ngõ 29 Khương Hạ');
    expect(planned.destination.door.provenance).toBe('named-way');
    const { body } = await askFrom(lonLat(340, 203));
    const { door: chosen } = body.destination;
    expect(chosen.provenance).toBe('chosen');
    expect(chosen.lat).toBeCloseTo(lonLat(340, 200).lat, 5);
    expect(chosen.alternatives.map(({ road }) => road.name)).toEqual(['Ngõ 29 phố Khương Hạ']);
    const [first] = body.units;
    expect(first!.stop!.reason.code).toBe('at-door');
    expect(first!.stop!.road!.name).toBe('Phố Bắc');
    // From there on to the house, as nobody has drawn the way.
    expect(first!.hose!.meters).toBeCloseTo(Math.hypot(340 - 303, 200 - 163), -1);
  });

  it('may be that of another address of the same building', async () => {
    const { destination } = await city.respondTo('10 ngõ 29 Khương Hạ');
    const { body } = await city.respond({ placeId: `building:${destination.building!.id}` });
    const roads = body.destination.door.alternatives.map(({ road }) => road.name);
    expect(new Set([body.destination.door.road!.name, ...roads])).toEqual(
      new Set(['Ngõ 29 phố Khương Hạ', 'Phố Bắc']),
    );
  });

  it('is refused where it is another house, and for a point, which is its own door', async () => {
    const far = await askFrom(lonLat(600, 200));
    expect(far.status).toBe(400);
    expect(JSON.stringify(far.body)).toContain('door-too-far');
    const { status, body } = await city.respond({ ...door, door: lonLat(340, 200) });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('no door to choose');
  });
});
