// Traffic that would have to wait for its turn until OSRM hears of it, and a closure, which does not wait.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { large, passes } from '../closures/closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters, {
    isSupervised: true,
    parameters: { traffic_router_every: '600' },
  });
}, 120_000);
afterAll(() => city.close());

async function send(method: string, path: string, body: string, type = 'application/json') {
  const answer = await city.app.request(`/api/${path}`, {
    method,
    headers: { 'Content-Type': type },
    body,
  });
  expect(answer.status).toBeLessThan(300);
  return answer;
}

/** Who gave the way of the large pumper, and whether that leads over the near bridge. */
async function lookAtWay(): Promise<{ router: string; isOverNearBridge: boolean }> {
  const unit = large(await city.respondTo('20 Phố Bắc'));
  return { router: unit.drive!.router, isOverNearBridge: passes(unit, [400, 350]) };
}

const patience = { timeout: 20_000, interval: 100 };

it('a jam is taken along to OSRM by a closure at once, wherever that is', async () => {
  await expect.poll(lookAtWay, patience).toEqual({ router: 'osrm', isOverNearBridge: true });
  await send('POST', 'traffic?source=VOV', '3,10,3\n10,11,3\n11,6,3\n', 'text/csv');
  expect(await lookAtWay()).toEqual({ router: 'osrm', isOverNearBridge: true });
  // An alley that no way to the house leads along: it closes nothing else.
  const closure = {
    geometry: { type: 'Point', coordinates: at(500, 700) },
    effect: 'impassable',
    reason: 'cháy',
    by: 'Lan',
  };
  const drawn = await send('POST', 'closures', JSON.stringify(closure));
  const { id } = (await drawn.json()) as { id: number };
  try {
    await expect.poll(lookAtWay, patience).toEqual({ router: 'osrm', isOverNearBridge: false });
  } finally {
    await send('DELETE', `closures/${id}`, JSON.stringify({ by: 'Lan' }));
  }
}, 60_000);
