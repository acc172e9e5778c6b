// Who brings the hose that another lacks, on an invented street and an island that no way leads from.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';

const street = 'Phố Khương Hạ';
const alley = 'Ngõ 29 Phố Khương Hạ';

/** The alley is too narrow for engines. */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    mouth: [300, 0],
    east: [900, 0],
    end: [300, 340],
    quay: [0, -1_500],
    pier: [600, -1_500],
  },
  ways: [
    { nodes: ['west', 'mouth', 'east'], tags: { highway: 'secondary', name: street, width: '9' } },
    { nodes: ['mouth', 'end'], tags: { highway: 'service', name: alley, width: '1.2' } },
    { nodes: ['quay', 'pier'], tags: { highway: 'service', name: 'Bến Đảo', width: '6' } },
  ],
  areas: [
    {
      corners: [
        [303, 317],
        [313, 317],
        [313, 323],
        [303, 323],
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

const tables = {
  stations: [
    'id,name,lon,lat',
    `A,Đội Tây,${lonLat(0, 5)}`,
    `B,Đội Đảo,${lonLat(300, -1_495)}`,
  ].join('\n'),
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,XE 01,A,large',
    '2,XE 02,A,small',
    '3,MÔ TÔ 3,A,motorbike',
    '4,XE 04,B,large',
  ].join('\n'),
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
}, 120_000);
afterAll(() => city.close());

const deepInAlley = () => city.respondTo('16 ngõ 29 Khương Hạ');

it('tells who brings how much of what it lacks, of those who come, also asked for by itself', async () => {
  const all = await deepInAlley();
  const { unitId } = unit(all, 'XE 02');
  const bringer = { unitId: unit(all, 'XE 01').unitId, callSign: 'XE 01', lengths: 11 };
  const asked = { placeId: all.destination.place!.id, unitIds: [unitId] };
  const brought = async (more = {}) =>
    (await city.respond({ ...asked, ...more })).body.units[0]!.hose!.broughtBy;
  expect(await brought()).toEqual([bringer]);
  const withoutUnitIds = [bringer.unitId];
  expect(await brought({ withoutUnitIds, withUnitIds: [] })).toEqual([]);
  expect(await brought({ withUnitIds: [bringer.unitId] })).toEqual([bringer]);
});

it('promises no hose of an available engine that gets to no stop, nor of one that nobody ranked', async () => {
  const all = await deepInAlley();
  const idOf = (callSign: string) => unit(all, callSign).unitId;
  expect(unit(all, 'XE 04').status).toBe('unreachable');
  const placeId = all.destination.place!.id;
  const withoutUnitIds = [idOf('XE 01')];
  const broughtOf = async (asked: object) => {
    const { body } = await city.respond({ placeId, withoutUnitIds, ...asked });
    return unit(body, 'XE 02').hose!.broughtBy;
  };
  expect(await broughtOf({ unitIds: [idOf('XE 02'), idOf('XE 04')] })).toEqual([]);
  const withUnitIds = [idOf('MÔ TÔ 3')];
  expect(await broughtOf({ unitIds: [idOf('XE 02')], withUnitIds })).toEqual([]);
  expect(await broughtOf({ vehicleClass: 'small' })).toEqual([]);
});
