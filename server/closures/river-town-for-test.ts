import type { MiniWorld } from '../../data-import/osm/mini-world.ts';
import { at } from '../../geo/graph/graph-for-test.ts';

/**
 * A river from west to east at y = 300, with a near bridge at x = 400 and a far one at x = 1200.
 * South of it the station on Phố Nam, north of it the houses on Phố Bắc; ngõ 5 goes north from it and
 * has a second mouth, for people only, at its east.
 */
export const riverTown: MiniWorld = {
  nodes: {
    yard: [0, 0],
    gate: [60, 0],
    nearSouth: [400, 0],
    middle: [800, 0],
    farSouth: [1200, 0],
    nearNorth: [400, 600],
    mouth: [500, 600],
    beyond: [800, 600],
    farNorth: [1200, 600],
    bank1: [400, 250],
    bank2: [400, 350],
    bank3: [1200, 250],
    bank4: [1200, 350],
    deep: [500, 760],
    end: [500, 800],
    passage: [800, 760],
  },
  ways: [
    {
      nodes: ['yard', 'gate', 'nearSouth', 'middle', 'farSouth'],
      tags: { highway: 'secondary', name: 'Phố Nam', width: '9' },
    },
    {
      nodes: ['nearSouth', 'bank1', 'bank2', 'nearNorth'],
      tags: { highway: 'secondary', name: 'Cầu Gần', width: '9' },
    },
    {
      nodes: ['farSouth', 'bank3', 'bank4', 'farNorth'],
      tags: { highway: 'secondary', name: 'Cầu Xa', width: '9' },
    },
    {
      nodes: ['nearNorth', 'mouth', 'beyond', 'farNorth'],
      tags: { highway: 'secondary', name: 'Phố Bắc', width: '9' },
    },
    {
      nodes: ['mouth', 'deep', 'end'],
      tags: { highway: 'service', name: 'Ngõ 5 Phố Bắc', width: '1.2' },
    },
    { nodes: ['deep', 'passage', 'beyond'], tags: { highway: 'footway' } },
  ],
  areas: [
    house(503, 700, { 'addr:housenumber': '9', 'addr:street': 'Ngõ 5 Phố Bắc' }),
    house(700, 610, { 'addr:housenumber': '20', 'addr:street': 'Phố Bắc' }),
  ],
};

function house(east: number, north: number, tags: Record<string, string>) {
  const corners: [number, number][] = [
    [east, north],
    [east + 8, north],
    [east + 8, north + 8],
    [east, north + 8],
  ];
  return { corners, tags: { building: 'house', ...tags } };
}

const lonLat = (east: number, north: number): string => at(east, north).join(',');
export const riverTownRegisters = {
  stations: `id,name,lon,lat\nA,Đội Nam,${lonLat(5, 6)}\n`,
  units:
    'id,call_sign,station_id,vehicle_class,status\n1,XE 01,A,large,available\n2,XE 02,A,small,available\n',
};
