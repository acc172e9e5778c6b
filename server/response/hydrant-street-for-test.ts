// An invented street with every kind of water point along its first half, and a narrow alley.

import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { lonLat } from '../../geo/graph/graph-for-test.ts';

type Corner = [number, number];

function house([east, north]: Corner, number: string, way: string, levels: string) {
  const corners: Corner[] = [
    [east, north - 3],
    [east + 10, north - 3],
    [east + 10, north + 3],
    [east, north + 3],
  ];
  const tags = {
    building: 'house',
    'building:levels': levels,
    'addr:housenumber': number,
    'addr:street': way,
  };
  return { corners, tags };
}

const street = 'Phố Khương Hạ';
const alley = 'Ngõ 29 Phố Khương Hạ';

/**
 * A street from west to east. Ngõ 29, 1.2 m wide, leaves it at 300 m and is 340 m deep. Water stands along the
 * first 500 m of the street only.
 */
export const hydrantStreet: MiniWorld = {
  nodes: { west: [0, 0], mouth: [300, 0], east: [2_400, 0], end: [300, 340] },
  ways: [
    {
      nodes: ['west', 'mouth', 'east'],
      tags: { highway: 'secondary', name: street, width: '9' },
    },
    { nodes: ['mouth', 'end'], tags: { highway: 'service', name: alley, width: '1.2' } },
  ],
  areas: [
    house([303, 320], '16', alley, '2'),
    house([320, 12], '40', street, '4'),
    house([1_200, 10], '120', street, '2'),
    house([2_000, 10], '200', street, '2'),
  ],
};

const today = new Date().toISOString().slice(0, 10);
export const hydrantRegisters = {
  stations: `id,name,lon,lat\nA,Đội Tây,${lonLat(0, 5)}\n`,
  units: [
    'id,call_sign,station_id,vehicle_class',
    '1,XE 01,A,large',
    '2,XE 02,A,small',
    '3,MÔ TÔ 3,A,motorbike',
  ].join('\n'),
  'water-mains': 'id,name,duty_phone\nM1,Ống D300,024 3829 3179\nM5,Ống D150,024 3829 0000\n',
  'water-points': [
    'id,kind,lon,lat,status,flow_lps,pressure_bar,volume_m3,main_id,lift_m,tested_on',
    `weak,hydrant,${lonLat(340, 6)},working,6,,,M1,,${today}`,
    `strong,hydrant,${lonLat(360, 6)},working,8,,,M1,,${today}`,
    `dry,hydrant,${lonLat(296, 6)},working,0,,,M4,,${today}`,
    `alone,hydrant,${lonLat(1_230, 6)},working,0,,,M4,,${today}`,
    `late,hydrant,${lonLat(300, -8)},working,10,,,M5,,2020-01-01`,
    `unknown,hydrant,${lonLat(280, 6)},working,,,,M2,,${today}`,
    `pressed,hydrant,${lonLat(420, 6)},working,10,2.5,,M3,,${today}`,
    `deep,river,${lonLat(290, -20)},working,,,,,9,${today}`,
    `tank,tank,${lonLat(480, 6)},working,,,50,,,${today}`,
  ].join('\n'),
};
