// An invented street of four kilometres with a station at either end and one in the middle.

import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { lonLat } from '../../geo/graph/graph-for-test.ts';

const street = 'Phố Khương Hạ';

function house(east: number, number: number) {
  const corners: [number, number][] = [
    [east, 8],
    [east + 6, 8],
    [east + 6, 18],
    [east, 18],
  ];
  const tags = {
    building: 'house',
    'addr:housenumber': String(number),
    'addr:street': street,
  };
  return { corners, tags };
}

// Drive times are known at junctions: there is one every hundred metres.
const along = Array.from({ length: 41 }, (_, index) => index);
const nodes: Record<string, [number, number]> = {};
for (const index of along) {
  nodes[`n${index}`] = [100 * index, 0];
  nodes[`s${index}`] = [100 * index, -40];
}
// A way round the tenth of them.
Object.assign(nodes, { round1: [800, -300], round2: [1_200, -300] });

export const longStreet: MiniWorld = {
  nodes,
  ways: [
    {
      nodes: along.map((index) => `n${index}`),
      tags: { highway: 'residential', name: street, width: '8' },
    },
    {
      nodes: ['n8', 'round1', 'round2', 'n12'],
      tags: { highway: 'residential', name: 'Phố Vòng', width: '8' },
    },
    ...along.map((index) => ({
      nodes: [`n${index}`, `s${index}`],
      tags: { highway: 'residential', name: `Phố ${index}`, width: '6' },
    })),
  ],
  areas: [
    ...[60, 160, 260].map((east, index) => house(east, 2 * index + 1)),
    ...[2_060].map((east) => house(east, 41)),
    ...[3_860].map((east) => house(east, 91)),
  ],
};

export const longStreetRegisters = {
  stations: [
    'id,name,lon,lat',
    `W,Đội Tây,${lonLat(0, 5)}`,
    `M,Đội Giữa,${lonLat(2_000, 5)}`,
    `E,Đội Đông,${lonLat(3_990, 5)}`,
  ].join('\n'),
  units: [
    'id,call_sign,station_id,vehicle_class,status',
    '1,TÂY 1,W,large,available',
    '2,GIỮA 1,M,large,available',
    '3,GIỮA 2,M,large,available',
    '4,ĐÔNG 1,E,large,maintenance',
    '5,MÔ TÔ 5,W,motorbike,available',
  ].join('\n'),
};
