// Turning in at a junction, through the real import, OSRM, road graph and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { Step } from './schema.ts';

const station = at(5, 5).map((degrees) => degrees.toFixed(7));
const street = 'Phố Khương Hạ';
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: {
        west: [0, 0],
        narrow: [200, 0],
        narrowEnd: [200, 300],
        fork: [200, 100],
        forkEast: [260, 100],
        forkWest: [140, 100],
        wide: [400, 0],
        wideEnd: [400, 300],
        unknown: [600, 0],
        unknownEnd: [600, 300],
        against: [800, 0],
        againstEnd: [800, 300],
        east: [1000, 0],
        eastEnd: [1000, 300],
      },
      ways: [
        {
          nodes: ['west', 'narrow', 'wide', 'unknown', 'against', 'east'],
          tags: { highway: 'secondary', name: street, width: '9' },
        },
        {
          nodes: ['narrow', 'fork'],
          tags: { highway: 'service', name: `Ngõ 29 ${street}`, width: '4' },
        },
        {
          nodes: ['fork', 'forkEast'],
          tags: { highway: 'service', name: `Ngách 29/70 ${street}`, width: '4' },
        },
        {
          nodes: ['fork', 'forkWest'],
          tags: { highway: 'service', name: `Ngách 29/71 ${street}`, width: '1.5' },
        },
        {
          nodes: ['wide', 'wideEnd'],
          tags: { highway: 'residential', name: 'Phố Rộng', width: '8' },
        },
        {
          nodes: ['unknown', 'unknownEnd'],
          tags: { highway: 'service', name: `Ngõ 88 ${street}` },
        },
        {
          nodes: ['againstEnd', 'against'],
          tags: { highway: 'residential', name: 'Phố Xuôi', width: '5', oneway: 'yes' },
        },
        {
          nodes: ['east', 'eastEnd', 'againstEnd'],
          tags: { highway: 'residential', name: 'Phố Đông', width: '5' },
        },
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${station.join(',')}\n`,
      units:
        'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n2,XE 02,A,small\n3,MÔ TÔ 01,A,motorbike\n',
    },
  );
}, 120_000);
afterAll(() => city.close());

type Told = Pick<Step, 'roadName' | 'tight'>;

/** What each unit is told of the turns on its way, by call sign. */
async function turnsTo(east: number, north: number, router: string) {
  const [lon, lat] = at(east, north);
  const { body } = await city.respond({ lon, lat });
  const told: Record<string, Told[]> = {};
  for (const { callSign, drive } of body.units) {
    expect(drive!.router).toBe(router);
    told[callSign] = drive!.steps
      .filter(({ code }) => code !== 'depart' && code !== 'arrive')
      .map(({ roadName, tight }) => ({ roadName, tight }));
  }
  return told;
}

const alley = 'Ngõ 29 phố Khương Hạ';
const ofLarge = {
  roadName: alley,
  tight: { widthMeters: 4, neededMeters: 5.4, provenance: 'tagged' },
};

describe.each(['osrm', 'graph'])('a way by %s', (router) => {
  beforeAll(async () => {
    if (router === 'graph') await Promise.all(Object.values(city.osrm).map((each) => each.stop()));
  });

  it('into an alley is tight for the large engine, not for the small one or the motorbike', async () => {
    const told = await turnsTo(202, 60, router);
    expect(told['XE 01']).toEqual([ofLarge]);
    expect(told['XE 02']).toEqual([{ roadName: alley, tight: null }]);
    expect(told['MÔ TÔ 01']).toEqual([{ roadName: alley, tight: null }]);
  });

  it('into a wide street is not', async () => {
    const told = await turnsTo(402, 60, router);
    expect(told['XE 01']).toEqual([{ roadName: 'Phố Rộng', tight: null }]);
  });

  it('into an alley of assumed width is not, where the most that it may be is enough', async () => {
    // The small engine needs 2.9 m; the alley may have 2.5 to 4.5 m.
    const told = await turnsTo(602, 60, router);
    expect(told['XE 02']!.map(({ tight }) => tight)).toEqual([null]);
  });

  it('against the traffic of a one-way street is, as into any other', async () => {
    const told = await turnsTo(802, 60, router);
    expect(told['XE 01']).toEqual([
      {
        roadName: 'Phố Xuôi',
        tight: { widthMeters: 5, neededMeters: 5.4, provenance: 'tagged' },
      },
    ]);
  });

  it('goes on tight where an alley forks, also when no other arm of the fork lets the engine in', async () => {
    const told = await turnsTo(250, 102, router);
    expect(told['XE 01']).toEqual([
      ofLarge,
      {
        roadName: 'Ngách 29/70 phố Khương Hạ',
        tight: { widthMeters: 4, neededMeters: 6.32, provenance: 'tagged' },
      },
    ]);
  });
});
