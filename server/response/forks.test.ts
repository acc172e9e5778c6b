// Forks of an alley in the directions of both routers, through the real import, OSRM, road graph and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

const [lon, lat] = at(3, -290).map((degrees) => degrees.toFixed(7));
const alley = { highway: 'residential', name: 'Ngõ 29 Thử', width: '6' };

/** An alley that forks into two arms of its own name. */
const world = {
  nodes: { station: [0, -300], fork: [0, 0], left: [-120, 200], right: [90, 200] },
  ways: [
    { nodes: ['station', 'fork'], tags: alley },
    { nodes: ['fork', 'left'], tags: alley },
    { nodes: ['fork', 'right'], tags: alley },
  ],
} satisfies Parameters<typeof openMiniCity>[0];

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Nam,${lon},${lat}\n`,
    units: 'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n',
  });
}, 120_000);
afterAll(() => city.close());

describe.each(['osrm', 'graph'])('a fork by %s', (router) => {
  beforeAll(async () => {
    if (router === 'graph') await Promise.all(Object.values(city.osrm).map((each) => each.stop()));
  });

  it.each<[string, [number, number]]>([
    ['left', [-114, 190]],
    ['right', [86, 190]],
  ])('is told where the arm to the %s has the name of the alley too', async (side, to) => {
    const [lon, lat] = at(...to);
    const { body } = await city.respond({ lon, lat });
    const { drive } = body.units[0]!;
    expect(drive!.router).toBe(router);
    expect(drive!.steps.map(({ code, modifier }) => [code, modifier])).toEqual([
      ['depart', null],
      [expect.stringMatching(/^(continue|fork|turn)$/), `slight ${side}`],
      ['arrive', null],
    ]);
  });
});
