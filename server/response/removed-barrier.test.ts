// A barrier of the map that is not there any more, which the routers were built with.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Correction } from '../corrections/schema.ts';
import type { NearRoad } from '../roads/schema.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';

const house = (east: number, north: number, number: string) => ({
  corners: [
    [east, north],
    [east + 6, north],
    [east + 6, north + 4],
    [east, north + 4],
  ] satisfies [number, number][],
  tags: { building: 'house', 'addr:housenumber': number, 'addr:street': 'Phố Sau' },
});

/** Two streets; from one to the other a short cut past a bollard, and the way round. House 9 is behind a height bar. */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    south: [200, 0],
    east: [800, 0],
    bollard: { at: [200, 80], tags: { barrier: 'bollard' } },
    north: [200, 200],
    corner: [800, 200],
    bar: { at: [100, 200], tags: { barrier: 'height_restrictor' } },
    end: [0, 200],
  },
  ways: [
    { nodes: ['west', 'south', 'east'], tags: { highway: 'secondary', name: 'Phố Chính' } },
    {
      nodes: ['south', 'bollard', 'north'],
      tags: { highway: 'residential', name: 'Phố Tắt', width: '5' },
    },
    {
      nodes: ['east', 'corner', 'north', 'bar', 'end'],
      tags: { highway: 'residential', name: 'Phố Sau' },
    },
  ],
  areas: [house(350, 206, '7'), house(30, 206, '9')],
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {
    stations: `id,name,lon,lat\nA,Đội Tây,${at(0, 5).join(',')}\n`,
    units: 'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n',
  });
}, 120_000);
afterAll(() => city.close());

type Answer = Correction & { error?: { code: string } };

async function post(path: string, json: object) {
  const answer = await city.app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** Says of the road at a point what is there, or is not there any more. */
async function report(kind: string, [lon, lat]: [number, number], clear = {}) {
  const near = await city.app.request(`/api/roads/near?lon=${lon}&lat=${lat}`);
  const { target } = (await near.json()) as NearRoad;
  const answer = await post('/api/corrections', {
    by: 'Lan',
    target,
    field: 'obstacle',
    value: { kind, lon, lat, ...clear },
  });
  await city.reloadGraph();
  return answer;
}

async function ask(place: string) {
  const answer = await city.respondTo(place);
  const { stop, drive } = unit(answer, 'XE 01');
  return {
    reason: stop!.reason.code,
    router: drive!.router,
    meters: Math.round(drive!.meters! / 50) * 50,
    isDrawn: drive!.geometry !== null,
    isDegraded: answer.degraded,
  };
}

const round = {
  reason: 'at-door',
  router: 'osrm',
  meters: 1_450,
  isDrawn: true,
  isDegraded: false,
};
const through = { ...round, router: 'graph', meters: 550 };

/** Taken away it would stand all the same. */
function stillReported({ id }: Correction) {
  return { status: 409, body: { error: { code: 'still-reported', details: { correction: id } } } };
}

it('a bollard that is gone is driven past, though the routers know it, until that is withdrawn', async () => {
  expect(await ask('7 Phố Sau')).toEqual(round);
  const { body } = await report('no', at(204, 78));
  expect(await ask('7 Phố Sau')).toEqual(through);
  // What stands there instead is another thing.
  const bollard = await report('bollard', at(200, 80));
  expect(await ask('7 Phố Sau')).toMatchObject({ meters: 1_450 });
  expect(await report('no', at(204, 78))).toMatchObject(stillReported(bollard.body));
  await post(`/api/corrections/${bollard.body.id}/withdraw`, { by: 'Lan' });
  await city.reloadGraph();
  expect(await ask('7 Phố Sau')).toEqual(through);
  await post(`/api/corrections/${body.id}/withdraw`, { by: 'Lan' });
  await city.reloadGraph();
  expect(await ask('7 Phố Sau')).toEqual(round);
});

it('a height bar that is gone lets engines on, where it was said of that and not of a bollard', async () => {
  expect(await ask('9 Phố Sau')).toMatchObject({ reason: 'barrier' });
  expect(await report('no', at(100, 201))).toMatchObject({
    status: 422,
    body: { error: { code: 'nothing-to-take-away' } },
  });
  const measured = await report('height_bar', at(100, 200), { clearMeters: 2.4 });
  expect(await report('no_height_bar', at(100, 201))).toMatchObject(stillReported(measured.body));
  await post(`/api/corrections/${measured.body.id}/withdraw`, { by: 'Lan' });
  expect((await report('no_height_bar', at(100, 201))).status).toBe(201);
  expect(await ask('9 Phố Sau')).toMatchObject({ reason: 'at-door', router: 'graph' });
});

it('nothing is taken away where the map has nothing within 8 m', async () => {
  expect((await report('no', at(200, 95))).body.error).toMatchObject({
    code: 'nothing-to-take-away',
  });
});
