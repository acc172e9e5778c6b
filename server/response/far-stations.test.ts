// The router is asked for the nearest stations; of the others, and of vehicles of others, the trees that
// the road graph has grown say the time. On one invented street grid with ten stations.

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import type { Meters } from '../../data-import/osm/local-meters.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';
import type { NearRoad } from '../roads/schema.ts';
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
        `2,crane,CẨU 2,Công ty B,large,${lonLat(20, 0)},15`,
      ].join('\n'),
    },
  );
}, 120_000);
afterAll(() => city.close());

const [lon, lat] = at(4_350, 300);
const ask = async (more: object = {}) => (await city.respond({ lon, lat, ...more })).body;
const routersOf = ({ units }: ResponseResult) =>
  units.map(({ drive }) => (drive!.isBeforehand ? 'beforehand' : drive!.router));

/** Until all trees have grown. */
async function askFar(count = 6): Promise<ResponseResult> {
  let answer = await ask();
  await vi.waitUntil(
    async () => {
      answer = await ask();
      return routersOf(answer).filter((router) => router === 'beforehand').length === count;
    },
    { timeout: 20_000, interval: 400 },
  );
  return answer;
}

it('the further ones have the time of their tree, near to that of the router, and nothing is degraded', async () => {
  const answer = await askFar();
  expect(routersOf(answer)).toEqual([...Array(4).fill('osrm'), ...Array(6).fill('beforehand')]);
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

async function untilCraneIsTold(): Promise<void> {
  await expect
    .poll(async () => (await askForCrane()).mobilised!.timedBy, { timeout: 20_000, interval: 400 })
    .toMatchObject({ router: 'graph', isUnchecked: false });
}

/** Who stands so that it comes sooner is in the set. */
async function moveCrane(name: string, east: number, north: number): Promise<void> {
  await city.database.pool.query(
    'update mobilised_vehicles set geom = st_setsrid(st_point($1, $2), 4326) where name = $3',
    [...at(east, north), name],
  );
}

it('vehicles of others are timed by their trees as well, each by its own, and the router by those without', async () => {
  await askFar();
  const routed = await askForCrane();
  expect([routed.callSign, routed.mobilised!.timedBy.router]).toEqual(['CẨU 1', 'osrm']);
  await untilCraneIsTold();
  const told = await askForCrane();
  expect(Math.abs(told.seconds - routed.seconds)).toBeLessThan(4);
  await moveCrane('CẨU 2', 2_000, 600);
  const moved = await askForCrane();
  expect([moved.callSign, moved.mobilised!.timedBy.router]).toEqual(['CẨU 2', 'osrm']);
  expect(moved.seconds).toBeLessThan(told.seconds - 100);
  await untilCraneIsTold();
  expect(Math.abs((await askForCrane()).seconds - moved.seconds)).toBeLessThan(4);
  await moveCrane('CẨU 2', 20, 0);
  expect(await askForCrane()).toEqual(told);
});

it('the road graph decides for the further ones too where people know more of their way', async () => {
  await askFar();
  const [lonOf, latOf] = at(1_000, 300);
  const near = await city.app.request(`/api/roads/near?lon=${lonOf}&lat=${latOf}`);
  const { target } = (await near.json()) as NearRoad;
  const value = { kind: 'bollard', lon: lonOf, lat: latOf };
  const reported = await city.app.request('/api/corrections', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Lan', target, field: 'obstacle', value }),
  });
  expect(reported.status).toBe(201);
  await city.reloadGraph();
  const answer = await askFar(3);
  expect(answer.degraded).toBe(false);
  const newer = answer.units
    .filter(({ notes }) => notes.some(({ code }) => code === 'road-newer-than-router'))
    .map(({ callSign, drive }) => [callSign, drive!.router]);
  // Whose way led past where it stands.
  expect(newer).toEqual([2, 1, 0].map((x) => [`XE ${x}`, 'graph']));
});

it('a router that is away is one for the nearest alone', async () => {
  await askFar(3);
  await city.osrm['large']!.stop();
  const answer = await ask();
  expect(routersOf(answer).slice(0, 7)).toEqual([
    ...Array(4).fill('graph'),
    ...Array(3).fill('beforehand'),
  ]);
  expect(answer.degraded).toBe(true);
});
