// When a ladder truck of others counts, on an invented street: through the real import, PostGIS, OSRM and API.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';

const street = 'Phố Khương Hạ';
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], middle: [1_000, 0], east: [2_000, 0] },
      ways: [
        { nodes: ['west', 'middle'], tags: { highway: 'secondary', name: street, width: '12' } },
        { nodes: ['middle', 'east'], tags: { highway: 'residential', name: street, width: '4' } },
      ],
      areas: [
        {
          corners: [
            [1_340, 8],
            [1_346, 8],
            [1_346, 18],
            [1_340, 18],
          ],
          tags: {
            building: 'house',
            'addr:housenumber': '65',
            'addr:street': street,
            'building:levels': '6',
          },
        },
        {
          corners: [
            [340, 8],
            [346, 8],
            [346, 18],
            [340, 18],
          ],
          tags: {
            building: 'house',
            'addr:housenumber': '15',
            'addr:street': street,
            'building:levels': '6',
          },
        },
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\n`,
      units: [
        'id,call_sign,station_id,vehicle_class',
        '1,XE 01,A,large',
        '2,CỨU HỘ 2,A,rescue',
      ].join('\n'),
      'mobilised-vehicles': [
        'id,kind,name,owner,lon,lat,call_out_min,ladder_m,vehicle_class',
        `1,ladder,THANG PC10,Công ty A,${lonLat(600, 4)},1,33,ladder`,
      ].join('\n'),
    },
  );
}, 120_000);
afterAll(() => city.close());

// A router that is late for once leaves it untimed.
it.each(['ladder', 'rescue'])(
  'a ladder truck of others that drives as %s counts from when it is set up',
  { retry: 2 },
  async (vehicleClass) => {
    await city.database.pool.query('update mobilised_vehicles set vehicle_class = $1', [
      vehicleClass,
    ]);
    const { set } = await city.respondTo('15 Khương Hạ');
    const { seconds } = set!.vehicles.find(({ callSign }) => callSign === 'THANG PC10')!;
    // Call-out, 260 m at the speed of a secondary road, a few steps, and 120 s to be set up.
    expect(seconds).toBeGreaterThan(60 + 260 / (32 / 3.6) - 5 + 120);
    expect(seconds).toBeLessThan(60 + 260 / (32 / 3.6) + 60 + 120);
  },
);

it.each(['ladder', null])(
  'a ladder truck of others that drives as %s counts for nothing where a pumper stands and its jacks have no room',
  { retry: 2 },
  async (vehicleClass) => {
    await city.database.pool.query('update mobilised_vehicles set vehicle_class = $1', [
      vehicleClass,
    ]);
    const { set } = await city.respondTo('65 Khương Hạ');
    const ladder = set!.requirements.find(({ capability }) => capability === 'ladder')!;
    expect(ladder).toMatchObject({ have: 0, why: { code: 'no-room-for-jacks' } });
    expect(set!.vehicles.map(({ callSign }) => callSign)).not.toContain('THANG PC10');
  },
);
