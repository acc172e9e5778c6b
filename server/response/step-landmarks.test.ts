import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from './mini-city-for-test.ts';

const station = at(5, 5).map((degrees) => degrees.toFixed(7));
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: {
        west: [0, 0],
        corner: [300, 0],
        east: [600, 0],
        end: [300, 400],
        market: { at: [310, -10], tags: { amenity: 'marketplace', name: 'Chợ Khương Hạ' } },
        school: { at: [300, 700], tags: { amenity: 'school', name: 'Trường Xa' } },
      },
      ways: [
        {
          nodes: ['west', 'corner', 'east'],
          tags: { highway: 'secondary', name: 'Phố Khương Hạ', width: '9' },
        },
        {
          nodes: ['corner', 'end'],
          tags: { highway: 'residential', name: 'Ngõ 29 Phố Khương Hạ', width: '6' },
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

const [lon, lat] = at(302, 300);

test('a turn names the landmark at its corner, when the crew asks, and none that is far', async () => {
  const { body } = await city.respond({ lon, lat, landmarks: true });
  const steps = body.units[0]!.drive!.steps;
  const turn = steps.find(({ code }) => code === 'turn' || code === 'end-of-road')!;
  expect(turn.near).toMatchObject({ name: 'Chợ Khương Hạ', kind: 'marketplace' });
  expect(turn.near!.meters).toBeGreaterThan(8);
  expect(turn.near!.meters).toBeLessThan(20);
  expect(steps.at(-1)!.near).toBeNull();
});

test('a dispatcher’s answer is not made slower by landmarks that nobody asked for', async () => {
  const { body } = await city.respond({ lon, lat });
  expect(body.units[0]!.drive!.steps.every(({ near }) => near === null)).toBe(true);
});
