// What people say of roads reaches the answer, although the routers were built before it was said.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';
import type { Correction } from '../corrections/schema.ts';
import type { NearRoad } from '../roads/schema.ts';
import { openMiniCity, type MiniCity, unit } from './mini-city-for-test.ts';
import type { UnitResponse } from './schema.ts';

/**
 * A main street from west to east, a back street north of it, and between them a short cut at 200 m
 * and the way round at 800 m. House 7 stands on the back street, house 3 on the short cut.
 */
const world: MiniWorld = {
  nodes: {
    west: [0, 0],
    south: [200, 0],
    east: [800, 0],
    north: [200, 200],
    corner: [800, 200],
    back: [400, 200],
    end: [0, 200],
  },
  ways: [
    {
      nodes: ['west', 'south', 'east'],
      tags: { highway: 'secondary', name: 'Phố Chính', width: '9' },
    },
    {
      nodes: ['south', 'north'],
      tags: { highway: 'residential', name: 'Phố Tắt', width: '5' },
    },
    {
      nodes: ['east', 'corner', 'back', 'north', 'end'],
      tags: { highway: 'residential', name: 'Phố Sau', width: '7' },
    },
  ],
  areas: [house(350, 206, '7', 'Phố Sau'), house(206, 100, '3', 'Phố Tắt')],
};

function house(east: number, north: number, number: string, street: string) {
  const corners = [
    [east, north - 2],
    [east + 6, north - 2],
    [east + 6, north + 2],
    [east, north + 2],
  ] satisfies [number, number][];
  return {
    corners,
    tags: { building: 'house', 'addr:housenumber': number, 'addr:street': street },
  };
}

const lonLat = (east: number, north: number) => at(east, north).join(',');
const tables = {
  stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\n`,
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,XE 01,A,large',
    '2,THANG 2,A,ladder',
    '3,TÉC 3,A,tanker',
    '4,BƠM 4,A,portable_pump',
  ].join('\n'),
};

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(world, tables);
}, 120_000);
afterAll(() => city.close());

async function post<Body>(path: string, json: object): Promise<Body> {
  const answer = await city.app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as Body;
}

async function readShortCut(): Promise<NearRoad> {
  const [lon, lat] = at(203, 60);
  return (await (
    await city.app.request(`/api/roads/near?lon=${lon}&lat=${lat}`)
  ).json()) as NearRoad;
}

/** Enters a correction of the short cut, asks, and takes it back. */
async function during(
  entered: { field: string; value: unknown; provenance?: string },
  ask: () => Promise<void>,
): Promise<void> {
  const { target } = await readShortCut();
  const { id } = await post<Correction>('/api/corrections', { by: 'Lan', target, ...entered });
  await city.reloadGraph();
  try {
    await ask();
  } finally {
    await post(`/api/corrections/${id}/withdraw`, { by: 'Lan' });
    await city.reloadGraph();
  }
}

/** Whether the way drawn goes along the short cut. */
function usesShortCut({ drive }: UnitResponse): boolean {
  const [lon, lat] = at(200, 100);
  const line = drive!.geometry!.coordinates;
  return line.some(([x, y], i) => {
    const [nextX, nextY] = line[i + 1] ?? [x, y];
    const isAlong = Math.abs(x! - lon) < 1e-4 && Math.abs(nextX! - lon) < 1e-4;
    return isAlong && Math.min(y!, nextY!) < lat && Math.max(y!, nextY!) > lat;
  });
}

describe('other classes of vehicle', () => {
  it('drive by the routing data of their profile', async () => {
    const result = await city.respondTo('7 Phố Sau');
    for (const callSign of ['THANG 2', 'TÉC 3', 'BƠM 4'])
      expect(unit(result, callSign)).toMatchObject({
        status: 'reachable',
        drive: { router: 'osrm' },
      });
    expect(result.degraded).toBe(false);
  });

  it('rank by what they bring: a ladder truck no water, and room for its jacks is asked for', async () => {
    const result = await city.respondTo('3 Phố Tắt');
    const ladder = unit(result, 'THANG 2');
    expect(ladder).toMatchObject({ role: 'support', secondsToWater: null });
    expect(ladder.stop!.room).toMatchObject({ blocksRoad: true, neededWidthMeters: 6 });
    expect(ladder.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-water-aboard', 'blocks-road']),
    );
    expect(unit(result, 'TÉC 3')).toMatchObject({ role: 'water', parts: { setUp: 45 } });
    expect(unit(result, 'BƠM 4').notes.map(({ code }) => code)).toContain('no-supply-in-reach');
  });

  it('stand behind one another where they stop at the same point', async () => {
    const { units } = await city.respondTo('7 Phố Sau');
    const behind = units.flatMap(({ notes }) =>
      notes.filter(({ code }) => code === 'stand-behind').map(({ params }) => params),
    );
    expect(behind).toHaveLength(3);
    expect(behind[0]!['callSign']).toBe(units[0]!.callSign);
    expect(Number(behind[1]!['meters'])).toBeGreaterThan(Number(behind[0]!['meters']));
  });
});

const widen = async (meters: number) => {
  await city.database.pool.query(`update vehicle_classes set width_m = $1 where code = 'large'`, [
    meters,
  ]);
  await city.reloadGraph();
};

// Before anything is corrected: what was, counts as not known to the router.
describe('a class that turned out to be broader after the routers were built', () => {
  it('is never driven through where it does not fit any more', async () => {
    await widen(4.6);
    try {
      const large = unit(await city.respondTo('7 Phố Sau'), 'XE 01');
      expect(usesShortCut(large)).toBe(false);
      expect(large.drive).toMatchObject({ router: 'graph', meters: expect.closeTo(1450, -1) });
      expect(large.notes.map(({ code }) => code)).toContain('road-newer-than-router');
    } finally {
      await widen(2.5);
    }
    expect(usesShortCut(unit(await city.respondTo('7 Phố Sau'), 'XE 01'))).toBe(true);
  });
});

describe('a road that people corrected after the routers were built', () => {
  it('is known by its point, with what is known of it', async () => {
    expect(await readShortCut()).toMatchObject({
      target: expect.stringMatching(/^way:\d+$/),
      name: 'Phố Tắt',
      widthMeters: 5,
      widthProvenance: 'tagged',
    });
    const far = await city.app.request('/api/roads/near?lon=1&lat=1');
    expect(far.status).toBe(404);
  });

  it('is driven through before, by the router', async () => {
    const large = unit(await city.respondTo('7 Phố Sau'), 'XE 01');
    expect(large.drive!.router).toBe('osrm');
    expect(usesShortCut(large)).toBe(true);
  });

  it.each([
    ['width_m', 2.2],
    ['max_height_m', 3],
    ['max_weight_t', 10],
    ['obstacle', { kind: 'bollard', lon: at(200, 0)[0], lat: at(0, 80)[1] }],
  ])('is never driven through when its %s says so', async (field, value) => {
    await during({ field, value }, async () => {
      const result = await city.respondTo('7 Phố Sau');
      const large = unit(result, 'XE 01');
      expect(large.stop!.reason.code).toBe('at-door');
      expect(usesShortCut(large)).toBe(false);
      expect(large.drive).toMatchObject({ router: 'graph', meters: expect.closeTo(1450, -1) });
      expect(large.notes.map(({ code }) => code)).toContain('road-newer-than-router');
      // Not for want of a router.
      expect(result.degraded).toBe(false);
    });
    expect(usesShortCut(unit(await city.respondTo('7 Phố Sau'), 'XE 01'))).toBe(true);
  });
});

describe('a limit that stops an engine', () => {
  const clear = { kind: 'low_cable', lon: at(200, 0)[0], clearMeters: 3 };
  const above = { ...clear, lat: at(0, 80)[1] };
  const beyond = { ...clear, lat: at(0, 120)[1] };

  it.each([
    ['assumed', 'max_height_m', 3, 'too-low'],
    ['measured', 'max_height_m', 3, 'too-low'],
    ['assumed', 'max_weight_t', 10, 'too-weak'],
    ['assumed', 'obstacle', above, 'low-spot'],
  ])('says that it is %s: %s', async (provenance, field, value, code) => {
    const { target } = await readShortCut();
    const other = await post<Correction>('/api/corrections', {
      by: 'Lan',
      target,
      provenance: 'measured',
      field: 'obstacle',
      value: beyond,
    });
    await during({ field, value, provenance }, async () => {
      const large = unit(await city.respondTo('3 Phố Tắt'), 'XE 01');
      expect(large.stop!.reason).toMatchObject({ code, params: { limitProvenance: provenance } });
    });
    await post(`/api/corrections/${other.id}/withdraw`, { by: 'Lan' });
    await city.reloadGraph();
  });
});

/** Of house 3, with that on the short cut before it. */
async function answerBehind(kind: string): Promise<UnitResponse> {
  const value = { kind, lon: at(200, 0)[0], lat: at(0, 80)[1] };
  let large: UnitResponse;
  await during({ field: 'obstacle', value, provenance: 'measured' }, async () => {
    large = unit(await city.respondTo('3 Phố Tắt'), 'XE 01');
  });
  return large!;
}

describe('stairs on the way of the hose', () => {
  it('make both clocks later than a bollard there, with the same hose, and the answer says so', async () => {
    const bollard = await answerBehind('bollard');
    const stairs = await answerBehind('stairs');
    expect(stairs.stop!.reason).toMatchObject({ code: 'barrier', params: { kind: 'stairs' } });
    expect(stairs.hose!.meters).toBeCloseTo(bollard.hose!.meters, 0);
    expect(stairs.secondsToCrew! - bollard.secondsToCrew!).toBeCloseTo(4, 0);
    expect(stairs.secondsToWater! - bollard.secondsToWater!).toBeCloseTo(15, 0);
    const held = {
      code: 'held-up-on-foot',
      params: { kinds: 'stairs', crewSeconds: 4, waterSeconds: 15 },
    };
    expect(stairs.notes).toContainEqual(held);
    expect(bollard.notes.map(({ code }) => code)).not.toContain(held.code);
  });
});

describe('a market that closes a street at some hours', () => {
  const market = { field: 'obstacle', value: { kind: 'market', from: '05:00', to: '08:00' } };

  it('keeps engines out while it is held, in the city’s own time, and says so', async () => {
    await during(market, async () => {
      const [lon, lat] = at(204, 100);
      const ask = async (time: string) => {
        const { body } = await city.respond({ lon, lat, at: `2026-03-31T${time}:00Z` });
        return unit(body, 'XE 01');
      };
      // 23:30 in London is 6:30 in Hanoi.
      const held = await ask('23:30');
      expect(held.stop!.reason).toMatchObject({
        code: 'closed-hours',
        params: { kind: 'market', from: '5:00', to: '8:00' },
      });
      expect(held.hose!.meters).toBeCloseTo(100, -1);
      const later = await ask('03:00');
      expect(later.stop!.reason.code).toBe('at-door');
      expect(later.notes.find(({ code }) => code === 'closed-at-hours')!.params).toMatchObject({
        hours: '5:00–8:00',
      });
    });
  });
});
