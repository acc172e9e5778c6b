// The ruler on an invented block: a one-way street and an alley of 1 m between its two ends.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { Measurement } from './schema.ts';

const world: MiniWorld = {
  nodes: { a: [0, 0], b: [400, 0], c: [400, 200], d: [0, 200], x: [2_000, 0], y: [2_100, 0] },
  ways: [
    {
      nodes: ['a', 'b', 'c'],
      tags: { highway: 'residential', name: 'Phố Một', width: '7', oneway: 'yes' },
    },
    { nodes: ['c', 'd', 'a'], tags: { highway: 'residential', name: 'Phố Hai', width: '7' } },
    { nodes: ['x', 'y'], tags: { highway: 'residential', name: 'Phố Xa', width: '7' } },
  ],
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, {});
}, 120_000);
afterAll(() => city.close());

function points(...metersEastNorth: [number, number][]) {
  return metersEastNorth.map(([east, north]) => {
    const [lon, lat] = at(east, north);
    return { lon, lat };
  });
}

async function ask(body: unknown) {
  const answer = await city.app.request('/api/measure', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Measurement };
}

describe('measuring', () => {
  it('on foot ignores one-way signs, and tells how far the points are from the street', async () => {
    const { body } = await ask({ points: points([300, 10], [100, -5]) });
    expect(body.straight.meters).toBeCloseTo(200.6, 0);
    expect(body.street!.meters).toBeCloseTo(200, 0);
    expect(body.street!.fromMeters).toBeCloseTo(10, 0);
    expect(body.street!.toMeters).toBeCloseTo(5, 0);
    expect(body.street!.geometry.coordinates[0]![0]).toBeCloseTo(at(300, 0)[0], 6);
  });

  it('by vehicle drives round the block instead of against the one-way street', async () => {
    const { body } = await ask({ points: points([300, 10], [100, 10]), by: 'drive' });
    expect(body.street!.meters).toBeCloseTo(100 + 200 + 400 + 200 + 100, 0);
  });

  it('goes on through every point', async () => {
    const { body } = await ask({ points: points([100, 0], [300, 0], [100, 0]) });
    expect(body.street!.meters).toBeCloseTo(400, 0);
  });

  it('keeps the straight distance where no street leads there', async () => {
    const { body } = await ask({ points: points([300, 0], [2_050, 0]) });
    expect(body).toMatchObject({ straight: { meters: expect.closeTo(1_750, 0) }, street: null });
  });

  it('answers for one spot twice with a line that is one', async () => {
    const { body } = await ask({ points: points([100, 0], [100, 0]) });
    expect(body.street!.meters).toBeCloseTo(0, 5);
    expect(body.street!.geometry.coordinates.length).toBe(2);
  });

  it.each([
    [{ points: points([0, 0]) }, 'points'],
    [{ points: Array.from({ length: 51 }, () => points([0, 0])[0]) }, 'points'],
    [
      {
        points: [
          { lon: 105, lat: 21 },
          { lon: 105, lat: '21' },
        ],
      },
      'lat',
    ],
    [{ points: points([0, 0], [1, 1]), by: 'boat' }, 'by'],
    [{ points: points([0, 0], [1, 1]), by: 'drive', vehicleClass: 'tank' }, 'large, small'],
  ])('%j is refused with what is wrong', async (body, what) => {
    const { status, body: answer } = await ask(body);
    expect(status).toBe(400);
    expect(JSON.stringify(answer)).toContain(what);
  });
});
