// A move-up while a road is closed, whose way nobody can look for in time.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { findLongWork } from '../road-graph/busy-for-test.ts';
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

it('is suggested all the same, and says that it was not checked', async () => {
  const { rows } = await city.database.pool.query<{ id: string }>(
    `select 'unit:' || id as id from units where call_sign = 'TÂY 1'`,
  );
  const unitIds = rows.map(({ id }) => id);
  const askMove = async () =>
    (await post<UncoveredAnswer>('/api/uncovered', { unitIds })).uncovered!.moveUp;
  expect(await askMove()).toMatchObject({ callSign: 'GIỮA 1', isUnchecked: false });
  // Nobody customises these routers: they are away for who obeys closures.
  await post('/api/closures', {
    geometry: { type: 'Point', coordinates: at(1_000, 0) },
    effect: 'impassable',
    reason: 'ngập',
    by: 'Lan',
  });
  const byGraph = { callSign: 'GIỮA 1', driveSeconds: null, isUnchecked: false };
  expect(await askMove()).toMatchObject(byGraph);
  const stuck = city.roadGraph.ask('water', await findLongWork(city.roadGraph, 2_000), 20_000);
  const moveUp = await askMove();
  await stuck;
  expect(moveUp).toMatchObject({ ...byGraph, isUnchecked: true });
}, 60_000);
