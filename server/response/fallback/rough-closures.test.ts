// Closures while the road graph is away: what OSRM, which obeys them, can tell by itself and what it cannot.

import { beforeAll, describe, expect, it } from 'vitest';
import {
  farBridge,
  large,
  nearBridge,
  passes,
  useRiverTown,
} from '../../closures/closed-town-for-test.ts';
import { at } from '../../../geo/graph/graph-for-test.ts';
import { stickRoadGraphs } from '../../road-graph/stuck-for-test.ts';
import type { ResponseResult, UnitResponse } from '../schema.ts';

const { city, close, largeStandsAt, largeTo, untilOsrm } = useRiverTown();
beforeAll(() => city().driveTables.make());

/** What is answered while the graph is busy with something else; the house lies between two vertices 300 m apart. */
async function askRoughly(stop?: [east: number, north: number]): Promise<ResponseResult> {
  const { app, respond, roadGraph } = city();
  const answer = await app.request(`/api/places?q=${encodeURIComponent('20 Phố Bắc')}`);
  const { results } = (await answer.json()) as { results: { id: string }[] };
  const [lon, lat] = stop ? at(...stop) : [];
  const stuck = await stickRoadGraphs(1_800);
  const placeId = results[0]!.id;
  const chosen = stop && { stop: { lon, lat }, unitIds: ['unit:1', 'unit:2'] };
  const { body } = await respond({ placeId, ...chosen });
  await stuck.end;
  // Who asked meanwhile has its turn first.
  await roadGraph.ask('water', [{ node: 0 }], 20_000);
  expect(body.notes[0]!.code).toBe('graph-away');
  return body;
}

const codesOf = ({ notes }: UnitResponse) => notes.map(({ code }) => code);
const onStreetOfHouse = { type: 'Point', coordinates: at(600, 600) };

describe('without the road graph, a stretch that is closed somewhere', () => {
  it('and on which the house lies keeps nobody away: the table tells the time, and that it knows of no closure', async () => {
    const before = await largeTo('20 Phố Bắc');
    await close({ geometry: onStreetOfHouse });
    await untilOsrm();
    const { units, notRanked, degraded } = await askRoughly();
    expect(notRanked).toEqual([]);
    expect(units.map(({ callSign }) => callSign).toSorted()).toEqual(['XE 01', 'XE 02']);
    expect(degraded).toBe(true);
    for (const unit of units) {
      expect(unit.drive!.router).toBe('table');
      expect(codesOf(unit)).toContain('closures-not-kept');
      expect(Math.abs(unit.drive!.seconds - before.drive!.seconds)).toBeLessThan(60);
    }
  }, 60_000);

  it('and of which little is driven adds no hours', async () => {
    await close({ geometry: onStreetOfHouse });
    await untilOsrm();
    const unit = large(await askRoughly([790, 600]));
    expect(unit.drive!.router).toBe('table');
    expect(unit.drive!.seconds).toBeLessThan(900);
    expect(codesOf(unit)).toContain('closures-not-kept');
  }, 60_000);

  it('and on which an engine stands keeps it from nothing', async () => {
    await largeStandsAt(750, 604);
    await close({ geometry: { type: 'Point', coordinates: at(650, 600) } });
    await untilOsrm();
    const { units, notRanked } = await askRoughly([1190, 600]);
    expect(notRanked).toEqual([]);
    expect(codesOf(large({ units } as ResponseResult))).toContain('closures-not-kept');
  }, 60_000);
});

describe('without the road graph, a way of OSRM', () => {
  it('that keeps to the closures is said to cross what should be avoided, and not to ignore them', async () => {
    await close({ geometry: nearBridge });
    await close({ geometry: farBridge, effect: 'avoid', reason: 'biểu tình' });
    await untilOsrm();
    const { units } = await askRoughly();
    expect(units.length).toBe(2);
    for (const unit of units) {
      expect(unit.drive!.router).toBe('osrm');
      expect(passes(unit, [1200, 350])).toBe(true);
      expect(unit.notes[0]).toMatchObject({
        code: 'crosses-closure',
        params: { why: 'biểu tình' },
      });
      expect(codesOf(unit)).not.toContain('closures-not-kept');
    }
  }, 60_000);

  it('that drives along a part of what is closed is not drawn, and says so', async () => {
    await close({ geometry: onStreetOfHouse });
    await untilOsrm();
    const unit = large(await askRoughly([797, 600]));
    expect(unit.drive).toMatchObject({ router: 'osrm', geometry: null });
    expect(codesOf(unit)).toContain('closures-not-kept');
  }, 60_000);
});
