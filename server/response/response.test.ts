// The main job on invented worlds, through the real import, PostGIS, OSRM and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';

type Corner = [number, number];

/** A house of 4 × 6 m, its front to the west of (east, north) unless `depth` is negative. */
function house(east: number, north: number, tags: Record<string, string>, depth = 6) {
  const corners: Corner[] = [
    [east, north - 2],
    [east + depth, north - 2],
    [east + depth, north + 2],
    [east, north + 2],
  ];
  return { corners, tags: { building: 'house', ...tags } };
}

const street = 'Phố Khương Hạ';

/**
 * A street from west to east with ngõ 29 going north from (300, 0). Ten houses stand along it.
 * Ngõ 29 is 1.2 m wide. House 16's back wall touches ngõ 31, which takes any engine.
 * Nobody has measured ngõ 88. Far away: a one-way street, an alley with two mouths, a house without any road.
 */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    mouth: [300, 0],
    mouth31: [330, 0],
    east: [900, 0],
    end: [300, 200],
    end31: [330, 200],
    trapIn: [600, 0],
    trapTop: [600, 300],
    trapOut: [900, 300],
    mouth88: [450, 0],
    end88: [450, 160],
    twoSouth: [700, 0],
    twoNorth: [700, 300],
    market: { at: [310, -40], tags: { amenity: 'marketplace', name: 'Chợ Khương Hạ' } },
  },
  ways: [
    {
      nodes: ['west', 'mouth', 'mouth31', 'mouth88', 'trapIn', 'twoSouth', 'east'],
      tags: { highway: 'secondary', name: street, width: '9' },
    },
    {
      nodes: ['mouth', 'end'],
      tags: { highway: 'service', name: 'Ngõ 29 Phố Khương Hạ', width: '1.2' },
    },
    {
      nodes: ['mouth31', 'end31'],
      tags: { highway: 'residential', name: 'Ngõ 31 Phố Khương Hạ', width: '5' },
    },
    {
      nodes: ['trapOut', 'twoNorth', 'trapTop'],
      tags: { highway: 'residential', name: 'Phố Một Chiều', width: '5' },
    },
    {
      nodes: ['trapTop', 'trapIn'],
      tags: { highway: 'residential', name: 'Phố Xuôi', width: '5', oneway: 'yes' },
    },
    {
      nodes: ['east', 'trapOut'],
      tags: { highway: 'residential', name: 'Phố Đông', width: '5' },
    },
    {
      nodes: ['mouth88', 'end88'],
      tags: { highway: 'service', name: 'Ngõ 88 Phố Khương Hạ' },
    },
    {
      nodes: ['twoSouth', 'twoNorth'],
      tags: { highway: 'service', name: 'Ngõ 70 Phố Khương Hạ', width: '1.5' },
    },
  ],
  areas: [
    ...Array.from({ length: 10 }, (_, index) =>
      house(
        303,
        20 + 18 * index,
        {
          'addr:housenumber': String(2 * index + 2),
          'addr:street': 'Ngõ 29 Phố Khương Hạ',
          'building:levels': '4',
        },
        24,
      ),
    ),
    house(100, 10, { 'addr:housenumber': '11', 'addr:street': street }),
    house(602, 140, { 'addr:housenumber': '8', 'addr:street': 'Phố Xuôi' }),
    house(702, 260, { 'addr:housenumber': '9', 'addr:street': 'Ngõ 70 Phố Khương Hạ' }),
    house(453, 150, { 'addr:housenumber': '30', 'addr:street': 'Ngõ 88 Phố Khương Hạ' }),
    house(-5_000, 0, { 'addr:housenumber': '99', 'addr:street': 'Phố Không Đường' }),
  ],
};

const today = new Date().toISOString().slice(0, 10);
const tables = {
  stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\nB,Đội Đông,${lonLat(890, 5)}\n`,
  units: [
    'id,call_sign,station_id,vehicle_class,status',
    '1,XE 01,A,large,available',
    '2,XE 02,B,small,available',
    '3,MÔ TÔ 3,B,motorbike,available',
    '4,XE 04,A,large,maintenance',
  ].join('\n'),
  'water-points': [
    'id,kind,lon,lat,status,flow_lps,tested_on',
    `h1,hydrant,${lonLat(250, 6)},working,15,${today}`,
    `h2,hydrant,${lonLat(290, 6)},out-of-order,15,${today}`,
    `h3,hydrant,${lonLat(420, 6)},working,,2020-01-01`,
    `h4,hydrant,${lonLat(500, 6)},working,,${today}`,
  ].join('\n'),
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
  // The first answer of a new server waits for connections and for code to be compiled.
  await city.respondTo('16 ngõ 29 Khương Hạ');
}, 120_000);
afterAll(() => city.close());

describe('a house deep in an alley of 1.2 m', () => {
  it('gets the engine to the mouth and hose to the door', async () => {
    const result = await city.respondTo('16 ngõ 29 Khương Hạ');
    const large = unit(result, 'XE 01');
    expect(large.drive!.router).toBe('osrm');
    expect(large.stop!.reason.code).toBe('too-narrow');
    expect(large.stop!.blockedBy).toMatchObject({ widthMeters: 1.2, provenance: 'tagged' });
    expect(large.hose!.meters).toBeCloseTo(20 + 18 * 7, 0);
    const { turnout, drive, setUp, laying, filling } = large.parts!;
    expect(large.secondsToWater).toBeCloseTo(turnout + drive + setUp + laying + filling, 5);
    expect(result.degraded).toBe(false);
  });

  it('takes the door on the alley of its address, though its back wall is nearer to another', async () => {
    const { destination } = await city.respondTo('16 ngõ 29 Khương Hạ');
    expect(destination.door.provenance).toBe('named-way');
    expect(destination.door.lon).toBeCloseTo(at(303, 0)[0], 5);
  });

  it('sends the motorbike to the door as first attack, never as first water', async () => {
    const result = await city.respondTo('16 ngõ 29 Khương Hạ');
    const motorbike = unit(result, 'MÔ TÔ 3');
    expect(motorbike).toMatchObject({ role: 'first-attack', secondsToWater: null });
    expect(motorbike.stop!.reason.code).toBe('at-door');
    expect(motorbike.secondsToCrew).toBeLessThan(unit(result, 'XE 01').secondsToCrew!);
    expect(result.units[0]!.role).toBe('water');
  });

  it('lists usable water by hose path, the untested apart and the dead not at all', async () => {
    const large = unit(await city.respondTo('16 ngõ 29 Khương Hạ'), 'XE 01');
    const flows = large.water!.points.map((point) => [
      Math.round(point.hoseMeters),
      point.litersPerSecond,
    ]);
    expect(flows).toEqual([
      [56, 15],
      [206, null],
    ]);
    expect(large.water!.unverified.map((point) => Math.round(point.hoseMeters))).toEqual([126]);
  });

  it('says to the caller which mouth to enter, and what is near it', async () => {
    const { readBack } = (await city.respondTo('16 ngõ 29 Khương Hạ')).destination;
    expect(readBack.mouth).toEqual({ alley: 'Ngõ 29 phố Khương Hạ', onto: 'Phố Khương Hạ' });
    expect(readBack.near).toMatchObject({ name: 'Chợ Khương Hạ' });
  });

  it('lists units that cannot go, with why', async () => {
    const { notRanked } = await city.respondTo('16 ngõ 29 Khương Hạ');
    expect(notRanked.map(({ callSign, why }) => [callSign, why.params['status']])).toEqual([
      ['XE 04', 'maintenance'],
    ]);
  });
});

describe('other houses', () => {
  it('gives a stop at the door and no hose on a wide street', async () => {
    const large = unit(await city.respondTo('11 Khương Hạ'), 'XE 01');
    expect(large.stop!.reason.code).toBe('at-door');
    // A spare, and one for storeys that nobody recorded.
    expect(large.hose).toMatchObject({ meters: 0, lengths: 2, missingLengths: 0 });
  });

  it('drives the last metres against a one-way street, says so, and offers the way with it', async () => {
    const large = unit(await city.respondTo('8 Phố Xuôi'), 'XE 01');
    expect(large.notes[0]).toMatchObject({
      code: 'contraflow',
      params: { name: 'Phố Xuôi', meters: 140, router: 'graph' },
    });
    expect(large.drive!.meters!).toBeCloseTo(740, -2);
    expect(large.drive!.steps.at(-2)).toMatchObject({ code: 'contraflow', roadName: 'Phố Xuôi' });
    expect(large.drive!.geometry!.coordinates.at(-1)![1]).toBeCloseTo(large.stop!.lat, 5);
    const [legal] = large.alternatives;
    expect(legal!.why.code).toBe('alternative-legal');
    expect(legal!.extraSeconds).toBeGreaterThan(0);
  });

  it('says what follows if the width that nobody measured is wrong, either way', async () => {
    const result = await city.respondTo('30 ngõ 88 Khương Hạ');
    const large = unit(result, 'XE 01');
    expect(large.stop!.blockedBy).toMatchObject({ widthMeters: 2.5, provenance: 'assumed' });
    const wider = large.notes.find(({ code }) => code === 'if-wider')!;
    expect(wider.params['hoseMeters']).toBe(0);
    // 150 m of hose at 0.33 m/s against 150 m of driving at 8 km/h.
    expect(wider.params['savedSeconds']).toBeGreaterThan(300);
    const small = unit(result, 'XE 02');
    expect(small.stop!.reason.code).toBe('at-door');
    const narrower = small.notes.find(({ code }) => code === 'if-narrower')!;
    expect(narrower.params['hoseMeters']).toBe(150);
    expect(narrower.params['extraSeconds']).toBeGreaterThan(300);
  });

  it('comes to the nearer of two mouths', async () => {
    const small = unit(await city.respondTo('9 ngõ 70 Khương Hạ'), 'XE 02');
    expect(small.stop!.lat).toBeCloseTo(at(0, 300)[1], 4);
    expect(small.hose!.meters).toBeCloseTo(40, 0);
  });

  it('answers clearly for a house with no road near', async () => {
    const { status, body } = await city.respond({ lon: at(-5_000, 0)[0], lat: at(0, 0)[1] });
    expect(status).toBe(200);
    expect(body.notes.map(({ code }) => code)).toContain('no-road-near');
    expect(body.units.every((each) => each.status === 'unreachable')).toBe(true);
  });

  it('answers for any point on the map, with the other ways it may belong to', async () => {
    const [lon, lat] = at(316, 100);
    const { body } = await city.respond({ lon, lat });
    expect(body.destination.door.provenance).toBe('nearest-way');
    expect(body.destination.door.alternatives.length).toBeGreaterThan(0);
    expect(body.units.length).toBe(3);
  });
});

describe('what is asked wrongly', () => {
  it.each([
    [{}, 'placeId'],
    [{ lon: 105 }, 'placeId'],
    [{ placeId: 'address:1; drop table units' }, 'placeId'],
    [{ lon: 999, lat: 21 }, 'lon'],
    [{ lon: 105.8, lat: 21, vehicleClass: 'spaceship' }, 'large, small, motorbike'],
    [{ lon: 105.8, lat: 21, at: '1999-01-01T00:00:00Z' }, 'at'],
    [{ lon: 105.8, lat: 21, at: '0000-01-01T00:00:00Z' }, 'at'],
  ])('%j is refused with the field that is wrong', async (body, field) => {
    const { status, body: answer } = await city.respond(body);
    expect(status).toBe(400);
    expect(JSON.stringify(answer)).toContain(field);
  });

  it('a place that is gone is a 404', async () => {
    expect((await city.respond({ placeId: 'address:999999' })).status).toBe(404);
  });
});

function largeOf({ osrm }: MiniCity): Record<string, string> {
  return { large: osrm['large']!.url };
}

describe('without the router', () => {
  it('uses the road graph while the router still has the map of another place', async () => {
    const elsewhere = await openMiniCity({ ...world, origin: { lon: 106.5, lat: 20.5 } }, {});
    await city.routers.setUrls(largeOf(elsewhere));
    const result = await city.respondTo('16 ngõ 29 Khương Hạ');
    expect(unit(result, 'XE 01')).toMatchObject({
      status: 'reachable',
      drive: { router: 'graph' },
    });
    await city.routers.setUrls(largeOf(city));
    await elsewhere.close();
    expect((await city.respondTo('16 ngõ 29 Khương Hạ')).units[0]!.drive!.router).toBe('osrm');
  }, 120_000);

  it('answers from the road graph within a second and a half, marked degraded', async () => {
    const { place } = (await city.respondTo('16 ngõ 29 Khương Hạ')).destination;
    await city.osrm['large']!.freeze();
    const started = performance.now();
    const { body: result } = await city.respond({ placeId: place!.id });
    expect(performance.now() - started).toBeLessThan(1_500);
    const large = unit(result, 'XE 01');
    expect(large.drive).toMatchObject({ router: 'graph' });
    expect(large.drive!.steps.map(({ code }) => code)).toContain('arrive');
    expect(large.hose!.meters).toBeCloseTo(20 + 18 * 7, 0);
    expect(result.degraded).toBe(true);
  });
});
