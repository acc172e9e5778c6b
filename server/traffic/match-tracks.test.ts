// The ways of our own vehicles over an invented town, matched by a real OSRM.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { riverTown, riverTownRegisters } from '../closures/river-town-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import { createSettingsReader } from '../response/read-settings.ts';
import { matchTracks } from './match-tracks.ts';
import type { TrafficNow } from './schema.ts';

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(riverTown, riverTownRegisters);
}, 120_000);
afterAll(() => city.close());
afterEach(() => city.database.pool.query('truncate unit_tracks, unit_positions, traffic_speeds'));

function match(newest = new Map<number, number>()): Promise<number> {
  const { database, routers, roadGraph } = city;
  const { readSettings } = createSettingsReader(database.pool);
  return matchTracks({ database: database.pool, routers, roadGraph, readSettings }, newest);
}

async function readTraffic(): Promise<TrafficNow> {
  await city.traffic.follow();
  return (await (await city.app.request('/api/traffic')).json()) as TrafficNow;
}

/** East along Phố Nam and on over the near bridge, with a receiver that is a few metres off. */
function placeAfter(meters: number): [number, number] {
  const off = meters % 3;
  return meters < 400 ? at(meters, off) : at(400 + off, meters - 400);
}

/** Every ten seconds of the last minutes, the last one now. */
async function report(id: string, metersAt: (seconds: number) => number): Promise<void> {
  const now = Math.floor(Date.now() / 1_000);
  for (let seconds = 0; seconds <= 280; seconds += 10) {
    const [lon, lat] = placeAfter(metersAt(seconds));
    const query = `id=${id}&lon=${lon}&lat=${lat}&timestamp=${now - 280 + seconds}&accuracy=8`;
    const answer = await city.app.request(`/api/positions?${query}`, { method: 'POST' });
    expect(answer.status).toBe(200);
  }
}

describe('the positions of our own vehicles', () => {
  it('tell how fast traffic moves on the stretches that they passed, once', async () => {
    const metersPerSecond = 12 / 3.6;
    await report('1', (seconds) => 5 + seconds * metersPerSecond);
    const newest = new Map<number, number>();
    expect(await match(newest)).toBeGreaterThanOrEqual(3);
    const { segments } = await readTraffic();
    const bridge = segments.filter(({ from }) => from === 2 || from === 3);
    expect(
      bridge.map(({ from, to }) => `${from} ${to}`).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['2 3', '3 10']);
    for (const { kmh, kind, source } of bridge) {
      expect(Math.abs(kmh - 12)).toBeLessThan(1.5);
      expect({ kind, source }).toEqual({ kind: 'unit', source: 'XE 01' });
    }
    expect(segments.filter(({ from }) => from === 11 || from === 6)).toEqual([]);
    expect(await match(newest)).toBe(0);
  });

  it('tell it also after the clock was set back', async () => {
    await report('1', (seconds) => 5 + seconds * (12 / 3.6));
    const inAnHour = Date.now() / 1_000 + 3_600;
    expect(await match(new Map([[1, inAnHour]]))).toBeGreaterThanOrEqual(3);
  });

  it('make no jam of a unit that stands, nor of a motorbike', async () => {
    await report('1', (seconds) => 200 + (seconds % 20));
    await report('2', (seconds) => 5 + seconds * 2);
    const { pool } = city.database;
    await pool.query(`update units set vehicle_class = 'motorbike' where call_sign = 'XE 02'`);
    expect(await match()).toBe(0);
    await pool.query(`update units set vehicle_class = 'small' where call_sign = 'XE 02'`);
    expect(await match()).toBeGreaterThan(0);
  });
});
