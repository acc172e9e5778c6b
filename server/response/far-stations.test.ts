// Of each class the router is asked for the nearest stations; of the others, and of vehicles of others, the trees that
// the road graph has grown say the time. On one invented street grid with ten stations.

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import type { Meters } from '../../data-import/osm/local-meters.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { ResponseResult } from './schema.ts';

const columns = Array.from({ length: 12 }, (_, n) => n);
const rows = [0, 1, 2];
const nameAt = (x: number, y: number) => `n${x}-${y}`;
const stations = columns.slice(0, 10);

let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: Object.fromEntries(
        columns.flatMap((x) =>
          rows.map((y): [string, Meters] => [nameAt(x, y), [400 * x, 300 * y]]),
        ),
      ),
      ways: [
        ...rows.map((y) => ({
          nodes: columns.map((x) => nameAt(x, y)),
          tags: { highway: 'secondary', name: `Phố Ngang ${y}`, width: '9' },
        })),
        ...columns.map((x) => ({
          nodes: rows.map((y) => nameAt(x, y)),
          tags: { highway: 'residential', name: `Phố Dọc ${x}`, width: '9' },
        })),
      ],
    },
    {
      stations: [
        'id,name,lon,lat',
        ...stations.map((x) => `S${x},Đội ${x},${lonLat(400 * x, 150)}`),
      ].join('\n'),
      units: [
        'id,call_sign,station_id,vehicle_class',
        ...stations.map((x) => `${x},XE ${x},S${x},large`),
      ].join('\n'),
      'mobilised-vehicles': [
        'id,kind,name,owner,vehicle_class,lon,lat,call_out_min',
        `1,crane,CẨU 1,Công ty A,large,${lonLat(40, 600)},15`,
      ].join('\n'),
    },
  );
}, 120_000);
afterAll(() => city.close());

const [lon, lat] = at(4_350, 300);
const ask = async (more: object = {}) => (await city.respond({ lon, lat, ...more })).body;
const routersOf = ({ units }: ResponseResult) => units.map(({ drive }) => drive!.router);

/** Until all trees have grown. */
async function askFar(): Promise<ResponseResult> {
  let answer = await ask();
  await vi.waitUntil(
    async () => {
      answer = await ask();
      return routersOf(answer).filter((router) => router === 'station-tree').length === 6;
    },
    { timeout: 20_000, interval: 400 },
  );
  return answer;
}

it('the further ones have the time of their tree, near to that of the router, and nothing is degraded', async () => {
  const answer = await askFar();
  expect(routersOf(answer)).toEqual([...Array(4).fill('osrm'), ...Array(6).fill('station-tree')]);
  expect(answer.degraded).toBe(false);
  expect(answer.units.map(({ callSign }) => callSign)).toEqual(
    stations.toReversed().map((x) => `XE ${x}`),
  );
  for (const { unitId, drive, notes } of answer.units.slice(4)) {
    expect(notes.map(({ code }) => code)).not.toContain('road-newer-than-router');
    const [alone] = (await ask({ unitIds: [unitId] })).units;
    // Asked for by name its way is drawn, as the router drives it.
    expect(alone!.drive).toMatchObject({ router: 'osrm', meters: expect.any(Number) });
    expect(Math.abs(drive!.seconds - alone!.drive!.seconds)).toBeLessThan(4);
  }
});

async function askForCrane() {
  const { set } = await ask({ incidentType: 'rescue', alarmLevel: 2 });
  return set!.vehicles.find(({ vehicleClass }) => vehicleClass === 'crane')!;
}

it('a vehicle of others is timed by its tree as well', async () => {
  await askFar();
  const routed = await askForCrane();
  await expect
    .poll(async () => (await askForCrane()).mobilised!.timedBy, { timeout: 20_000, interval: 400 })
    .toMatchObject({ router: 'station-tree', isUnchecked: false });
  expect(routed.mobilised!.timedBy.router).toBe('osrm');
  expect(Math.abs((await askForCrane()).seconds - routed.seconds)).toBeLessThan(4);
});

it('a router that is away is one for the nearest alone', async () => {
  await askFar();
  await city.osrm['large']!.stop();
  const answer = await ask();
  expect(routersOf(answer)).toEqual([...Array(4).fill('graph'), ...Array(6).fill('station-tree')]);
  expect(answer.degraded).toBe(true);
});
