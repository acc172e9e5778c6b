// Turns that OSRM's directions leave out, through the real import, OSRM, road graph and API.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

const [lon, lat] = at(3, -290).map((degrees) => degrees.toFixed(7));
const street = { highway: 'residential', name: 'Phố Thử', width: '8' };

/** A street from the south that turns east; straight on it is an alley that no large engine fits. */
const world = {
  nodes: { station: [0, -300], corner: [0, 0], end: [200, 0], alley: [0, 150] },
  ways: [
    { nodes: ['station', 'corner', 'end'], tags: street },
    { nodes: ['corner', 'alley'], tags: { highway: 'residential', name: 'Ngõ 5 Thử', width: '2' } },
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

it('a turn of the street is told where the driver sees an alley go straight on that OSRM does not know', async () => {
  const [toLon, toLat] = at(190, 6);
  const { body } = await city.respond({ lon: toLon, lat: toLat });
  const { drive } = body.units[0]!;
  expect(drive!.router).toBe('osrm');
  expect(drive!.steps.map(({ code, modifier, roadName }) => [code, modifier, roadName])).toEqual([
    ['depart', null, 'Phố Thử'],
    [expect.stringMatching(/^(turn|continue)$/), 'right', 'Phố Thử'],
    ['arrive', null, expect.anything()],
  ]);
  const meters = drive!.steps.reduce((sum, step) => sum + step.meters, 0);
  expect(meters).toBeCloseTo(drive!.meters ?? 0, 0);
  expect(drive!.steps[0]!.meters).toBeGreaterThan(280);
  expect(drive!.steps[1]!.meters).toBeGreaterThan(150);
});
