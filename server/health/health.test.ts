import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
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

test('all is well where every set of routing data has its router, whatever classes share it', async () => {
  await expect.poll(async () => (await readHealth()).status, { timeout: 10_000 }).toBe('ok');
  expect((await readHealth()).routers).toEqual({ large: 'osrm', small: 'osrm', motorbike: 'osrm' });
});

test('one router that ends makes it degraded, and is named', async () => {
  await city.osrm['small']!.stop();
  await city.routers.probe();
  const health = await readHealth();
  expect(health.status).toBe('degraded');
  expect(health.routers).toMatchObject({ large: 'osrm', small: 'graph' });
});
