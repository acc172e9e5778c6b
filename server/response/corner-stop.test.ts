// A stop at a bend too sharp to drive on: the router has a road on either side of it, and gets to one of them only.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { localMeters, type Meters } from '../../data-import/osm/local-meters.ts';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { metersBetween } from '../../geo/distance.ts';
import type { Position } from '../../geo/position.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

/** The bend. A router keeps six digits: the seventh is the half of the sixth, and is rounded up or down. */
const origin = { lon: 105.8297875, lat: 21.0308073 };

/** An alley off a street, drawn from there, with a bend after 50 m. */
const world: MiniWorld = {
  origin,
  nodes: {
    end: [11, 36],
    bend: [0, 0],
    mouth: [-33, 38],
    west: [-233, -132],
    east: [167, 208],
  },
  ways: [
    {
      nodes: ['west', 'mouth', 'east'],
      tags: { highway: 'secondary', name: 'Phố Chính', width: '9' },
    },
    {
      nodes: ['mouth', 'bend', 'end'],
      tags: { highway: 'service', name: 'Ngõ 1', width: '3' },
    },
  ],
};

function at(...meters: Meters): Position {
  const { lon, lat } = localMeters(origin).toLonLat(meters);
  return [lon, lat];
}

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Tây,${at(-233, -132).join(',')}\n`,
    units: 'id,call_sign,station_id,vehicle_class\n1,XE 01,A,small\n',
  });
  // The first answer of a new server waits for code to be compiled.
  const [lon, lat] = at(0, -3);
  await city.respond({ lon, lat });
}, 120_000);
afterAll(() => city.close());

test.each<[string, Meters]>([
  ['beyond a bend that is too sharp', [7, 18]],
  ['at such a bend', [0, -3]],
])('the router knows the way to the stop for a house %s', async (_, house) => {
  const bend = at(0, 0);
  const [lon, lat] = at(...house);
  const { body } = await city.respond({ lon, lat });
  const { stop, drive } = body.units[0]!;
  expect(metersBetween([stop!.lon, stop!.lat], bend)).toBeLessThan(1);
  expect([drive!.router, body.degraded]).toEqual(['osrm', false]);
  const line = drive!.geometry!.coordinates as Position[];
  expect(metersBetween(line.at(-1)!, bend)).toBeLessThan(5);
  // Put there by the dispatcher, likewise.
  const chosen = { lon: stop!.lon, lat: stop!.lat };
  const named = await city.respond({ lon, lat, unitIds: ['unit:1'], stop: chosen });
  expect([named.body.units[0]!.drive!.router, named.body.degraded]).toEqual(['osrm', false]);
});
