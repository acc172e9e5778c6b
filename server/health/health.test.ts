import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { NearRoad } from '../roads/schema.ts';
import type { Health } from './schema.ts';

const station = at(5, 5).map((degrees) => degrees.toFixed(7));
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [600, 0] },
      ways: [
        {
          nodes: ['west', 'east'],
          tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '9' },
        },
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${station.join(',')}\n`,
      units: 'id,call_sign,station_id,vehicle_class\n1,XE 01,A,large\n',
    },
  );
}, 120_000);
afterAll(() => city.close());

async function readHealth(): Promise<Health> {
  return (await (await city.app.request('/api/health')).json()) as Health;
}

function readHealthAt(time: string): Promise<Health> {
  vi.setSystemTime(`2026-03-31T${time}:00Z`);
  return readHealth();
}

async function openMarket(hours: { from: string; to: string }): Promise<void> {
  const [lon, lat] = at(300, 0);
  const near = await city.app.request(`/api/roads/near?lon=${lon}&lat=${lat}`);
  const { target } = (await near.json()) as NearRoad;
  const value = { kind: 'market', ...hours };
  const entered = await city.app.request('/api/corrections', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Lan', target, field: 'obstacle', value }),
  });
  expect(entered.status).toBeLessThan(300);
  await city.reloadGraph();
}

test('all is well where every set of routing data has its router, whatever classes share it', async () => {
  await expect.poll(async () => (await readHealth()).status, { timeout: 10_000 }).toBe('ok');
  expect((await readHealth()).routers).toEqual({ large: 'osrm', small: 'osrm', motorbike: 'osrm' });
});

test('the classes of the city are named as the city names them', async () => {
  await city.database.pool.query(`
    insert into vehicle_classes select (jsonb_populate_record(c, '{"code":"foam","rank":9,"name_vi":"xe bọt",
      "name_en":"foam tender","routing_profile":"large"}')).* from vehicle_classes c where code = 'large'`);
  // On another day all that is dated is read anew.
  city.renewal.onCalendar();
  const foam = { code: 'foam', nameVi: 'xe bọt', nameEn: 'foam tender' };
  expect((await readHealth()).vehicleClasses).toContainEqual(foam);
});

test('the clock of the city is named, by which screens tell and take times', async () => {
  expect((await readHealth()).timeZone).toBe('Asia/Ho_Chi_Minh');
});

test('a market that opens gives the roads of now another name, and so does its end, without a change of the data', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  expect((await readHealthAt('22:30')).filledHours).toBe('');
  await openMarket({ from: '05:00', to: '08:00' });
  // 22:00 in London is 5:00 in Hanoi.
  const before = await readHealthAt('21:59');
  const during = await readHealthAt('22:00');
  expect(before.filledHours).toBe('');
  expect(during.filledHours).toBe('5:00-8:00');
  expect((await readHealthAt('01:00')).filledHours).toBe('');
  expect(during.graphVersion).toBe(before.graphVersion);
  expect(during.closures).toBe(before.closures);
});

test('one router that ends makes it degraded, and is named', async () => {
  await city.osrm['small']!.stop();
  await city.routers.probe();
  const health = await readHealth();
  expect(health.status).toBe('degraded');
  expect(health.routers).toMatchObject({ large: 'osrm', small: 'graph' });
});

test('is told in time, with what was counted last, while the database cannot count', async () => {
  const before = await readHealth();
  const { pool } = city.database;
  await pool.query("update units set call_sign = call_sign || ' A'");
  const client = await pool.connect();
  try {
    await client.query('begin; lock table buildings in access exclusive mode');
    const started = performance.now();
    const [during] = await Promise.all([readHealth(), readHealth()]);
    expect(performance.now() - started).toBeLessThan(3_500);
    expect(during).toMatchObject({ database: 'ok', city: before.city });
    expect(during.dataVersion).not.toBe(before.dataVersion);
  } finally {
    await client.query('rollback');
    client.release();
  }
  await expect
    .poll(async () => (await readHealth()).city, { timeout: 10_000 })
    .toEqual(before.city);
});
