import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { Contacts } from './schema.ts';

/** Two streets side by side that meet only at their west end; a wall of houses between. */
let city: MiniCity;
beforeAll(async () => {
  city = await openMiniCity(
    {
      nodes: { west: [0, 0], east: [600, 0], north: [0, 60], northEast: [600, 60] },
      ways: [
        { nodes: ['west', 'east'], tags: { highway: 'residential', name: 'Phố Nam' } },
        { nodes: ['west', 'north'], tags: { highway: 'residential', name: 'Phố Tây' } },
        { nodes: ['north', 'northEast'], tags: { highway: 'residential', name: 'Phố Bắc' } },
      ],
      areas: [],
    },
    {
      contacts: [
        'id,kind,name,phone,lon,lat,ward,equipment',
        `1,public-fire-point,Điểm gần,024 1,${lonLat(350, 2)},,"8 bình, 2 vòi"`,
        `2,inter-family-team,Tổ sau nhà,,${lonLat(250, 62)},,`,
        `3,facility-team,Chợ xa,024 3,${lonLat(590, 2)},,`,
        `9,facility-team,Đội nhà máy,024 9,${lonLat(790, 2)},,`,
        `4,hospital,Bệnh viện,115,${lonLat(600, 60)},,`,
        '5,power,Điện lực thành phố,024 5,,,,',
        '6,power,Điện lực phường,024 6,,,phuong mau,',
        '7,ward,Phường Mẫu,024 7,,,Phường Mẫu,',
        '8,ward,Phường khác,024 8,,,Phường Khác,',
      ].join('\n'),
    },
  );
  const ring = [at(-50, -50), at(700, -50), at(700, 200), at(-50, 200), at(-50, -50)];
  await city.database.pool.query(
    `insert into admin_units (type, name, source, geom)
     values ('phuong', 'Mẫu', 'test', st_multi(st_setsrid(st_geomfromgeojson($1), 4326)))`,
    [JSON.stringify({ type: 'Polygon', coordinates: [ring] })],
  );
}, 120_000);
afterAll(() => city.close());

async function ask(query: string): Promise<{ status: number; body: Contacts; text: string }> {
  const answer = await city.app.request(`/api/contacts?${query}`);
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Contacts };
}

async function near(east: number, north: number) {
  const [lon, lat] = at(east, north);
  return (await ask(`lon=${lon}&lat=${lat}`)).body;
}

describe('people near a fire', () => {
  it('are those within reach on foot: not who stands behind the house, nor at the other end', async () => {
    const { onFoot, reachMeters, hasRegister } = await near(300, 0);
    expect(onFoot).toEqual([
      expect.objectContaining({
        kind: 'public-fire-point',
        name: 'Điểm gần',
        phone: '024 1',
        equipment: '8 bình, 2 vòi',
        isEstimated: false,
      }),
      expect.objectContaining({ name: 'Chợ xa' }),
    ]);
    expect(onFoot[0]!.meters).toBeCloseTo(52, -1);
    expect([reachMeters, hasRegister]).toEqual([300, true]);
  });

  it('are reached around the corner where that is near enough', async () => {
    const { onFoot } = await near(20, 0);
    expect(onFoot).toEqual([]);
    const corner = await near(5, 60);
    expect(corner.onFoot.map(({ name }) => name)).toEqual(['Tổ sau nhà']);
  });
});

describe('people in large premises', () => {
  it('are there for a fire beside them, as are those on the nearest way', async () => {
    const { onFoot } = await near(770, 12);
    expect(onFoot.map(({ name }) => name)).toEqual(['Đội nhà máy', 'Chợ xa']);
    // Straight, as nothing is drawn between them; else to the end of the street, and along it.
    expect(onFoot[0]!.meters).toBeCloseTo(22, -1);
    expect(onFoot[1]!.meters).toBeCloseTo(180, -1);
  });

  it('are there for a fire on a street within reach', async () => {
    const { onFoot } = await near(560, 0);
    expect(onFoot.find(({ name }) => name === 'Đội nhà máy')!.meters).toBeCloseTo(230, -1);
  });
});

describe('who is on duty', () => {
  it('is the power company, the ward of the point and no other, and the hospital', async () => {
    const { onDuty } = await near(300, 0);
    expect(onDuty.map(({ name }) => name)).toEqual([
      'Điện lực phường',
      'Điện lực thành phố',
      'Phường Mẫu',
      'Bệnh viện',
    ]);
    expect(onDuty.at(-1)!.meters).toBeGreaterThan(250);
  });

  it('outside of every ward is who answers for the whole city', async () => {
    const { onDuty } = await near(3_000, 3_000);
    expect(onDuty.map(({ name }) => name)).toEqual(['Điện lực thành phố', 'Bệnh viện']);
  });
});

it('a register without contacts says so', async () => {
  await city.database.pool.query('update contacts set retired_at = now()');
  const { onFoot, onDuty, hasRegister } = await near(300, 0);
  expect([onFoot, onDuty, hasRegister]).toEqual([[], [], false]);
});

it.each([
  ['lon=x&lat=21', 'lon'],
  ['lon=105', 'lat'],
  ['lon=105&lat=99', 'lat'],
])('%s is refused with the field that is wrong', async (query, field) => {
  const { status, text } = await ask(query);
  expect([status, text.includes(field)]).toEqual([400, true]);
});
