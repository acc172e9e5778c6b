// While a road is closed, and nobody can look in time for what that changes.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { stickRoadGraphs } from '../road-graph/stuck-for-test.ts';
import { longStreet, longStreetRegisters } from './long-street-for-test.ts';
import type { UncoveredAnswer } from './schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(longStreet, longStreetRegisters);
  await city.driveTables.make();
}, 120_000);
afterAll(() => city.close());

async function post<Body>(path: string, body: unknown): Promise<Body> {
  const answer = await city.app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as Body;
}

async function leftByWest() {
  const { rows } = await city.database.pool.query<{ id: string }>(
    `select 'unit:' || id as id from units where call_sign = 'TÂY 1'`,
  );
  const unitIds = rows.map(({ id }) => id);
  return (await post<UncoveredAnswer>('/api/uncovered', { unitIds })).uncovered!;
}

/** Nobody customises these routers: they are away for who obeys closures. */
function close(east: number) {
  return post('/api/closures', {
    geometry: { type: 'Point', coordinates: at(east, 0) },
    effect: 'impassable',
    reason: 'ngập',
    by: 'Lan',
  });
}

async function whileGraphIsBusy<T>(look: () => Promise<T>): Promise<T> {
  const stuck = await stickRoadGraphs(2_000);
  const found = await look();
  await stuck.end;
  return found;
}

const moveUp = async () => (await leftByWest()).moveUp;

it('a move-up is suggested all the same, and says that it was not checked', async () => {
  expect(await moveUp()).toMatchObject({ callSign: 'GIỮA 1', isUnchecked: false });
  await close(1_000);
  const byGraph = { callSign: 'GIỮA 1', driveSeconds: null, isUnchecked: false };
  expect(await moveUp()).toMatchObject(byGraph);
  expect(await whileGraphIsBusy(moveUp)).toMatchObject({ ...byGraph, isUnchecked: true });
}, 60_000);

it('houses are counted as if nothing were closed, and the answer says so; it is not kept', async () => {
  await close(250);
  expect(await whileGraphIsBusy(leftByWest)).toMatchObject({
    houses: { before: 4 },
    ignoresClosures: true,
  });
  expect(await leftByWest()).toMatchObject({ houses: { before: 3 }, ignoresClosures: false });
}, 60_000);
