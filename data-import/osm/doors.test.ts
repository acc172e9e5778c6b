import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImportBench, type ImportBench } from './import-for-test.ts';
import type { Meters } from './local-meters.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
}, 60_000);
afterAll(() => bench.close());

type Door = {
  house_number: string;
  label: string;
  building_link: string;
  door_provenance: string;
  road: string | null;
  north: number;
  access_north: number | null;
};

// Metres north of the origin at latitude 21.
async function readDoors(): Promise<Record<string, Door>> {
  const rows = await bench.rows<Door>(
    `select a.house_number, a.label, a.building_link, a.door_provenance, r.name as road,
       round(((st_y(a.door) - 21) * 110724)::numeric, 1)::float as north,
       round(((st_y(a.access) - 21) * 110724)::numeric, 1)::float as access_north
     from addresses a left join roads r on r.id = a.access_road_id where a.retired_at is null`,
  );
  return Object.fromEntries(rows.map((row) => [row.house_number, row]));
}

function house(west: number, south: number, east: number, north: number): Meters[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

describe('the door of a house', () => {
  test('opens onto the street that its address names, though its back is nearer to another alley', async () => {
    await bench.importWorld({
      nodes: {
        a: [0, 0],
        b: [100, 0],
        c: [0, 31],
        d: [100, 31],
        far: { at: [50, 300], tags: { 'addr:housenumber': '99' } },
        entrance: { at: [42, 11], tags: { 'addr:housenumber': '8B', 'addr:street': 'Phố Thử' } },
        beside: { at: [80, 12], tags: { 'addr:housenumber': '12', 'addr:street': 'Phố Lạ' } },
        inAlley: {
          at: [70, 25],
          tags: { 'addr:housenumber': '3', 'addr:street': 'Ngõ 5 Phố Thử' },
        },
      },
      ways: [
        { nodes: ['a', 'b'], tags: { highway: 'residential', name: 'Phố Thử' } },
        { nodes: ['a', 'c'], tags: { highway: 'service', name: 'Ngõ 5 Phố Thử' } },
        { nodes: ['c', 'd'], tags: { highway: 'service', name: 'Ngõ 5 Phố Thử' } },
      ],
      areas: [
        {
          corners: house(40, 10, 44, 30),
          tags: { building: 'house', 'addr:housenumber': '8', 'addr:street': 'Phố Thử' },
        },
        { corners: house(84, 8, 90, 20), tags: { building: 'yes' } },
      ],
    });
    const doors = await readDoors();
    expect(doors['8']).toMatchObject({
      label: 'Số 8, phố Thử',
      building_link: 'contained',
      door_provenance: 'named-way',
      road: 'Phố Thử',
      north: 10,
      access_north: 0,
    });
    expect(doors['8B']).toMatchObject({ building_link: 'contained', road: 'Phố Thử', north: 10 });
    expect(doors['3']).toMatchObject({
      label: 'Số 3, ngõ 5 phố Thử',
      door_provenance: 'named-way',
      road: 'Ngõ 5 Phố Thử',
      access_north: 31,
    });
  });

  test('is assumed at the nearest way when no map has the street it names, and nowhere without a road near', async () => {
    const doors = await readDoors();
    expect(doors['12']).toMatchObject({
      building_link: 'nearest',
      door_provenance: 'nearest-way',
      road: 'Phố Thử',
    });
    expect(doors['99']).toMatchObject({
      label: 'Số 99',
      building_link: 'none',
      door_provenance: 'none',
      road: null,
      access_north: null,
    });
    const [street] = await bench.rows(`select type, name_key, geom from streets where name = 'Lạ'`);
    expect(street).toEqual({ type: 'pho', name_key: 'la', geom: null });
  });
});
