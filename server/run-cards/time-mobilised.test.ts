// Vehicles of others on a town with two bridges, through the real import, PostGIS, OSRM and API.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import type { Health } from '../health/schema.ts';
import { stickRoadGraphs } from '../road-graph/stuck-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { PlaceResults } from '../places/schema.ts';

let city: MiniCity;
beforeAll(async () => {
  const registers = {
    ...riverTownRegisters,
    'mobilised-vehicles': [
      'id,kind,name,owner,lon,lat,call_out_min',
      `1,crane,CẨU 1,Công ty A,${at(100, 4).join(',')},15`,
    ].join('\n'),
  };
  city = await openMiniCity(riverTown, registers, { isSupervised: true });
}, 120_000);
afterAll(() => city.close());

async function close(closure: unknown): Promise<number> {
  const answer = await city.app.request('/api/closures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(closure),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: number }).id;
}

async function withdraw(id: number): Promise<void> {
  await city.app.request(`/api/closures/${id}`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Lan' }),
  });
}

async function moveCrane(east: number, north: number): Promise<void> {
  await city.database.pool.query(
    'update mobilised_vehicles set geom = st_setsrid(st_point($1, $2), 4326)',
    at(east, north),
  );
}

async function readRouters(): Promise<Health['routers']> {
  const answer = await city.app.request('/api/health');
  return ((await answer.json()) as Health).routers;
}

/** Until OSRM gives the routes again: a busy machine may need longer than an answer waits. */
async function untilOsrm(): Promise<void> {
  await expect
    .poll(readRouters, { timeout: 20_000 })
    .toMatchObject({ large: 'osrm', small: 'osrm' });
}

/** For a rescue at the house beyond the bridges: the crane of the set, or why there is none. */
async function askForCrane() {
  const found = await city.app.request(`/api/places?q=${encodeURIComponent('20 Phố Bắc')}`);
  const { results } = (await found.json()) as PlaceResults;
  const { body } = await city.respond({
    placeId: results[0]!.id,
    incidentType: 'rescue',
    alarmLevel: 2,
  });
  const { vehicles, requirements } = body.set!;
  const why = requirements.find(({ capability }) => capability === 'crane')!.why?.code ?? null;
  return { why, crane: vehicles.find(({ vehicleClass }) => vehicleClass === 'crane') };
}

// A router that is late for once leaves it untimed.
describe('a vehicle of others', () => {
  it('is timed by the router while nothing is closed', async () => {
    await untilOsrm();
    const { why, crane } = await askForCrane();
    expect(why).toBeNull();
    expect(crane!.mobilised!.timedBy).toMatchObject({
      router: 'osrm',
      stopOf: 'large',
      isUnchecked: false,
    });
  });

  it('is timed by the router without the road graph too, and says that nobody checked its way', async () => {
    await untilOsrm();
    const stuck = await stickRoadGraphs(1_800);
    const { why, crane } = await askForCrane();
    await stuck.end;
    expect(why).toBeNull();
    expect(crane!.mobilised!.timedBy).toMatchObject({
      router: 'osrm',
      stopOf: 'large',
      isUnchecked: true,
    });
  }, 60_000);

  it('that stands on a street closed further on is timed by its free way', async () => {
    await moveCrane(400, 8);
    const geometry = { type: 'Point', coordinates: at(400, 200) };
    const id = await close({ geometry, effect: 'impassable', reason: 'cây đổ', by: 'Lan' });
    try {
      await untilOsrm();
      const { why, crane } = await askForCrane();
      expect(why).toBeNull();
      expect(crane!.mobilised!.timedBy).toMatchObject({ router: 'graph', stopOf: 'large' });
      expect(crane!.seconds).toBeLessThan(900 + 600);
    } finally {
      await withdraw(id);
      await moveCrane(100, 4);
    }
  });

  it('is not said to get nowhere where only the street of the house is closed somewhere, without the road graph', async () => {
    const geometry = { type: 'Point', coordinates: at(600, 600) };
    const id = await close({ geometry, effect: 'impassable', reason: 'cây đổ', by: 'Lan' });
    const { roadGraph } = city;
    try {
      await untilOsrm();
      const stuck = await stickRoadGraphs(1_800);
      expect(await askForCrane()).toMatchObject({ why: 'no-drive-time' });
      await stuck.end;
    } finally {
      // Who asked meanwhile has its turn first.
      await roadGraph.ask('water', [{ node: 0 }], 20_000);
      await withdraw(id);
    }
  }, 60_000);

  describe('whose stop lies just before a closure', () => {
    beforeAll(async () => {
      const said = { effect: 'impassable', reason: 'ống nước vỡ', by: 'Lan' };
      for (const east of [400, 1_200]) {
        const geometry = { type: 'Point', coordinates: at(east, 300) };
        await close({ geometry, ...said });
      }
    });

    it('is timed by the road graph, for the router closes the road up to its next vertex', async () => {
      await untilOsrm();
      const { why, crane } = await askForCrane();
      expect(why).toBeNull();
      expect(crane!.mobilised!.timedBy).toMatchObject({ router: 'graph', stopOf: 'large' });
      // Call-out, 300 m of street and 299 m of the bridge, and more than 600 m on foot.
      expect(crane!.seconds).toBeGreaterThan(900 + 599 / (32 / 3.6) + 600 / 2);
      expect(crane!.seconds).toBeLessThan(2_400);
    });
  });
});
