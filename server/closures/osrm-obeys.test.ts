// OSRM follows closures, and where it cannot the road graph decides.

import { describe, expect, it } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { stickRoadGraphs } from '../road-graph/stuck-for-test.ts';
import { farBridge, large, nearBridge, passes, useRiverTown } from './closed-town-for-test.ts';

const { city, close, largeStandsAt, largeTo, untilOsrm, withdraw } = useRiverTown();

describe('OSRM', () => {
  it('obeys a closure, an avoidance and their end', async () => {
    await untilOsrm();
    const before = await largeTo('20 Phố Bắc');
    const { id } = await close({ geometry: nearBridge });
    await untilOsrm();
    const around = await largeTo('20 Phố Bắc');
    expect(around.drive!.router).toBe('osrm');
    expect(passes(around, [1200, 350])).toBe(true);
    expect(around.drive!.meters).toBeGreaterThan(before.drive!.meters! + 700);
    await close({ geometry: farBridge, effect: 'avoid', reason: 'biểu tình' });
    await untilOsrm();
    const crossing = await largeTo('20 Phố Bắc');
    expect(crossing.drive!.router).toBe('osrm');
    expect(crossing.notes[0]).toMatchObject({
      code: 'crosses-closure',
      params: { why: 'biểu tình' },
    });
    expect(crossing.drive!.seconds).toBeLessThan(around.drive!.seconds + 60);
    await withdraw(id);
    await untilOsrm();
    const after = await largeTo('20 Phố Bắc');
    expect(after.drive!.router).toBe('osrm');
    expect(passes(after, [400, 350])).toBe(true);
  });

  it('finds no way over two closed bridges, and the unit stops just before one, as the road graph knows', async () => {
    await close({ geometry: nearBridge });
    await close({ geometry: farBridge });
    await untilOsrm();
    const result = await city().respondTo('20 Phố Bắc');
    const unit = large(result);
    expect(unit.stop!.reason.code).toBe('closed');
    expect(unit.stop!.lat).toBeCloseTo(at(400, 299)[1], 5);
    expect(unit.hose!.meters).toBeCloseTo(301 + 304, -1);
    // OSRM closes the bridge from one of its vertices to the next.
    expect(unit.drive!.router).toBe('graph');
    expect(unit.drive!.geometry!.coordinates.at(-1)![1]).toBeCloseTo(unit.stop!.lat, 5);
    expect(result.degraded).toBe(false);
    expect(unit.notes.map(({ code }) => code)).not.toContain('road-newer-than-router');
  });
});

describe('OSRM beside a road graph that is stuck', () => {
  it('is not overruled by the prepared drive times, which know of no closure', async () => {
    const { driveTables } = city();
    await driveTables.make();
    await close({ geometry: nearBridge });
    await close({ geometry: farBridge });
    await untilOsrm();
    const stuck = await stickRoadGraphs(2_000);
    const { notes, units, notRanked } = await city().respondTo('20 Phố Bắc');
    expect(notes[0]!.code).toBe('graph-away');
    expect(units).toEqual([]);
    expect(notRanked.map(({ callSign, why }) => [callSign, why.code])).toEqual([
      ['XE 01', 'no-way-from-station'],
      ['XE 02', 'no-way-from-station'],
    ]);
    await stuck.end;
  }, 60_000);
});

describe('an engine on a street that is closed further on', () => {
  it('is timed by its free way, not by what the router counts for all of the street', async () => {
    await largeStandsAt(400, 8);
    await close({ geometry: { type: 'Point', coordinates: at(400, 200) } });
    await untilOsrm();
    const result = await city().respondTo('20 Phố Bắc');
    const unit = large(result);
    expect(passes(unit, [1200, 350])).toBe(true);
    expect(unit.secondsToCrew).toBeLessThan(900);
    expect(unit.notes.map(({ code }) => code)).not.toContain('road-newer-than-router');
    expect(result.degraded).toBe(false);
  });
});

describe('a house on a street that is to be avoided further on', () => {
  it('is driven to from the free end of the street, and nothing to be avoided is crossed', async () => {
    // The house lies nearer to that end, and OSRM slows all from it to the alley on the other side.
    await close({ geometry: { type: 'Point', coordinates: at(795, 600) }, effect: 'avoid' });
    await untilOsrm();
    const result = await city().respondTo('20 Phố Bắc');
    const unit = large(result);
    expect(passes(unit, [400, 350])).toBe(true);
    expect(unit.notes.map(({ code }) => code)).not.toContain('crosses-closure');
    expect(unit.notes.map(({ code }) => code)).not.toContain('road-newer-than-router');
    expect(result.degraded).toBe(false);
  });
});

describe('OSRM, where somebody reported an obstacle on the closed stretch,', () => {
  it('obeys the closure, and the next ones', async () => {
    const [lon, lat] = at(400, 300);
    const near = await city().app.request(`/api/roads/near?lon=${lon}&lat=${lat}`);
    const { target } = (await near.json()) as { target: string };
    const value = { kind: 'narrow_spot', lon, lat, clearMeters: 6 };
    const { id } = await correct('', { target, field: 'obstacle', value });
    try {
      await close({ geometry: nearBridge });
      await untilOsrm();
      expect(passes(await largeTo('20 Phố Bắc'), [1200, 350])).toBe(true);
      await close({ geometry: farBridge });
      await untilOsrm();
      expect((await largeTo('20 Phố Bắc')).stop!.reason.code).toBe('closed');
    } finally {
      await correct(`/${id}/withdraw`, { note: 'đã dọn' });
    }
  });
});

async function correct(path: string, body: object) {
  const answer = await city().app.request(`/api/corrections${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Lan', ...body }),
  });
  expect(answer.status).toBeLessThan(300);
  await city().reloadGraph();
  return (await answer.json()) as { id: number };
}
