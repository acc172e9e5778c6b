// An invented street with houses, units and vehicles of others: through the real import, PostGIS, OSRM and API.

import { lonLat } from '../../geo/graph/graph-for-test.ts';
import { openMiniCity, type MiniCity } from '../response/mini-city-for-test.ts';
import type { ResponseResult } from '../response/schema.ts';

const street = 'Phố Khương Hạ';

function house(east: number, number: string, tags: Record<string, string>) {
  const corners: [number, number][] = [
    [east, 8],
    [east + 6, 8],
    [east + 6, 18],
    [east, 18],
  ];
  return {
    corners,
    tags: { building: 'house', 'addr:housenumber': number, 'addr:street': street, ...tags },
  };
}

const units = [
  'id,call_sign,station_id,vehicle_class,status',
  '1,XE 01,A,large,available',
  '2,XE 02,B,small,available',
  '3,MÔ TÔ 3,A,motorbike,available',
  '4,THANG 4,B,ladder,maintenance',
  '5,CỨU HỘ 5,B,rescue,available',
];

export async function openSetCity(): Promise<MiniCity> {
  return openMiniCity(
    {
      nodes: { west: [0, 0], east: [2_000, 0] },
      ways: [
        { nodes: ['west', 'east'], tags: { highway: 'secondary', name: street, width: '12' } },
      ],
      areas: [
        house(300, '11', { 'building:levels': '3' }),
        house(340, '15', { 'building:levels': '6' }),
        house(380, '19', { 'building:levels': '15' }),
        house(420, '23', { building: 'warehouse', 'building:levels': '1' }),
      ],
    },
    {
      stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\nB,Đội Đông,${lonLat(900, 5)}\n`,
      units: units.join('\n'),
      'mobilised-vehicles': [
        'id,kind,name,owner,lon,lat,call_out_min,phone,tank_l,status',
        `1,crane,CẨU 1,Công ty A,${lonLat(700, 4)},15,024 1,,`,
        `2,crane,CẨU 2,Công ty B,${lonLat(200, 4)},5,,,unavailable`,
        `3,tanker,TÉC 3,Công ty A,${lonLat(250, 4)},1,024 3,9000,`,
      ].join('\n'),
    },
  );
}

/** About the house that is found first. */
export async function askSet(
  city: MiniCity,
  text: string,
  incident: Record<string, unknown> = {},
): Promise<ResponseResult> {
  const { results } = (await (
    await city.app.request(`/api/places?q=${encodeURIComponent(text)}`)
  ).json()) as { results: { id: string }[] };
  const { body } = await city.respond({ placeId: results[0]!.id, ...incident });
  return body;
}

export function signs({ set }: ResponseResult): string[] {
  return set!.vehicles.map(({ callSign }) => callSign);
}

export function idOf({ units: listed, notRanked }: ResponseResult, sign: string): string {
  return [...listed, ...notRanked].find(({ callSign }) => callSign === sign)!.unitId;
}

export function requirement({ set }: ResponseResult, capability: string) {
  return set!.requirements.find((each) => each.capability === capability);
}
