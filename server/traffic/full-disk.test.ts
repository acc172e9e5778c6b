// Traffic that OSRM's supervisor cannot be told of counts in the road graph, and the feed is told so.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, serveCity, type MiniCity } from '../response/mini-city-for-test.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters, {
    parameters: { traffic_router_every: '0' },
  });
}, 120_000);
afterAll(() => city.close());

it('a feed is kept though nothing can be written for OSRM, which is told once it can', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firepoint-full-'));
  mkdirSync(join(folder, 'osrm'));
  writeFileSync(join(folder, 'osrm', 'current.json'), '{"version":"1"}');
  const { app, close } = await serveCity(city.database, city.osrm, folder);
  try {
    // Where the speeds are to be written.
    writeFileSync(join(folder, 'osrm', 'conditions'), '');
    const answer = await app.request('/api/traffic?source=VOV', {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: '3,10,3\n10,11,3\n',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ kept: 2 });
    rmSync(join(folder, 'osrm', 'conditions'));
    const told = () => readFileSync(join(folder, 'osrm', 'conditions.json'), 'utf8');
    await expect.poll(told, { timeout: 10_000 }).toContain('"large"');
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
