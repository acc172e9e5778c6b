// A road graph that plans in time and is then too late to time the drives, while a bridge is closed.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nearBridge } from '../../closures/closed-town-for-test.ts';
import { riverTown, riverTownRegisters } from '../../closures/river-town-for-test.ts';
import { findLongWork } from '../../road-graph/busy-for-test.ts';
import { openMiniCity, type MiniCity } from '../mini-city-for-test.ts';
import type { ResponseResult } from '../schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
  await city.driveTables.make();
}, 120_000);
afterAll(() => city.close());

it('leaves the table, which says that it knows of no closure', async () => {
  await city.respondTo('20 Phố Bắc');
  // Nobody customises these routers: they are away for who obeys closures.
  const answer = await city.app.request('/api/closures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      geometry: nearBridge,
      effect: 'impassable',
      reason: 'ống nước vỡ',
      by: 'Lan',
    }),
  });
  expect(answer.status).toBe(201);
  const { notes, units } = await askUntilPlanned(city);
  expect(notes.map(({ code }) => code)).not.toContain('graph-away');
  expect(units.map(({ drive }) => drive?.router)).toEqual(['table', 'table']);
  for (const unit of units)
    expect(unit.notes.map(({ code }) => code)).toContain('closures-not-kept');
}, 60_000);

/** On a busy machine the plan may be late as well: then it is tried again. */
async function askUntilPlanned({ roadGraph, respondTo }: MiniCity): Promise<ResponseResult> {
  const first = await findLongWork(roadGraph, 300);
  const second = await findLongWork(roadGraph, 1_500);
  for (let tries = 1; ; tries++) {
    // The plan waits for the first work, and the drives to its stops for the second.
    void roadGraph.ask('water', first, 20_000);
    const asked = respondTo('20 Phố Bắc');
    await sleep(150);
    const stuck = roadGraph.ask('water', second, 20_000);
    const result = await asked;
    await stuck;
    const isAsMeant = result.units.some(({ drive, stop }) => {
      return drive?.router === 'table' && stop?.reason.code !== 'known-access';
    });
    if (isAsMeant || tries === 8) return result;
  }
}
