// Closures on an invented town, mostly the one with a river, through the real import, PostGIS, OSRM and API; for the tests of one file.

import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Health } from '../health/schema.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult, UnitResponse } from '../response/schema.ts';
import { riverTown, riverTownRegisters } from './river-town-for-test.ts';
import type { Closure } from './schema.ts';

export const nearBridge = { type: 'Point', coordinates: at(400, 300) };
export const farBridge = { type: 'Point', coordinates: at(1200, 300) };

type Entered = Closure & { obeyedBy: { segments: number; routers: Record<string, string> } };

/** Opened before all of them; what one of them closed or reported is taken back after it. */
export function useRiverTown() {
  return useTown(riverTown, riverTownRegisters);
}

/** With a large and a small engine. */
export function useTown(world: MiniWorld, registers: typeof riverTownRegisters) {
  let city: MiniCity;
  const drawn = new Set<number>();
  beforeAll(async () => {
    city = await openMiniCity(world, registers, { isSupervised: true });
  }, 120_000);
  afterAll(() => city.close());
  afterEach(async () => {
    for (const id of drawn) await withdraw(id);
    await city.database.pool.query('truncate unit_positions');
  });

  async function send(method: string, path: string, body?: unknown) {
    const answer = await city.app.request(`/api/closures${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as never };
  }

  async function withdraw(id: number) {
    drawn.delete(id);
    return send('DELETE', `/${id}`, { by: 'trực ban' });
  }

  async function close(body: Record<string, unknown>): Promise<Entered> {
    const said = { effect: 'impassable', reason: 'ống nước vỡ', by: 'Lan', ...body };
    const { status, body: closure } = await send('POST', '', said);
    expect(status).toBe(201);
    drawn.add((closure as Entered).id);
    return closure;
  }

  /** For the rest of the test. */
  async function largeStandsAt(east: number, north: number): Promise<void> {
    const [lon, lat] = at(east, north);
    const timestamp = Math.round(Date.now() / 1_000);
    const told = `id=1&lon=${lon}&lat=${lat}&timestamp=${timestamp}&accuracy=5`;
    const answer = await city.app.request(`/api/positions?${told}`, { method: 'POST' });
    expect(answer.status).toBe(200);
  }

  async function largeTo(text: string): Promise<UnitResponse> {
    return large(await city.respondTo(text));
  }

  /** Until OSRM gives the routes again: a busy machine may need longer than an answer waits. */
  async function untilOsrm(): Promise<void> {
    await expect
      .poll(() => readRouters(city), { timeout: 20_000 })
      .toMatchObject({ large: 'osrm', small: 'osrm' });
  }

  return { city: () => city, send, withdraw, close, largeStandsAt, largeTo, untilOsrm };
}

async function readRouters({ app }: MiniCity): Promise<Health['routers']> {
  return ((await (await app.request('/api/health')).json()) as Health).routers;
}

export function large(result: ResponseResult): UnitResponse {
  return result.units.find(({ callSign }) => callSign === 'XE 01')!;
}

/** Does the line come within 60 m of a point. */
export function passes(unit: UnitResponse, [east, north]: [number, number]): boolean {
  const [lon, lat] = at(east, north);
  return unit.drive!.geometry!.coordinates.some(
    ([x, y]) => Math.hypot((x! - lon) * 104_000, (y! - lat) * 111_000) < 60,
  );
}
