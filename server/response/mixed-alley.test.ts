// A small engine goes in where the large ones do not fit: an invented street of 10 m with an alley of 2.8 m.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';

const street = 'Phố Khương Hạ';
const alley = 'Ngõ 29 Phố Khương Hạ';

const world: MiniWorld = {
  nodes: { west: [0, 0], mouth: [300, 0], east: [1_800, 0], end: [300, 170] },
  ways: [
    { nodes: ['west', 'mouth', 'east'], tags: { highway: 'secondary', name: street, width: '10' } },
    { nodes: ['mouth', 'end'], tags: { highway: 'service', name: alley, width: '2.8' } },
  ],
  areas: [
    {
      corners: [
        [303, 137],
        [313, 137],
        [313, 143],
        [303, 143],
      ],
      tags: {
        building: 'house',
        'building:levels': '2',
        'addr:housenumber': '16',
        'addr:street': alley,
      },
    },
  ],
};

const today = new Date().toISOString().slice(0, 10);
const tables = {
  // Further from the house than hose reaches.
  'water-points': `id,kind,lon,lat,status,flow_lps,tested_on\nH,hydrant,${lonLat(1_500, 6)},working,15,${today}\n`,
  stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\n`,
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,XE NHỎ,A,small',
    '2,XE 02,A,large',
    '3,XE 03,A,large',
  ].join('\n'),
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
}, 120_000);
afterAll(() => city.close());

/** The small engine leads. */
async function inAlley() {
  const all = await city.respondTo('16 ngõ 29 Khương Hạ');
  const [small, ...others] = ['XE NHỎ', 'XE 02', 'XE 03'].map((name) => unit(all, name).unitId);
  const { body } = await city.respond({
    placeId: all.destination.place!.id,
    unitIds: [small],
    withUnitIds: others,
  });
  return { all, body };
}

it('a large engine waits before the mouth of the alley that only the small first one fits', async () => {
  const { all, body } = await inAlley();
  const small = unit(all, 'XE NHỎ');
  expect(small.stop!.reason.code).toBe('at-door');
  expect(unit(all, 'XE 02').stop!.reason.code).toBe('too-narrow');
  const expected = {
    unitId: small.unitId,
    staging: { unit: { callSign: 'XE 02' }, road: { name: street }, isApart: true },
    notes: [{ code: 'no-supply' }],
  };
  expect(body.support).toMatchObject(expected);
});

it('tankers that do not fit bring water to the mouth, and are not told to wait', async () => {
  const { all } = await inAlley();
  const { shuttle } = unit(all, 'XE NHỎ').water!.supply!;
  expect(shuttle).toMatchObject({
    vehicleClass: 'large',
    stopsOn: { road: { name: street } },
    tankers: [{ callSign: 'XE 02' }, { callSign: 'XE 03' }],
  });
  expect(shuttle!.meters).toBeCloseTo(1_200, -2);
  expect(all.support).toMatchObject({
    unitId: unit(all, 'XE NHỎ').unitId,
    staging: null,
    notes: [{ code: 'next-at-water' }, { code: 'no-supply' }],
  });
});
