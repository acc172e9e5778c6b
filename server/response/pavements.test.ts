// A street whose pavement the map draws as a way of its own, below a flyover, from the map to the answer.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';

const street = 'Phố Khương Hạ';

function house(east: number, south: number, number: string, way: string) {
  const tags = { building: 'house', 'addr:housenumber': number, 'addr:street': way };
  const [west, north] = [east - 5, south + 6];
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return { corners, tags };
}

/** The pavement runs 8 m north of the street's middle and joins it at its ends and at 300 m; the flyover 18 m north of it. */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    middle: [300, 0],
    east: [600, 0],
    walkWest: [0, 8],
    walkMiddle: [300, 8],
    walkEast: [600, 8],
    rampWest: [-300, 0],
    overWest: [-200, 18],
    overEast: [800, 18],
    rampEast: [900, 0],
  },
  ways: [
    {
      nodes: ['rampWest', 'west', 'middle', 'east', 'rampEast'],
      tags: { highway: 'secondary', name: street, width: '9' },
    },
    ...[
      ['west', 'walkWest'],
      ['middle', 'walkMiddle'],
      ['east', 'walkEast'],
    ].map((nodes) => ({ nodes, tags: { highway: 'footway', footway: 'crossing' } })),
    {
      nodes: ['walkWest', 'walkMiddle', 'walkEast'],
      tags: { highway: 'footway', footway: 'sidewalk' },
    },
    { nodes: ['rampWest', 'overWest'], tags: { highway: 'primary', name: 'Đường Trên Cao' } },
    {
      nodes: ['overWest', 'overEast'],
      tags: { highway: 'primary', name: 'Đường Trên Cao', bridge: 'yes', layer: '1' },
    },
    { nodes: ['overEast', 'rampEast'], tags: { highway: 'primary', name: 'Đường Trên Cao' } },
  ],
  areas: [house(155, 10, '20', street), house(405, 22, '5', 'Phố Chưa Vẽ')],
};

const tables = {
  stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, -5)}\n`,
  units: 'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n',
  'water-points':
    'id,kind,lon,lat,status,flow_lps,tested_on\n' +
    `T1,hydrant,${lonLat(170, 9)},working,15,${new Date().toISOString().slice(0, 10)}\n`,
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
}, 60_000);
afterAll(() => city.close());

const told = (answer: ResponseResult) => {
  const [unit] = answer.units;
  return {
    road: answer.destination.door.road?.name,
    others: answer.destination.door.alternatives.map(({ road }) => road.name),
    stop: unit?.stop?.reason.code,
    hose: unit?.hose?.meters,
    water: answer.destination.water.points.map(({ hoseMeters }) => hoseMeters),
  };
};

it('an engine stops in the street before the house, beside the hydrant on the pavement, asked by address or by a point', async () => {
  const [lon, lat] = at(150, 11);
  const byPoint = (await city.respond({ lon, lat })).body;
  for (const answer of [byPoint, await city.respondTo('20 khuong ha')])
    expect(told(answer)).toMatchObject({
      road: street,
      stop: 'at-door',
      hose: 0,
      water: [expect.closeTo(29, -1)],
    });
});

it('a house whose address names no street that is drawn opens on to the street below the flyover, which is offered beside it', async () => {
  const { rows } = await city.database.pool.query<{ id: number; name: string }>(
    `select a.id, r.name from addresses a join roads r on r.id = a.access_road_id where a.house_number = '5'`,
  );
  expect(rows[0]?.name).toBe('Đường Trên Cao');
  const { body } = await city.respond({ placeId: `address:${rows[0]!.id}` });
  expect(told(body)).toMatchObject({
    road: street,
    stop: 'at-door',
    others: ['Đường Trên Cao'],
  });
});
