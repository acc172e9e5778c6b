// Units of a station that went from the register: on an invented street of two kilometres.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { UncoveredAnswer } from '../uncovered/schema.ts';

let city: MiniCity;
/** Of the unit without a station. */
let unitId: string;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [2_000, 0] },
      ways: [
        {
          nodes: ['west', 'east'],
          tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '12' },
        },
      ],
      areas: [],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\nB,Đội Cũ,${lonLat(1_000, 5)}\n`,
      units: [
        'id,call_sign,station_id,vehicle_class,status',
        'U1,XE 01,A,large,available',
        'U2,XE 02,B,large,available',
      ].join('\n'),
    },
  );
  const { rows } = await city.database.pool.query<{ id: string }>(
    `select 'unit:' || id as id from units where register_id = 'U2'`,
  );
  unitId = rows[0]!.id;
  await city.database.pool.query(`update stations set retired_at = now() where register_id = 'B'`);
  await city.reloadGraph();
}, 120_000);
afterAll(() => city.close());
beforeEach(() => city.database.pool.query('truncate unit_positions, unit_statuses'));

async function reportAt(east: number, north = 0) {
  const [lon, lat] = at(east, north);
  await city.app.request(`/api/positions?id=U2&lon=${lon}&lat=${lat}`, { method: 'POST' });
}

async function respond(request: Record<string, unknown> = {}) {
  const [lon, lat] = at(1_900, 0);
  return (await city.respond({ lon, lat, ...request })).body;
}

const notRankedUnit = {
  unitId: expect.any(String),
  callSign: 'XE 02',
  station: 'Đội Cũ',
  vehicleClass: 'large',
  why: { code: 'station-gone', params: {} },
};

describe('a unit whose station went from the register', () => {
  it('is listed as not ranked, with why, also where the dispatcher chose it', async () => {
    for (const request of [{}, { chosen: { unitId } }, { unitIds: [unitId] }])
      expect((await respond(request)).notRanked).toEqual([notRankedUnit]);
  });

  it('is missing in the set because nobody can say when it comes', async () => {
    const { requirements } = (await respond({ alarmLevel: 3 })).set!;
    expect(requirements.find(({ capability }) => capability === 'pump')!.why).toEqual({
      code: 'no-drive-time',
      params: {},
    });
  });

  it('is ranked from where it is, also from where its station was', async () => {
    for (const east of [1_500, 1_000]) {
      await reportAt(east);
      const { units, notRanked } = await respond();
      expect(notRanked).toEqual([]);
      const moving = units.find(({ callSign }) => callSign === 'XE 02')!;
      expect(moving.drive!.meters).toBeCloseTo(1_900 - east, -1);
      expect(moving.notes.map(({ code }) => code)).toContain('from-position');
    }
  });

  it('is not ranked from a position off the roads', async () => {
    await reportAt(0, 20_000);
    const { units, notRanked } = await respond();
    expect(units.map(({ callSign }) => callSign)).toEqual(['XE 01']);
    expect(notRanked).toEqual([notRankedUnit]);
  });

  it('covers no house, and is counted among those that do not', async () => {
    await city.driveTables.make();
    const answer = await city.app.request('/api/uncovered', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ unitIds: [unitId] }),
    });
    const { uncovered } = (await answer.json()) as UncoveredAnswer;
    expect(uncovered).toMatchObject({ emptied: [], onRoad: 1, moveUp: null });
  });
});
