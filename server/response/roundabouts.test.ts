// Roundabouts in the directions of both routers, through the real import, OSRM, road graph and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

const [lon, lat] = at(5, -295).map((degrees) => degrees.toFixed(7));
/** On the ring itself. */
const [ringLon, ringLat] = at(-25, 8).map((degrees) => degrees.toFixed(7));

/** Driven against the clock; an alley for motorbikes goes off it before the road to the east, and one for people alone after it. */
const world = {
  nodes: {
    station: [0, -300], s: [0, -30], se: [21, -21], e: [30, 0], ne: [21, 21],
    n: [0, 30], nw: [-21, 21], w: [-30, 0], sw: [-21, -21],
    tight: [150, 75], alley: [90, -90], people: [90, 90], east: [300, 0], north: [0, 300], west: [-300, 0],
  },
  ways: [
    { nodes: ['station', 's'], tags: { highway: 'secondary', name: 'Phố Nam', width: '9' } },
    {
      nodes: ['s', 'se', 'e', 'ne', 'n', 'nw', 'w', 'sw', 's'],
      tags: { highway: 'secondary', junction: 'roundabout', name: 'Quảng trường Tròn', width: '9' },
    },
    { nodes: ['se', 'alley'], tags: { highway: 'service', name: 'Ngõ 5 Phố Nam', width: '1.5' } },
    { nodes: ['e', 'east'], tags: { highway: 'secondary', name: 'Phố Đông', width: '9' } },
    { nodes: ['ne', 'people'], tags: { highway: 'footway' } },
    { nodes: ['n', 'north'], tags: { highway: 'secondary', name: 'Phố Bắc', width: '9' } },
    { nodes: ['ne', 'tight'], tags: { highway: 'service', name: 'Ngõ 9 Phố Bắc', width: '4' } },
    { nodes: ['w', 'west'], tags: { highway: 'secondary', name: 'Phố Tây', width: '9' } },
  ],
} satisfies Parameters<typeof openMiniCity>[0]; // prettier-ignore

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Nam,${lon},${lat}\nB,Đội Tròn,${ringLon},${ringLat}\n`,
    units:
      'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n2,MÔ TÔ 01,A,motorbike\n3,XE 03,B,large\n',
  });
}, 120_000);
afterAll(() => city.close());

async function stepsOf(callSign: string, to: [number, number], router: string) {
  const [lon, lat] = at(...to);
  const { body } = await city.respond({ lon, lat });
  const { drive } = body.units.find((unit) => unit.callSign === callSign)!;
  expect(drive!.router).toBe(router);
  return drive!.steps.map(({ code, exit, roadName }) => [code, exit, roadName]);
}

describe.each(['osrm', 'graph'])('a roundabout by %s', (router) => {
  beforeAll(async () => {
    if (router === 'graph') await Promise.all(Object.values(city.osrm).map((each) => each.stop()));
  });

  it('is told with the exit that the driver counts, also past an alley that the engine does not fit', async () => {
    for (const callSign of ['XE 01', 'MÔ TÔ 01'])
      expect(await stepsOf(callSign, [3, 200], router)).toEqual([
        ['depart', null, 'Phố Nam'],
        ['roundabout', 4, 'Phố Bắc'],
        ['arrive', null, 'Phố Bắc'],
      ]);
  });

  it('is told with its exit as a tight turn, and not with a second turn after it', async () => {
    const [lon, lat] = at(130, 67);
    const { body } = await city.respond({ lon, lat });
    const { drive } = body.units.find(({ callSign }) => callSign === 'XE 01')!;
    expect(drive!.router).toBe(router);
    expect(drive!.steps.map(({ code, exit, roadName }) => [code, exit, roadName])).toEqual([
      ['depart', null, 'Phố Nam'],
      ['roundabout', 3, 'Ngõ 9 phố Bắc'],
      ['arrive', null, 'Ngõ 9 phố Bắc'],
    ]);
    expect(drive!.steps[1]!.tight).toMatchObject({ widthMeters: 4 });
  });

  it('is told where the way begins on it', async () => {
    expect(await stepsOf('XE 03', [200, 3], router)).toEqual([
      ['depart', null, 'Quảng trường Tròn'],
      ['roundabout', 4, 'Phố Đông'],
      ['arrive', null, 'Phố Đông'],
    ]);
  });

  it('is entered only where the way ends on it', async () => {
    expect((await stepsOf('XE 01', [25, 12], router)).slice(0, 2)).toEqual([
      ['depart', null, 'Phố Nam'],
      ['roundabout', null, null],
    ]);
  });
});
