// Who comes behind the first is whom the set sends: on one invented street, where a closer engine is not in the set.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';

const street = 'Phố Khương Hạ';
const today = new Date().toISOString().slice(0, 10);

/** One small engine is soonest; the large one has the water that a second small one lacks. */
const tables = {
  stations: [
    'id,name,lon,lat',
    `A,Đội Gần,${lonLat(700, 5)}`,
    `B,Đội Giữa,${lonLat(600, 5)}`,
    `C,Đội Xa,${lonLat(500, 5)}`,
    `D,Đội Cuối,${lonLat(400, 5)}`,
  ].join('\n'),
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,NHỎ 1,A,small',
    '2,NHỎ 2,B,small',
    '3,LỚN 3,C,large',
    '4,LỚN 4,D,large',
  ].join('\n'),
  'water-points': `id,kind,lon,lat,status,flow_lps,tested_on\nH,hydrant,${lonLat(1_100, 6)},working,15,${today}\n`,
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [2_000, 0] },
      ways: [
        { nodes: ['west', 'east'], tags: { highway: 'secondary', name: street, width: '12' } },
      ],
      areas: [
        {
          corners: [
            [1_000, 8],
            [1_006, 8],
            [1_006, 18],
            [1_000, 18],
          ],
          tags: {
            building: 'house',
            'building:levels': '2',
            'addr:housenumber': '11',
            'addr:street': street,
          },
        },
      ],
    },
    tables,
  );
}, 120_000);
afterAll(() => city.close());

const burning = () => city.respondTo('11 Khương Hạ');

it('sends the engine of the set to the water, though another that nobody recommends is sooner', async () => {
  const { units, set, support } = await burning();
  const signs = units.map(({ callSign }) => callSign);
  expect(signs).toEqual(['NHỎ 1', 'NHỎ 2', 'LỚN 3', 'LỚN 4']);
  expect(set!.vehicles.map(({ callSign }) => callSign)).toEqual(['NHỎ 1', 'LỚN 3']);
  expect(support!.supply!.unit!.callSign).toBe('LỚN 3');
  const [feed] = units[0]!.water!.supply!.feeds;
  expect(feed!.relay.pumpPlaces[0]!.broughtBy!.callSign).toBe('LỚN 3');
  // The set has nobody else.
  expect(support!.staging!.unit.callSign).toBe('NHỎ 2');
});

it('lets an engine that was sent already wait, before a sooner one that was not', async () => {
  const computed = await burning();
  const withUnitIds = ['NHỎ 1', 'LỚN 3', 'LỚN 4'].map((sign) => unit(computed, sign).unitId);
  const placeId = computed.destination.place!.id;
  const { support, set } = (await city.respond({ placeId, withUnitIds })).body;
  expect(set!.vehicles.map(({ vehicleId }) => vehicleId)).toEqual(withUnitIds);
  expect(support!.supply!.unit!.callSign).toBe('LỚN 3');
  expect(support!.staging!.unit.callSign).toBe('LỚN 4');
});

it('answers about one unit as about all, where it is told that those of the set come first', async () => {
  const all = await burning();
  const [first, second, third, fourth] = all.units.map(({ unitId }) => unitId);
  const { body } = await city.respond({
    placeId: all.destination.place!.id,
    unitIds: [first],
    withUnitIds: [third, second, fourth],
  });
  expect(body.support).toEqual(all.support);
  expect(body.units[0]!.water!.supply).toEqual(all.units[0]!.water!.supply);
});
